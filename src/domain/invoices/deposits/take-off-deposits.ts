import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { shareOf } from '../../money/share-of.js';
import { sum } from '../../money/totals.js';
import type { Quote } from '../../quotes/quote.entity.js';
import { creditedByLine } from '../credits/lines-to-credit.js';
import { Invoice } from '../invoice.entity.js';
import { InvoiceLine } from '../invoice-line.entity.js';
import { linesOf } from '../invoice-lines.js';
import type { LineOfInvoice } from '../line-of-invoice.js';

/** Line of a charged deposit with what is left of it to take off. */
interface DepositLeft {
  number: number;
  lineId: string;
  taxRateBasisPoints: number;
  netCents: number;
  taxCents: number;
}

/**
 * Negative lines that take the charged deposits of a quote off its next invoice, with their tax: all that was not taken
 * off before, but at most what the invoice charges. The last takes what is left, so that deposits and invoices together
 * are the quote to the cent. Drafts, void and credited deposits do not count.
 *
 * @param except invoice whose lines are replaced.
 */
export async function linesThatTakeOffDeposits(
  unit: Unit,
  quote: Quote,
  charged: LineOfInvoice[],
  except?: Invoice,
): Promise<LineOfInvoice[]> {
  const left = await depositsLeft(unit, quote, except);
  const available = sum(left.map(grossOf));
  const cents = Math.min(available, sum(charged.map(grossOf)));
  if (cents <= 0) return [];
  return shareOf(left, cents)
    .filter((line) => line.netCents !== 0 || line.taxCents !== 0)
    .map(({ number, lineId, taxRateBasisPoints, netCents, taxCents }) => ({
      description: `Deposit, invoice ${number}`,
      quantity: 1,
      unitPriceCents: -netCents,
      taxRateBasisPoints,
      netCents: -netCents,
      taxCents: -taxCents,
      depositLineId: lineId,
    }));
}

/** Numbers of the invoices that take this deposit off. */
export async function takenOffBy({ em }: Unit, deposit: Invoice): Promise<number[]> {
  const lines = await em.find(InvoiceLine, { invoice: deposit.id });
  const takers = await em.find(
    InvoiceLine,
    { depositLineId: { $in: lines.map(({ id }) => id) } },
    { populate: ['invoice'] },
  );
  const numbers = takers.flatMap(({ invoice }) => (counts(invoice) ? invoice.number : []));
  return [...new Set(numbers)];
}

/**
 * Lines written by hand in place of others: those that take a deposit off stay what they were, with their exact tax,
 * unless they were left out.
 */
export function keepTakenOff(before: LineOfInvoice[], written: LineOfInvoice[]): LineOfInvoice[] {
  const kept = before.filter(({ depositLineId }) => depositLineId);
  return written.map((line) => {
    const at = kept.findIndex((each) => isSameLine(each, line));
    return at < 0 ? line : (kept.splice(at, 1)[0] as LineOfInvoice);
  });
}

async function depositsLeft(unit: Unit, quote: Quote, except?: Invoice): Promise<DepositLeft[]> {
  const deposits = await unit.em.find(
    Invoice,
    { quote: quote.id, kind: 'DEPOSIT', status: { $nin: ['DRAFT', 'VOID'] } },
    { orderBy: { id: 'asc' } },
  );
  const left: DepositLeft[] = [];
  for (const deposit of deposits) left.push(...(await leftOf(unit, deposit, except)));
  return left;
}

/** What is left of the lines of a deposit; negative if more was taken off than charged. */
export async function leftOf(
  unit: Unit,
  deposit: Invoice,
  except?: Invoice,
): Promise<DepositLeft[]> {
  const credited = await creditedByLine(unit, deposit);
  const lines = await linesOf(unit, deposit);
  const takenOff = await takenOffByLine(
    unit,
    lines.map(({ id }) => id),
    except,
  );
  return lines.map(({ id, taxRateBasisPoints, netCents, taxCents }) => {
    const credit = credited.get(id) ?? NOTHING;
    const off = takenOff.get(id) ?? NOTHING;
    return {
      number: deposit.number,
      lineId: id,
      taxRateBasisPoints,
      // Lines that take it off are negative.
      netCents: netCents - credit.netCents + off.netCents,
      taxCents: taxCents - credit.taxCents + off.taxCents,
    };
  });
}

const NOTHING = { netCents: 0, taxCents: 0 };

/** Sums of the negative lines that take these lines off; of invoices that are neither void nor credited whole. */
async function takenOffByLine({ em }: Unit, lineIds: string[], except?: Invoice) {
  const lines = await em.find(
    InvoiceLine,
    { depositLineId: { $in: lineIds } },
    { populate: ['invoice'] },
  );
  const sums = new Map<string, typeof NOTHING>();
  for (const { invoice, depositLineId, netCents, taxCents } of lines) {
    if (invoice.id === except?.id || !counts(invoice)) continue;
    const before = sums.get(depositLineId as string) ?? NOTHING;
    sums.set(depositLineId as string, {
      netCents: before.netCents + netCents,
      taxCents: before.taxCents + (taxCents ?? 0),
    });
  }
  return sums;
}

function counts({ status, totalCents, creditedCents }: Invoice): boolean {
  return status !== 'VOID' && (totalCents === 0 || creditedCents < totalCents);
}

function isSameLine(a: LineOfInvoice, b: LineOfInvoice): boolean {
  return (
    a.description === b.description &&
    a.quantity === b.quantity &&
    a.unitPriceCents === b.unitPriceCents &&
    a.taxRateBasisPoints === b.taxRateBasisPoints
  );
}

function grossOf({ netCents, taxCents }: { netCents: number; taxCents: number }): number {
  return netCents + taxCents;
}
