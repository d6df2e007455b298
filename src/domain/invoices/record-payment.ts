import type { Unit } from '../../database/unit-of-work.js';
import { conflict, invalid } from '../../visibility/refusals.js';
import { partOfJob, staffOf } from '../jobs/job-to-change.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Invoice } from './invoice.entity.js';
import { Payment } from './payment.entity.js';

/** Records money that came in. Never more than is owed: what was overpaid is no payment of this invoice. */
export async function recordPayment(unit: Unit, invoiceId: string, amountCents: number) {
  if (amountCents <= 0) throw invalid('amountCents', 'The payment must be more than 0 cents.');
  const { part: invoice, job } = await partOfJob(unit, Invoice, invoiceId);
  if (invoice.status === 'DRAFT')
    throw conflict('This invoice is a draft; send it, then record its payments.');
  if (invoice.status === 'VOID') throw conflict('This invoice is void; nothing is owed on it.');
  if (amountCents > invoice.owedCents)
    throw invalid('amountCents', `The payment is more than the ${invoice.owedCents} cents owed.`);
  invoice.pay(amountCents);
  const payment = unit.em.create(Payment, {
    businessId: invoice.businessId,
    invoice,
    amountCents,
    recordedAt: unit.now,
    recordedBy: unit.em.getReference(StaffMember, staffOf(unit).staffId),
  });
  return { payment, invoice, job };
}
