import { UNPAID } from '../invoices/invoice-status.js';

/**
 * SQL of what a client can be reminded of, for the businesses `b`, clients `c`, invoices `i` and quotes `q`. The run that
 * queues a mail and the composer that writes it ask the same conditions, so what ended in between is not in the mail.
 */

/** Joins of an invoice: its job, while that has the client the invoice was sent to, and what this client sees of it. */
export const INVOICE_JOINS = `
  join jobs j on j.id = i.job_id and j.client_id = i.client_id
  ${newestPublications('invoice_id', 'i')}`;

/** Joins of a quote; it can be without a job. */
export const QUOTE_JOINS = `
  left join jobs j on j.id = q.job_id
  ${newestPublications('quote_id', 'q')}`;

/** An invoice that waits for payment. What staff took out of the client's view is not mentioned again. */
export const INVOICE_WAITS = `
  b.remind_of_invoices and b.client_portal_enabled
  and i.status in (${UNPAID.map((status) => `'${status}'`).join(', ')}) and i.owed_cents > 0
  and case when p.item_keys is null then coalesce(own.has_view, true)
    else ${isListed('INVOICE', 'i')} or not i.visible_to_client end
  and ${isNotPaused('invoice_id', 'i')}`;

/** A quote that waits for the client's answer. */
export const QUOTE_WAITS = `
  b.remind_of_quotes and b.client_portal_enabled
  and q.status = 'SENT' and (q.job_id is null or j.client_id = q.client_id)
  and case when p.item_keys is null then coalesce(own.has_view, true) else ${isListed('QUOTE', 'q')} end
  and ${isNotPaused('quote_id', 'q')}`;

/** A client who can get mails. */
export const CLIENT_IS_ACTIVE =
  'c.archived_at is null and c.merged_into_id is null and c.erased_at is null';

/** Whether the client finds it behind a link: on the page of its job if that is shared, otherwise on a page of its own. */
export const INVOICE_IS_SHOWN = isShown('INVOICE', 'i');
export const QUOTE_IS_SHOWN = isShown('QUOTE', 'q');

/** Whether its job is shared with its client, so that it is on the job's page or on none. */
export const JOB_IS_SHARED = '(p.item_keys is not null)';

/** The newest publication of the job (`p`) and of its own page (`own`) for the client; each may be missing. */
function newestPublications(column: 'invoice_id' | 'quote_id', subject: string): string {
  return `left join lateral (
    select item_keys from publications
    where job_id = ${subject}.job_id and client_id = ${subject}.client_id order by version desc limit 1
  ) p on true
  left join lateral (
    select view is not null as has_view from page_publications
    where ${column} = ${subject}.id and client_id = ${subject}.client_id order by version desc limit 1
  ) own on true`;
}

function isShown(kind: string, subject: string): string {
  return `(case when p.item_keys is null then coalesce(own.has_view, false) else ${isListed(kind, subject)} end)`;
}

function isListed(kind: string, subject: string): string {
  return `('${kind}:' || ${subject}.id) = any(p.item_keys)`;
}

export function isNotPaused(column: 'invoice_id' | 'quote_id', subject: string): string {
  return `not exists (select from reminder_pauses x where x.${column} = ${subject}.id)
  and not exists (select from reminder_pauses x where x.client_id = ${subject}.client_id)`;
}
