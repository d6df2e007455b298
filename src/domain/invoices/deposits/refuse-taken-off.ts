import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../../visibility/refusals.js';
import type { Invoice } from '../invoice.entity.js';
import { InvoiceLine } from '../invoice-line.entity.js';
import { leftOf, takenOffBy } from './take-off-deposits.js';

/**
 * Throws CONFLICT while an invoice takes this deposit off: were less of the deposit charged, more would be taken off than
 * the client owes. Other invoices than deposits pass.
 */
export async function refuseTakenOff(unit: Unit, deposit: Invoice): Promise<void> {
  if (deposit.kind !== 'DEPOSIT') return;
  const [number] = await takenOffBy(unit, deposit);
  if (number === undefined) return;
  throw conflict(`This deposit was taken off invoice ${number}; make that one void first.`);
}

/** Throws CONFLICT if another invoice takes off the same deposits, since this one was credited whole meanwhile. */
export async function refuseTakenOffTwice(unit: Unit, invoice: Invoice): Promise<void> {
  for (const deposit of await depositsTakenOff(unit, invoice)) {
    const left = await leftOf(unit, deposit);
    if (left.every(({ netCents, taxCents }) => netCents >= 0 && taxCents >= 0)) continue;
    const others = (await takenOffBy(unit, deposit)).filter((number) => number !== invoice.number);
    throw conflict(
      `Its deposit was taken off invoice ${others[0]} since; make that one void first.`,
    );
  }
}

async function depositsTakenOff({ em }: Unit, invoice: Invoice): Promise<Set<Invoice>> {
  const lines = await em.find(InvoiceLine, { invoice: invoice.id, depositLineId: { $ne: null } });
  const ofDeposits = await em.find(
    InvoiceLine,
    { id: { $in: lines.map(({ depositLineId }) => depositLineId as string) } },
    { populate: ['invoice'] },
  );
  return new Set(ofDeposits.map((line) => line.invoice));
}
