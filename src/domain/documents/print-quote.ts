import type { PrintedDocument, PrintedGroup } from '../../documents/printed-document.js';
import { dayIn } from '../business/business-day.js';
import { dayInWords } from '../business/day-in-words.js';
import { localTime } from '../business/local-time.js';
import { taxesByRate, withTax } from '../money/taxes.js';
import { totalOf } from '../money/totals.js';
import { depositInWords } from '../quotes/deposit/deposit-in-words.js';
import { depositOf } from '../quotes/deposit/deposit-terms.js';
import type { QuoteVersionLine } from '../quotes/versions/quote-version.entity.js';
import type { FrozenAcceptance, FrozenQuote } from './frozen.js';
import {
  amountIn,
  commonParts,
  footerOf,
  lineInWords,
  reducedRateSection,
  totalsInWords,
} from './words.js';

/** A sent version of a quote on paper; with `acceptance`, as the client accepted it. The logo is added by the caller. */
export function printQuote(
  quote: FrozenQuote,
  acceptance: FrozenAcceptance | null,
): Omit<PrintedDocument, 'logo'> {
  const lines = quote.lines.filter((line) => !acceptance || isTaken(line, acceptance));
  const counted = lines.filter((line) => !line.optional || acceptance);
  const taxes = taxesByRate(withTax(counted));
  const kind = acceptance ? 'Accepted quote' : 'Quote';
  const totals = totalOf(counted);
  return {
    ...commonParts(quote),
    frozenAtMs: Date.parse(acceptance?.answeredAt ?? new Date(quote.sentAt).toISOString()),
    kind,
    facts: factsOf(quote),
    banner: acceptance && acceptanceInWords(quote, acceptance),
    groups: groupsOf(quote, lines, acceptance !== null),
    totals: totalsInWords({ ...quote, ...totals }, taxes, { label: 'Total', sign: 1 }),
    sections: [
      ...reducedRateSection(quote, lines),
      ...depositSection({ ...quote, ...totals }, acceptance !== null),
      ...(quote.terms ? [{ heading: 'Terms', paragraphs: [quote.terms] }] : []),
      ...(acceptance ? [acceptedSection(quote, acceptance)] : []),
    ],
    footer: footerOf(quote, kind),
  };
}

function factsOf(quote: FrozenQuote) {
  const sentOn = dayIn(quote.timeZone, new Date(quote.sentAt));
  return [
    { label: 'Quote number', value: String(quote.number) },
    ...(quote.version > 1 ? [{ label: 'Version', value: String(quote.version) }] : []),
    { label: 'Date', value: dayInWords(sentOn, quote) },
    ...(quote.validUntil
      ? [{ label: 'Valid to the end of', value: dayInWords(quote.validUntil, quote) }]
      : []),
  ];
}

/** What is to be paid with the acceptance; nothing where no deposit is asked for. */
function depositSection(quote: FrozenQuote, isAccepted: boolean) {
  const depositCents = depositOf(quote, quote.totalCents);
  if (isAccepted && depositCents > 0)
    return [
      {
        heading: 'Deposit',
        paragraphs: [`Asked for with the acceptance: ${amountIn(quote, depositCents)}.`],
      },
    ];
  const asked = depositInWords(quote, quote);
  return asked ? [{ heading: 'Deposit', paragraphs: [asked] }] : [];
}

/** The lines under the headings of their groups, as on the page: groups in the order of their first lines. */
function groupsOf(
  quote: FrozenQuote,
  lines: QuoteVersionLine[],
  isAccepted: boolean,
): PrintedGroup[] {
  const groups = new Map<string | null, PrintedGroup>();
  const remark = isAccepted ? 'Option, chosen' : 'Optional, not in the total';
  for (const line of lines) {
    const heading = line.groupName ?? null;
    const group = groups.get(heading) ?? { heading, lines: [] };
    groups.set(heading, group);
    group.lines.push({ ...lineInWords(quote, line), ...(line.optional && { remark }) });
  }
  return [...groups.values()];
}

function isTaken({ id, optional }: QuoteVersionLine, { chosenLineIds }: FrozenAcceptance): boolean {
  return !optional || (chosenLineIds?.includes(id as string) ?? false);
}

function acceptanceInWords(quote: FrozenQuote, { answeredAt, name }: FrozenAcceptance): string {
  const at = momentInWords(quote, new Date(answeredAt));
  return name ? `Accepted by ${name}, ${at}` : `Accepted; recorded by ${quote.seller.name}, ${at}`;
}

function acceptedSection(quote: FrozenQuote, acceptance: FrozenAcceptance) {
  return {
    heading: 'Acceptance',
    paragraphs: [
      `${acceptanceInWords(quote, acceptance)} (${quote.timeZone}).`,
      `SHA-256 of what was accepted: ${acceptance.digest}`,
    ],
  };
}

/** Day and time of day on the clock of the business: "3 March 2026, 14:05". */
function momentInWords(quote: FrozenQuote, at: Date): string {
  const { hour, minute } = localTime(at, quote.timeZone);
  const [hours, minutes] = [hour, minute].map((part) => String(part).padStart(2, '0'));
  return `${dayInWords(dayIn(quote.timeZone, at), quote)}, ${hours}:${minutes}`;
}
