import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict, invalid, Refusal } from '../../../visibility/refusals.js';
import { Business } from '../../business/business.entity.js';
import { money } from '../../money/in-words.js';
import { withTax } from '../../money/taxes.js';
import { partOf } from '../../money/totals.js';
import type { Quote } from '../../quotes/quote.entity.js';
import { linesThatTakeOffDeposits } from '../deposits/take-off-deposits.js';
import type { Invoice } from '../invoice.entity.js';
import { linesOf, linesOfQuote } from '../invoice-lines.js';
import type { LineOfInvoice } from '../line-of-invoice.js';
import { invoicedOf } from './invoiced.js';

/** Part of a quote to invoice. */
interface PartToInvoice {
  /** Per cent of the quote with at most two decimals; default: all of it. */
  percent?: number | null;
  /** Whether staff confirm that all of it is invoiced once more. */
  again?: boolean | null;
  /** Invoice whose lines are replaced, and that so does not count as invoiced already. */
  except?: Invoice;
}

interface InvoicedPart {
  lines: LineOfInvoice[];
  quotePercent: number | null;
  title: string;
}

/** Hundredths of a per cent. */
const ALL = 10_000;

/**
 * The lines of an invoice for all or a part of a quote. Parts are computed from what was invoiced before, so that they
 * add up to the quote to the cent. Deposits that were charged are taken off. Throws CONFLICT for a quote that was invoiced already, unless that is confirmed;
 * VALIDATION_FAILED for more than what is left.
 */
export async function linesOfPart(
  unit: Unit,
  quote: Quote,
  { percent, again, except }: PartToInvoice,
): Promise<InvoicedPart> {
  const earlier = (await invoicedOf(unit, quote)).filter((invoice) => invoice !== except);
  const lines = await linesOfQuote(unit, quote);
  const whole = { lines, quotePercent: 100, title: quote.title };
  const lessDeposits = async (charge: InvoicedPart): Promise<InvoicedPart> => {
    const off = await linesThatTakeOffDeposits(unit, quote, charge.lines, except);
    return { ...charge, lines: [...charge.lines, ...off] };
  };
  if (earlier.length === 0 && (percent ?? 100) === 100) return lessDeposits(whole);
  if (typeof percent === 'number')
    return lessDeposits(await part(unit, quote, lines, earlier, percent));
  if (again) return lessDeposits({ ...whole, quotePercent: null });
  throw await invoicedAlready(unit, quote, earlier);
}

async function part(
  unit: Unit,
  quote: Quote,
  lines: LineOfInvoice[],
  earlier: Invoice[],
  percent: number,
): Promise<InvoicedPart> {
  const done = earlier.reduce((sum, { quotePercent }) => sum + hundredths(quotePercent ?? 0), 0);
  const upTo = done + hundredths(percent);
  if (upTo > ALL) throw invalid('input.percent', leftInWords(ALL - done));
  const before = await invoicedByLine(unit, lines, earlier);
  const business = await unit.em.findOneOrFail(Business, quote.businessId);
  const target = withTax(
    lines.map((line) => ({ ...line, netCents: partOf(line.netCents, upTo, ALL) })),
  );
  return {
    lines: target.map((line, at) => {
      const { netCents = 0, taxCents = 0 } = before.get(line.quoteLineId as string) ?? {};
      const net = line.netCents - netCents;
      const full = money(lines[at]?.netCents ?? 0, business);
      return {
        ...line,
        description: `${line.description}: ${percent} % of ${full}`,
        quantity: 1,
        unitPriceCents: net,
        netCents: net,
        taxCents: line.taxCents - taxCents,
      };
    }),
    quotePercent: percent,
    title: `${quote.title} (${percent} %)`,
  };
}

/** Net amount and tax that were invoiced of each line of the quote. Throws CONFLICT if its lines have changed since. */
async function invoicedByLine(unit: Unit, lines: LineOfInvoice[], earlier: Invoice[]) {
  const sums = new Map(
    lines.map(({ quoteLineId }) => [quoteLineId as string, { netCents: 0, taxCents: 0 }]),
  );
  for (const invoice of earlier)
    for (const line of await linesOf(unit, invoice)) {
      const { quoteLineId, depositLineId, netCents, taxCents } = line;
      if (depositLineId) continue;
      const sum = sums.get(quoteLineId ?? '');
      if (!sum)
        throw conflict(
          'The lines of this quote have changed since a part of it was invoiced; write the lines of this invoice yourself.',
        );
      sum.netCents += netCents;
      sum.taxCents += taxCents;
    }
  return sums;
}

async function invoicedAlready(unit: Unit, quote: Quote, earlier: Invoice[]): Promise<Refusal> {
  const business = await unit.em.findOneOrFail(Business, quote.businessId);
  const list = earlier.map(
    ({ number, totalCents }) => `invoice ${number} over ${money(totalCents, business)}`,
  );
  return new Refusal(
    'CONFLICT',
    `Quote ${quote.number} was invoiced already (${list.join(', ')}); invoice a percentage that is left, or confirm that it is invoiced again.`,
    { confirm: 'again' },
  );
}

function leftInWords(left: number): string {
  if (left <= 0) return 'All of this quote was invoiced already.';
  return `Only ${left / 100} % of this quote is left to invoice.`;
}

function hundredths(percent: number): number {
  return Math.round(percent * 100);
}
