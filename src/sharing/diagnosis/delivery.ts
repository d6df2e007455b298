import type { Lookup } from '../../database/reader/reader.js';
import { momentFrom } from '../../database/sql/moment.js';
import { type LinkDates, linkOfJobSql } from '../../domain/portal-links/live-link.js';
import type { OutgoingEmailStatus } from '../../email/outbox/outgoing-email.entity.js';
import type { OwnPageKind } from '../pages/own-page-kind.js';

/** Links and email with which a client reaches what is published to it. */
export interface DeliveryState {
  /** Links of the client, oldest first. */
  links: LinkState[];
  /** Newest email with one of these links: a share, a quote or an invoice. */
  mail: { status: OutgoingEmailStatus; failure: string | null; to: string } | null;
}

interface LinkState extends LinkDates {
  sentTo: string;
  lastViewedAt: Date | null;
}

/** Lookup of the delivery state of a job: of all links that show it. */
export const deliveryLookup = deliveryOf('jobs', 'o.id', linkOfJobSql('l', 'o.id'));

/** Lookups of the delivery state of the own page of a quote or an invoice. */
export const pageDelivery: Record<OwnPageKind, Lookup<DeliveryState>> = {
  QUOTE: deliveryOf('quotes', 'o.job_id', 'l.quote_id = o.id'),
  INVOICE: deliveryOf('invoices', 'o.job_id', 'l.invoice_id = o.id'),
};

/** `o` is the job, quote or invoice, `l` a link. */
function deliveryOf(table: string, jobId: string, condition: string): Lookup<DeliveryState> {
  const isLinked = `l.client_id = o.client_id and ${condition}`;
  // A quote may have been sent before it had a job.
  const isOfJob = `(e.job_id = ${jobId} or e.job_id is null)`;
  return {
    sql: `
      select o.id,
        (select coalesce(json_agg(json_build_object('sentTo', l.sent_to, 'revokedAt', l.revoked_at,
            'expiresAt', l.expires_at, 'lastViewedAt', l.last_viewed_at) order by l.id), '[]')
          from portal_links l where ${isLinked}) as links,
        (select json_build_object('status', e.status, 'failure', e.failure, 'to', e.recipient)
          from outgoing_emails e
          join portal_links l on l.id::text = e.data ->> 'linkId' and ${isLinked}
          where e.business_id = $1 and ${isOfJob}
          order by e.created_at desc, e.id desc limit 1) as mail
      from ${table} o
      where o.business_id = $1 and o.id = any($2)`,
    answer: ({ links, mail }) => ({
      links: (links as DeliveryRow[]).map(linkStateOf),
      mail: mail as DeliveryState['mail'],
    }),
  };
}

type DeliveryRow = { [K in keyof LinkState]: string | Extract<LinkState[K], null> };

function linkStateOf({ sentTo, revokedAt, expiresAt, lastViewedAt }: DeliveryRow): LinkState {
  return {
    sentTo,
    revokedAt: revokedAt === null ? null : momentFrom(revokedAt),
    expiresAt: momentFrom(expiresAt),
    lastViewedAt: lastViewedAt === null ? null : momentFrom(lastViewedAt),
  };
}
