import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { queueEmail } from '../../../email/outbox/outbox.js';
import { rolesWith, rolesWithBoth } from '../../../visibility/capabilities.js';
import { Client } from '../../clients/client.entity.js';
import type { Invoice } from '../../invoices/invoice.entity.js';
import { Assignment } from '../../jobs/assignment.entity.js';
import { SIGNS_IN, StaffMember, type StaffRole } from '../../staff/staff-member.entity.js';
import type { Checkout } from '../checkouts/checkout.entity.js';
import type { CardPaymentNews } from '../records/news.js';
import { CARD_PAYMENT_TO_CLIENT } from './mail-to-client.js';
import { CARD_PAYMENT_TO_STAFF } from './mail-to-staff.js';

/** News that clients are told: what happens between the business and its bank is not theirs. */
const TO_CLIENT: CardPaymentNews['kind'][] = ['PAID', 'FAILED', 'REFUNDED'];

/**
 * Queues the mails about an online payment: to the client, and to the staff who look after the money of the whole business
 * or, of those who write invoices, are assigned to the job. The amounts are fixed in the mails, since later events change
 * those of the rows.
 */
export async function notifyOfCardPayment(
  unit: Unit,
  checkout: Checkout,
  invoice: Invoice,
  news: CardPaymentNews,
): Promise<void> {
  const { em, now } = unit;
  const mail = { businessId: invoice.businessId, jobId: invoice.job.id, now };
  const about = {
    invoiceId: invoice.id,
    checkoutId: checkout.id,
    news,
    currency: checkout.currency,
  };
  const client = await em.findOne(Client, invoice.client?.id ?? checkout.client.id);
  if (client?.email && TO_CLIENT.includes(news.kind))
    await queueEmail(em, {
      ...mail,
      kind: CARD_PAYMENT_TO_CLIENT,
      recipient: client.email,
      data: { ...about, owedCents: invoice.owedCents, linkId: checkout.linkId },
    });
  for (const { id, email } of await recipientsOf(unit, invoice))
    await queueEmail(em, {
      ...mail,
      kind: CARD_PAYMENT_TO_STAFF,
      recipient: email,
      data: { ...about, staffId: id },
    });
}

async function recipientsOf({ em }: Unit, { businessId, job }: Invoice): Promise<StaffMember[]> {
  const assigned = await em.find(Assignment, { job: job.id });
  const assignedIds = assigned.map(({ staffMember }) => staffMember.id);
  return em.find(StaffMember, {
    businessId,
    ...SIGNS_IN,
    $or: [
      { role: { $in: [...rolesWithBoth('WRITE_INVOICES', 'SEE_COSTS')] as StaffRole[] } },
      { role: { $in: [...rolesWith('WRITE_INVOICES')] as StaffRole[] }, id: { $in: assignedIds } },
    ],
  });
}
