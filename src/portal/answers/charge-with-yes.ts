import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Business } from '../../domain/business/business.entity.js';
import type { Client } from '../../domain/clients/client.entity.js';
import { chargeWithYes, makeInvoiceWithYes } from '../../domain/invoices/deposits/make-with-yes.js';
import type { Invoice } from '../../domain/invoices/invoice.entity.js';
import { markSent } from '../../domain/invoices/mark-sent.js';
import { mailCopyToClient } from '../../domain/quotes/answers/copy-for-client.js';
import { jobOfAccepted } from '../../domain/quotes/answers/job-of-quote.js';
import type { QuoteAnswer } from '../../domain/quotes/answers/quote-answer.entity.js';
import { publishSentItem } from '../../sharing/sending/publish-sent-item.js';
import type { Sharing } from '../../sharing/sharing.js';
import type { PortalForWrite } from '../session/open-portal-for-write.js';
import type { DepositChoice } from './deposit-choice.js';

/**
 * Mails the client its copy of an accepted quote. If the quote asks for a deposit, or the client wants to pay all of it,
 * the invoice is made, published, and sent with that mail. A quote that was invoiced before its acceptance has no deposit.
 */
export async function confirmAcceptance(
  unit: Unit,
  sharing: Sharing,
  answer: QuoteAnswer,
  { client, link, pay }: Pick<PortalForWrite, 'client' | 'link'> & { pay: DepositChoice | null },
): Promise<void> {
  const isForAll = pay === 'ALL';
  const invoice = await chargeFor(unit, answer, client, isForAll);
  const invoiceId = invoice?.id ?? null;
  const delivery = await mailCopyToClient(unit, answer, { client, linkId: link.id, invoiceId });
  if (!invoice) return;
  if (delivery) invoice.reachedBy({ delivery });
  const { id, businessId, job } = invoice;
  await publishSentItem(unit, sharing, { kind: 'INVOICE', id, businessId, client, job });
}

async function chargeFor(
  unit: Unit,
  answer: QuoteAnswer,
  client: Client,
  isForAll: boolean,
): Promise<Invoice | null> {
  const { quote, businessId } = answer;
  const charge = await chargeWithYes(unit, answer, isForAll);
  if (!charge) return null;
  const job = await jobOfAccepted(unit, quote, client);
  const invoice = await makeInvoiceWithYes(unit, charge, job);
  const business = await unit.em.findOneOrFail(Business, businessId);
  await markSent(unit, { invoice, job, business });
  // A new job must be there before its share state is read.
  await unit.em.flush();
  return invoice;
}
