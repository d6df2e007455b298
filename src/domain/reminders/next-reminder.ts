import { UNPAID } from '../invoices/invoice-status.js';
import { isNotPaused } from './subject-sql.js';

/** SQL of the next day after today on which an invoice is reminded of, if it is not paid before. */
export function nextOfInvoice(invoice: string, today: string): string {
  return `(select min(${invoice}.due_on + d.days)
    from businesses b cross join lateral unnest(b.invoice_reminder_days) d(days)
    where b.id = ${invoice}.business_id and b.remind_of_invoices and b.client_portal_enabled
      and ${invoice}.status in (${UNPAID.map((status) => `'${status}'`).join(', ')}) and ${invoice}.owed_cents > 0
      and ${invoice}.due_on + d.days > ${today} and ${isNotPaused('invoice_id', invoice)})`;
}

/** SQL of the next day after today on which a quote is reminded of, if it has no answer before. */
export function nextOfQuote(quote: string, today: string): string {
  return `(select min(n.day)
    from businesses b cross join lateral (
      select ${quote}.valid_until - d.days as day from unnest(b.quote_reminder_days_before_expiry) d(days)
      union all
      select (${quote}.sent_at at time zone b.time_zone)::date + d.days
      from unnest(b.quote_reminder_days_after_sending) d(days)
    ) n
    where b.id = ${quote}.business_id and b.remind_of_quotes and b.client_portal_enabled
      and ${quote}.status = 'SENT' and n.day > ${today}
      and (${quote}.valid_until is null or n.day <= ${quote}.valid_until)
      and ${isNotPaused('quote_id', quote)})`;
}

/** SQL of whether reminders are paused, for the invoice or quote itself or for its client. */
export function isPaused(column: 'invoice_id' | 'quote_id', subject: string): string {
  return `not (${isNotPaused(column, subject)})`;
}
