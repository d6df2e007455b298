import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { Faults } from '../../../visibility/inputs/faults.js';
import { conflict, invalid } from '../../../visibility/refusals.js';
import { Business } from '../../business/business.entity.js';
import { dayIn } from '../../business/business-day.js';
import type { Job } from '../../jobs/job.entity.js';
import { partOfJob, staffOf } from '../../jobs/lock-job.js';
import { money } from '../../money/in-words.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { Invoice } from '../invoice.entity.js';
import { Payment } from './payment.entity.js';
import type { PaymentMethod } from './payment-method.js';

/** Input of `recordPayment`. */
export interface PaymentToRecord {
  invoiceId: string;
  amountCents: number;
  /** Such as 2026-03-31; default: today at the business. */
  receivedOn?: string | null;
  method?: PaymentMethod | null;
  reference?: string | null;
  key?: string | null;
}

export const MAX_KEY_LENGTH = 200;
export const MAX_REFERENCE_LENGTH = 200;

/**
 * Records a payment, once per key. Throws VALIDATION_FAILED when the amount is more than is owed, CONFLICT when
 * the invoice cannot be paid or the key was used for another payment.
 */
export async function recordPayment(unit: Unit, input: PaymentToRecord) {
  if (input.key) await lockKey(unit, input.key);
  const { part: invoice, job } = await partOfJob(unit, Invoice, input.invoiceId);
  const earlier = input.key ? await paymentWithKey(unit, input.key) : null;
  if (earlier) return { payment: sameOrRefused(earlier, input), invoice, job };
  const business = await unit.em.findOneOrFail(Business, invoice.businessId);
  const receivedOn = checkedDay(unit, invoice, input, business);
  invoice.pay(input.amountCents);
  const payment = unit.em.create(
    Payment,
    {
      businessId: invoice.businessId,
      invoice,
      amountCents: input.amountCents,
      receivedOn,
      method: input.method ?? null,
      reference: input.reference?.trim() || null,
      key: input.key ?? null,
      recordedAt: unit.now,
      recordedBy: unit.em.getReference(StaffMember, staffOf(unit).staffId),
    },
    { partial: true },
  );
  return { payment, invoice, job };
}

/** Serializes concurrent payments under one key, whichever invoices they are for. */
async function lockKey(unit: Unit, key: string): Promise<void> {
  const name = `payment ${staffOf(unit).businessId} ${key}`;
  await unit.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}

function paymentWithKey(unit: Unit, key: string): Promise<Payment | null> {
  return unit.em.findOne(Payment, { businessId: staffOf(unit).businessId, key });
}

function sameOrRefused(earlier: Payment, input: PaymentToRecord): Payment {
  if (!isSame(earlier, input))
    throw conflict('This key was used for another payment; use a new key for each payment.');
  if (earlier.reversedAt) throw conflict('The payment of this key was reversed; use a new key.');
  return earlier;
}

/** Whether a repeated call is for the same payment. Omitted fields are not compared: today may be another day. */
function isSame(earlier: Payment, input: PaymentToRecord): boolean {
  const { receivedOn, method } = input;
  const reference = input.reference?.trim();
  return (
    earlier.invoice.id === input.invoiceId.toLowerCase() &&
    earlier.amountCents === input.amountCents &&
    (!receivedOn || earlier.receivedOn === receivedOn) &&
    (!method || earlier.method === method) &&
    (!reference || earlier.reference === reference)
  );
}

/** The day of the payment. Throws VALIDATION_FAILED with everything that is wrong with it. */
function checkedDay(
  unit: Unit,
  invoice: Invoice,
  input: PaymentToRecord,
  business: Business,
): string {
  const faults = new Faults();
  if (input.method === 'CARD_ONLINE')
    faults.add('method', "Payments on the client's page are recorded automatically; choose Card.");
  faults.check(() => checkOwed(invoice, input.amountCents, business));
  const day = faults.check(() => receivedOn(unit, input, business));
  faults.throwIfAny();
  return day as string;
}

function checkOwed(invoice: Invoice, amountCents: number, business: Business): void {
  if (amountCents <= 0) throw invalid('amountCents', 'The payment must be more than 0.');
  if (invoice.status === 'DRAFT')
    throw conflict('This invoice is a draft; send it, then record its payments.');
  if (invoice.status === 'VOID') throw conflict('This invoice is void; nothing is owed on it.');
  if (amountCents <= invoice.owedCents) return;
  const owed = money(invoice.owedCents, business);
  throw invalid('amountCents', `The payment is more than the ${owed} that is still owed.`);
}

function receivedOn(unit: Unit, input: PaymentToRecord, { timeZone }: Business): string {
  const today = dayIn(timeZone, unit.now);
  const day = input.receivedOn ?? today;
  if (day > today)
    throw invalid('receivedOn', 'This day is still to come; choose the day the money came in.');
  return day;
}

/** Entities changed by recording or reversing a payment. */
export interface PaymentChange {
  payment: Payment;
  invoice: Invoice;
  job: Job;
}
