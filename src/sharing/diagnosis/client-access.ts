import type { Lookup } from '../../database/reader/reader.js';
import { linkOfJobSql, liveUntilSql } from '../../domain/portal-links/live-link.js';
import { type ShareItemKind, shareableOf } from '../../shareable/shareable.js';
import type { OwnPageKind } from '../pages/own-page-kind.js';

/** Data that decides whether the client of a job can open one of its quotes or invoices. */
export interface ClientAccess {
  /** Columns of the quote or invoice that its `hiddenReason` reads. */
  row: Record<string, unknown>;
  jobId: string | null;
  jobClientId: string | null;
  portalEnabled: boolean;
  /** The job was shared with its current client. */
  isShared: boolean;
  /** It is part of the newest publication for that client, or on a page of its own before the job is shared. */
  isShown: boolean;
  /** Latest expiry of a link that is not revoked and shows it. */
  linksExpireAt: string | null;
  clientEmail: string | null;
}

export const invoiceAccess = accessTo(
  'INVOICE',
  'invoices',
  `'status', r.status, 'sentOnPortal', r.visible_to_client, 'clientId', r.client_id`,
);
export const quoteAccess = accessTo(
  'QUOTE',
  'quotes',
  `'status', r.status, 'clientId', r.client_id`,
);

/** Reason why the client cannot open it and, after a semicolon, what to do; null if it can. */
export function whyHidden(kind: ShareItemKind, access: ClientAccess, now: Date): string | null {
  const { isShown, isShared, jobClientId, jobId, portalEnabled } = access;
  // A published item stays visible in its published version, even if it could not be shared now.
  const refusal = isShown ? null : refusalOf(kind, access);
  if (refusal) return refusal;
  if (!portalEnabled) return 'The Client Portal is off; switch it on in Business Settings → Site.';
  if (isShown) return whyNoLink(access, now);
  if (jobId && !jobClientId) return 'The job has no client; choose one, then share the job.';
  return isShared
    ? 'It is left out of what the client sees; change what the job shares.'
    : 'It was sent while no link could show it; send it again, or share its job.';
}

function refusalOf(kind: ShareItemKind, { row, jobId, jobClientId }: ClientAccess): string | null {
  const noun = shareableOf(kind);
  // Without a job, compare with the item's own client, so that this is not given as the reason.
  const clientId = jobId ? jobClientId : (row.clientId as string | null);
  return noun?.hiddenReason(row as never, { clientId }) ?? null;
}

function whyNoLink({ clientEmail, isShared, linksExpireAt }: ClientAccess, now: Date) {
  if (linksExpireAt && new Date(linksExpireAt) > now) return null;
  const again = isShared ? 're-send the share' : 'send it again';
  return clientEmail
    ? `No link of the client works any more; ${again}.`
    : `No link of the client works any more; add its email address, then ${again}.`;
}

function accessTo(kind: OwnPageKind, table: string, row: string): Lookup<ClientAccess> {
  const subject = kind === 'QUOTE' ? 'quote_id' : 'invoice_id';
  // The page of a quote also shows the invoice that was made with its acceptance.
  const beside = kind === 'INVOICE' ? 'or r.answer_id is not null and l.quote_id = r.quote_id' : '';
  return {
    sql: `
      select r.id, json_build_object(${row}) as row, j.id as "jobId", j.client_id as "jobClientId",
        b.client_portal_enabled as "portalEnabled", c.email as "clientEmail",
        p.item_keys is not null as "isShared",
        case when p.item_keys is not null then '${kind}:' || r.id = any(p.item_keys)
          else coalesce(o.is_shown, false) end as "isShown",
        (select to_json(max(${liveUntilSql('l')})) from portal_links l
          where l.client_id = c.id and (l.${subject} = r.id ${beside}
            or p.item_keys is not null and ${linkOfJobSql('l', 'j.id')})) as "linksExpireAt"
      from ${table} r
      join businesses b on b.id = r.business_id
      left join jobs j on j.id = r.job_id
      left join clients c on c.id = coalesce(j.client_id, r.client_id)
      left join lateral (
        select p.item_keys from publications p
        where p.job_id = j.id and p.client_id = j.client_id order by p.version desc limit 1) p on true
      left join lateral (
        select o.view is not null as is_shown from page_publications o
        where o.${subject} = r.id and o.client_id = r.client_id and r.client_id = c.id
        order by o.version desc limit 1) o on true
      where r.business_id = $1 and r.id = any($2)`,
    answer: (found) => found as unknown as ClientAccess,
  };
}
