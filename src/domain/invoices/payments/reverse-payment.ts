import { isUuid } from '../../../database/sql/uuid.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict, notFound } from '../../../visibility/refusals.js';
import { partOfJob, staffOf } from '../../jobs/lock-job.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { Invoice } from '../invoice.entity.js';
import { Payment } from './payment.entity.js';
import type { PaymentChange } from './record-payment.js';

export const MAX_REASON_LENGTH = 1000;

/**
 * Reverses a payment: its row stays and its amount is owed again. `wasShown` returns whether the client has the
 * invoice. Idempotent for the same person and reason; throws CONFLICT when somebody else reversed it, or when it was
 * paid on the client's page: a refund reverses it.
 */
export async function reversePayment(
  unit: Unit,
  { id, reason }: { id: string; reason: string },
  wasShown: (invoice: Invoice) => Promise<boolean>,
): Promise<PaymentChange> {
  const { payment, invoice, job } = await lockPayment(unit, id);
  const { staffId } = staffOf(unit);
  if (payment.reversedAt) {
    if (payment.reversedBy?.id === staffId && payment.reversalReason === reason.trim())
      return { payment, invoice, job };
    throw conflict('This payment was reversed already.');
  }
  if (payment.checkoutId)
    throw conflict("This was paid on the client's page; refund it, so that the money goes back.");
  payment.reverse(
    unit.em.getReference(StaffMember, staffId),
    reason.trim(),
    await wasShown(invoice),
    unit.now,
  );
  invoice.unpay(payment.amountCents);
  return { payment, invoice, job };
}

/** A payment with its invoice and job; the job is locked first. Throws NOT_FOUND. */
async function lockPayment(unit: Unit, id: string): Promise<PaymentChange> {
  const { businessId } = staffOf(unit);
  const found = isUuid(id) ? await unit.em.findOne(Payment, { id, businessId }) : null;
  if (!found) throw notFound();
  const { part: invoice, job } = await partOfJob(unit, Invoice, found.invoice.id);
  // It may have been reversed while this waited for the lock.
  const payment = await unit.em.refresh(found);
  if (!payment) throw notFound();
  return { payment, invoice, job };
}
