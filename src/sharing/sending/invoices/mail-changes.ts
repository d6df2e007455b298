import type { PricedLine } from '../../../domain/money/priced-entries.js';
import type { MailWords } from '../../../domain/words/mail-words.js';
import type { InvoiceContent } from './mail-row.js';

/** Differences between two versions of an invoice, in words. Empty if only details of the parties differ. */
export function invoiceChanges(
  before: InvoiceContent,
  now: InvoiceContent,
  words: MailWords,
): string[] {
  const { money, day } = words;
  const { changes } = words.texts.invoices;
  const changed = <V>(label: string, was: V, is: V, inWords: (value: V) => string | null) =>
    was === is ? [] : [changes.isNow(label, inWords(was), inWords(is))];
  return [
    ...changed(changes.ofTitle, before.title, now.title, changes.quoted),
    ...lineChanges(before.lines, now.lines, words),
    ...changed(changes.ofTotal, before.totalCents, now.totalCents, money),
    ...changed(changes.ofDueDay, before.dueOn, now.dueOn, (due) => due && day(due)),
  ];
}

/** Lines that are new, gone, or have another price. Lines are compared by their description. */
function lineChanges(before: PricedLine[], now: PricedLine[], words: MailWords): string[] {
  const { changes } = words.texts.invoices;
  const left = [...before];
  const entries = now.flatMap((line) => {
    const at = left.findIndex(({ description }) => description === line.description);
    const [earlier] = at < 0 ? [] : left.splice(at, 1);
    if (!earlier) return changes.newLine(lineInWords(line, words));
    if (isSamePrice(earlier, line)) return [];
    const name = changes.line(line.description);
    return changes.isNow(name, priceInWords(earlier, words), priceInWords(line, words));
  });
  return [...entries, ...left.map((line) => changes.goneLine(lineInWords(line, words)))];
}

function isSamePrice(one: PricedLine, other: PricedLine): boolean {
  return one.quantity === other.quantity && one.unitPriceCents === other.unitPriceCents;
}

function lineInWords(line: PricedLine, words: MailWords): string {
  return words.texts.invoices.changes.priced(line.description, priceInWords(line, words));
}

function priceInWords(
  { quantity, unitPriceCents, netCents }: PricedLine,
  { texts, money }: MailWords,
): string {
  return texts.common.price(quantity, money(unitPriceCents), money(netCents));
}
