import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { Faults } from '../../../visibility/inputs/faults.js';
import { invalid } from '../../../visibility/refusals.js';
import { netOf } from '../../money/totals.js';
import { Invoice } from '../invoice.entity.js';
import { linesOf } from '../invoice-lines.js';
import type { LineOfInvoice } from '../line-of-invoice.js';

/** Line of an invoice to credit. */
export interface CreditedLine {
  lineId: string;
  /** Default: what was not credited yet. */
  quantity?: number | null;
}

type ChargedLine = LineOfInvoice & { id: string };

/** What was credited of a line already. */
interface Credited {
  quantity: number;
  netCents: number;
  taxCents: number;
}

const NOTHING: Credited = { quantity: 0, netCents: 0, taxCents: 0 };

/**
 * The lines of a credit note: those of the invoice with negative amounts, as far as they were not credited before. When
 * the last of a line is credited, its credits are its charge to the cent. Throws VALIDATION_FAILED for a line of another
 * invoice and for more than was charged.
 */
export async function linesToCredit(
  unit: Unit,
  invoice: Invoice,
  chosen: CreditedLine[] | null,
): Promise<LineOfInvoice[]> {
  const charged = await linesOf(unit, invoice);
  const credited = await creditedByLine(unit, invoice);
  const creditOf = (line: ChargedLine, quantity: number | null, field: string) =>
    mirrored(line, credited.get(line.id) ?? NOTHING, quantity, field);
  if (!chosen) return charged.flatMap((line) => creditOf(line, null, 'lines') ?? []);
  const faults = new Faults();
  const credits = chosen.flatMap(({ lineId, quantity }, at) => {
    const refuse = (reason: string) => faults.add(`lines.${at}.lineId`, reason);
    if (chosen.findIndex((other) => other.lineId === lineId) < at)
      refuse('Choose each line once, with its quantity.');
    const line = charged.find(({ id }) => id === lineId);
    if (!line) refuse('This invoice has no such line; choose one of its lines.');
    const field = `lines.${at}.quantity`;
    const credit = line && faults.check(() => creditOf(line, quantity ?? null, field));
    if (credit === null) refuse('This line was credited already.');
    return credit ?? [];
  });
  faults.throwIfAny();
  return credits;
}

/** What the credit notes of an invoice take back of each of its lines, as positive amounts. */
export async function creditedByLine(unit: Unit, invoice: Invoice): Promise<Map<string, Credited>> {
  const notes = await unit.em.find(Invoice, {
    creditedInvoice: invoice.id,
    status: { $ne: 'VOID' },
  });
  const sums = new Map<string, Credited>();
  for (const note of notes)
    for (const { creditedLineId, quantity, netCents, taxCents } of await linesOf(unit, note)) {
      const sum = sums.get(creditedLineId as string) ?? NOTHING;
      sums.set(creditedLineId as string, {
        quantity: exact(sum.quantity + quantity),
        netCents: sum.netCents - netCents,
        taxCents: sum.taxCents - taxCents,
      });
    }
  return sums;
}

/** The credit of a line, or of a quantity of it; null if all of it was credited. */
function mirrored(
  line: ChargedLine,
  credited: Credited,
  quantity: number | null,
  field: string,
): LineOfInvoice | null {
  const left = exact(line.quantity - credited.quantity);
  if (left <= 0) return null;
  const now = quantity ?? left;
  if (now > left) throw invalid(field, `Only ${left} of this line can be credited still.`);
  const upTo = exact(credited.quantity + now);
  const isAll = upTo === line.quantity;
  const net = isAll ? line.netCents : netOf(upTo, line.unitPriceCents);
  const tax = isAll ? line.taxCents : Math.round((line.taxCents * upTo) / line.quantity);
  return {
    description: line.description,
    quantity: now,
    unitPriceCents: -line.unitPriceCents,
    taxRateBasisPoints: line.taxRateBasisPoints,
    netCents: credited.netCents - net,
    taxCents: credited.taxCents - tax,
    creditedLineId: line.id,
  };
}

/** A quantity without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function exact(quantity: number): number {
  return Number(quantity.toFixed(9));
}
