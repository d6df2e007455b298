import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../database/unit-of-work.js';
import { Invoice } from '../domain/invoices/invoice.entity.js';
import { Quote } from '../domain/quotes/quote.entity.js';
import { QuoteVersion } from '../domain/quotes/quote-version.entity.js';
import type { OutgoingEmail } from '../email/outgoing-email.entity.js';

/**
 * The invoice or quote whose last delivery is this mail, held until the change commits; null for other
 * mails, and when it was sent or handed over again since.
 */
export async function documentOf(
  { em }: Unit,
  { id, businessId, data }: OutgoingEmail,
): Promise<Invoice | Quote | null> {
  const isLast = { delivery: id, businessId };
  const held = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  if (data.invoiceId) return em.findOne(Invoice, { id: String(data.invoiceId), ...isLast }, held);
  if (!data.quoteVersionId) return null;
  const { quote } = await em.findOneOrFail(QuoteVersion, String(data.quoteVersionId));
  return em.findOne(Quote, { id: quote.id, ...isLast }, held);
}
