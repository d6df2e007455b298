import { isUuid } from '../../database/live-reader.js';
import type { Unit } from '../../database/unit-of-work.js';
import { conflict, notFound } from '../../visibility/refusals.js';
import { partOfJob, staffOf } from '../jobs/job-to-change.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Invoice } from './invoice.entity.js';
import { Payment } from './payment.entity.js';
import type { PaymentChange } from './record-payment.js';

export const MAX_REASON_LENGTH = 1000;

/**
 * Reverses a payment: it stays on record, struck out, and its amount is owed again. `wasShown` says
 * whether the client has the invoice. The same person reversing it again for the same reason is once.
 */
export async function reversePayment(
  unit: Unit,
  { id, reason }: { id: string; reason: string },
  wasShown: (invoice: Invoice) => Promise<boolean>,
): Promise<PaymentChange> {
  const { payment, invoice, job } = await heldPayment(unit, id);
  const { staffId } = staffOf(unit);
  if (payment.reversedAt) {
    if (payment.reversedBy?.id === staffId && payment.reversalReason === reason.trim())
      return { payment, invoice, job };
    throw conflict('This payment was reversed already.');
  }
  payment.reverse(
    unit.em.getReference(StaffMember, staffId),
    reason.trim(),
    await wasShown(invoice),
    unit.now,
  );
  invoice.unpay(payment.amountCents);
  return { payment, invoice, job };
}

/** A payment with its invoice and job, the job taken first as every change of a job does. */
async function heldPayment(unit: Unit, id: string): Promise<PaymentChange> {
  const { businessId } = staffOf(unit);
  const found = isUuid(id) ? await unit.em.findOne(Payment, { id, businessId }) : null;
  if (!found) throw notFound();
  const { part: invoice, job } = await partOfJob(unit, Invoice, found.invoice.id);
  // Somebody who held the job before us may have reversed it meanwhile.
  const payment = await unit.em.refresh(found);
  if (!payment) throw notFound();
  return { payment, invoice, job };
}
