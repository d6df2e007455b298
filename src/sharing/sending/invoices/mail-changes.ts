import { dayInWords } from '../../../domain/business/day-in-words.js';
import { money } from '../../../domain/money/in-words.js';
import type { PricedLine } from '../../../domain/money/priced-entries.js';
import type { InvoiceContent, InvoiceMailRow } from './mail-row.js';

type Place = Pick<InvoiceMailRow, 'currency' | 'dateOrder'>;

/** Differences between two versions of an invoice, in words. Empty if only details of the parties differ. */
export function invoiceChanges(
  before: InvoiceContent,
  now: InvoiceContent,
  place: Place,
): string[] {
  return [
    ...changed('Title', before.title, now.title, (title) => `“${title}”`),
    ...lineChanges(before.lines, now.lines, place),
    ...changed('Total', before.totalCents, now.totalCents, (cents) => money(cents, place)),
    ...changed('To pay by', before.dueOn, now.dueOn, (day) => day && dayInWords(day, place)),
  ];
}

function changed<V>(
  label: string,
  before: V,
  now: V,
  inWords: (value: V) => string | null,
): string[] {
  return before === now ? [] : [`${label}: ${inWords(before)} is now ${inWords(now)}`];
}

/** Lines that are new, gone, or have another price. Lines are compared by their description. */
function lineChanges(before: PricedLine[], now: PricedLine[], place: Place): string[] {
  const left = [...before];
  const entries = now.flatMap((line) => {
    const at = left.findIndex(({ description }) => description === line.description);
    const [earlier] = at < 0 ? [] : left.splice(at, 1);
    if (!earlier) return `New: ${lineInWords(line, place)}`;
    if (isSamePrice(earlier, line)) return [];
    return `${line.description}: ${priceInWords(earlier, place)} is now ${priceInWords(line, place)}`;
  });
  return [...entries, ...left.map((line) => `No longer: ${lineInWords(line, place)}`)];
}

function isSamePrice(one: PricedLine, other: PricedLine): boolean {
  return one.quantity === other.quantity && one.unitPriceCents === other.unitPriceCents;
}

function lineInWords(line: PricedLine, place: Place): string {
  return `${line.description}, ${priceInWords(line, place)}`;
}

function priceInWords({ quantity, unitPriceCents, netCents }: PricedLine, place: Place): string {
  return `${quantity} × ${money(unitPriceCents, place)} = ${money(netCents, place)}`;
}
