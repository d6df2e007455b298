import type { Lookup } from '../database/reader.js';
import { allShareables, type ShareItemKind } from './shareable.js';

/** All that decides whether the client of a job can open one quote or invoice of it. */
export interface ClientAccess {
  /** The row, as far as its noun needs it to say whether it may be offered. */
  row: Record<string, unknown>;
  jobId: string | null;
  jobClientId: string | null;
  portalEnabled: boolean;
  isScheduled: boolean;
  /** The job was shared with its present client. */
  isShared: boolean;
  /** The newest version of what that client sees has it. */
  isShown: boolean;
  /** When the last link that was not cut off stops working. */
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

/** Why the client cannot open it and, after a semicolon, what to do about it; null when it can. */
export function whyHidden(kind: ShareItemKind, access: ClientAccess, now: Date): string | null {
  const { isShown, jobClientId, jobId, portalEnabled } = access;
  // What the client has already it keeps, in the version that it has, whatever became of it.
  const refusal = isShown ? null : refusalOf(kind, access);
  if (refusal) return refusal;
  if (!portalEnabled) return 'The Client Portal is off; switch it on in Business Settings → Site.';
  if (!jobId)
    return 'It is part of no job, so no link shows it; attach it to a job that is shared.';
  if (!jobClientId) return 'The job has no client; choose one, then share the job.';
  return whyNotShown(access) ?? whyNoLink(access, now);
}

function refusalOf(kind: ShareItemKind, { row, jobId, jobClientId }: ClientAccess): string | null {
  const noun = allShareables().find((each) => each.kind === kind);
  // Without a job there is no client whom it could be meant for instead.
  const clientId = jobId ? jobClientId : (row.clientId as string | null);
  return noun?.offer(row as never, { clientId }) ?? null;
}

function whyNotShown({ isScheduled, isShared, isShown }: ClientAccess): string | null {
  if (isShown) return null;
  if (isShared) return 'It is left out of what the client sees; change what the job shares.';
  return isScheduled
    ? 'The job has not been shared with its client; review the share prompt and send it.'
    : 'The job has not been shared with its client; schedule its first visit, then share it.';
}

function whyNoLink({ clientEmail, linksExpireAt }: ClientAccess, now: Date): string | null {
  if (linksExpireAt && new Date(linksExpireAt) > now) return null;
  return clientEmail
    ? 'No link of the client works any more; re-send the share.'
    : 'No link of the client works any more; add its email address, then re-send the share.';
}

function accessTo(kind: ShareItemKind, table: string, row: string): Lookup<ClientAccess> {
  return {
    sql: `
      select r.id, json_build_object(${row}) as row, j.id as "jobId", j.client_id as "jobClientId",
        b.client_portal_enabled as "portalEnabled", c.email as "clientEmail",
        exists (select from visits v where v.job_id = j.id) as "isScheduled",
        p.item_keys is not null as "isShared", coalesce('${kind}:' || r.id = any(p.item_keys), false) as "isShown",
        (select to_json(max(l.expires_at)) from portal_links l
          where l.job_id = j.id and l.client_id = j.client_id and l.revoked_at is null) as "linksExpireAt"
      from ${table} r
      join businesses b on b.id = r.business_id
      left join jobs j on j.id = r.job_id
      left join clients c on c.id = j.client_id
      left join lateral (
        select p.item_keys from publications p
        where p.job_id = j.id and p.client_id = j.client_id order by p.version desc limit 1) p on true
      where r.business_id = $1 and r.id = any($2)`,
    answer: (found) => found as unknown as ClientAccess,
  };
}
