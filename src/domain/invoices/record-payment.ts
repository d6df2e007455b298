import type { Unit } from '../../database/unit-of-work.js';
import { conflict, invalid } from '../../visibility/refusals.js';
import { Business } from '../business/business.entity.js';
import { dayIn } from '../business/business-day.js';
import type { Job } from '../jobs/job.entity.js';
import { partOfJob, staffOf } from '../jobs/job-to-change.js';
import { money } from '../money/in-words.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Invoice } from './invoice.entity.js';
import { Payment } from './payment.entity.js';
import type { PaymentMethod } from './payment-method.js';

/** A payment as a caller records it. */
export interface PaymentToRecord {
  invoiceId: string;
  amountCents: number;
  /** 2026-03-31; the business's day of today when left out. */
  receivedOn?: string | null;
  method?: PaymentMethod | null;
  reference?: string | null;
  key?: string | null;
}

export const MAX_KEY_LENGTH = 200;
export const MAX_REFERENCE_LENGTH = 200;

/**
 * Records money that came in, once for each key. Never more than is owed: what was overpaid is no
 * payment of this invoice.
 */
export async function recordPayment(unit: Unit, wanted: PaymentToRecord) {
  if (wanted.key) await lockKey(unit, wanted.key);
  const { part: invoice, job } = await partOfJob(unit, Invoice, wanted.invoiceId);
  const earlier = wanted.key ? await recordedUnder(unit, wanted.key) : null;
  if (earlier) return { payment: sameOrRefused(earlier, wanted), invoice, job };
  const business = await unit.em.findOneOrFail(Business, invoice.businessId);
  checkOwed(invoice, wanted.amountCents, business);
  invoice.pay(wanted.amountCents);
  const payment = unit.em.create(
    Payment,
    {
      businessId: invoice.businessId,
      invoice,
      amountCents: wanted.amountCents,
      receivedOn: receivedOn(unit, wanted, business),
      method: wanted.method ?? null,
      reference: wanted.reference?.trim() || null,
      key: wanted.key ?? null,
      recordedAt: unit.now,
      recordedBy: unit.em.getReference(StaffMember, staffOf(unit).staffId),
    },
    { partial: true },
  );
  return { payment, invoice, job };
}

/** Two that record under one key at once come one after the other, whichever invoice they mean. */
async function lockKey(unit: Unit, key: string): Promise<void> {
  const name = `payment ${staffOf(unit).businessId} ${key}`;
  await unit.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}

function recordedUnder(unit: Unit, key: string): Promise<Payment | null> {
  return unit.em.findOne(Payment, { businessId: staffOf(unit).businessId, key });
}

function sameOrRefused(earlier: Payment, wanted: PaymentToRecord): Payment {
  if (!isSame(earlier, wanted))
    throw conflict('This key was used for another payment; use a new key for each payment.');
  if (earlier.reversedAt) throw conflict('The payment of this key was reversed; use a new key.');
  return earlier;
}

/** What the caller leaves out is not compared: today's day may be another one by now. */
function isSame(earlier: Payment, wanted: PaymentToRecord): boolean {
  const { receivedOn, method } = wanted;
  const reference = wanted.reference?.trim();
  return (
    earlier.invoice.id === wanted.invoiceId.toLowerCase() &&
    earlier.amountCents === wanted.amountCents &&
    (!receivedOn || earlier.receivedOn === receivedOn) &&
    (!method || earlier.method === method) &&
    (!reference || earlier.reference === reference)
  );
}

function checkOwed(invoice: Invoice, amountCents: number, business: Business): void {
  if (amountCents <= 0) throw invalid('amountCents', 'The payment must be more than 0 cents.');
  if (invoice.status === 'DRAFT')
    throw conflict('This invoice is a draft; send it, then record its payments.');
  if (invoice.status === 'VOID') throw conflict('This invoice is void; nothing is owed on it.');
  if (amountCents <= invoice.owedCents) return;
  const owed = money(invoice.owedCents, business);
  throw invalid('amountCents', `The payment is more than the ${owed} that is still owed.`);
}

function receivedOn(unit: Unit, wanted: PaymentToRecord, { timeZone }: Business): string {
  const today = dayIn(timeZone, unit.now);
  const day = wanted.receivedOn ?? today;
  if (day > today)
    throw invalid('receivedOn', 'This day is still to come; choose the day the money came in.');
  return day;
}

/** What recording or reversing a payment answers, before it is read again. */
export interface PaymentChange {
  payment: Payment;
  invoice: Invoice;
  job: Job;
}
