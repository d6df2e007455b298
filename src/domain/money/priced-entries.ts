import type { MailWords } from '../words/mail-words.js';
import type { TaxOfRate } from './taxes.js';
import type { Totals } from './totals.js';

/** A line of a quote or an invoice as mails list it. */
export interface PricedLine {
  description: string;
  quantity: number;
  unitPriceCents: number;
  netCents: number;
}

interface PricedDocument extends Totals {
  lines: PricedLine[];
  /** Sums by tax rate; with more than one rate each is listed. */
  taxes?: TaxOfRate[];
}

/** Lines and totals of a quote or an invoice, as the entries of a mail. */
export function pricedEntries(
  { lines, taxes = [], netCents, taxCents, totalCents }: PricedDocument,
  taxName: string,
  { texts: { common }, own, money }: MailWords,
): string[] {
  return [
    ...lines.map(({ description, quantity, unitPriceCents, netCents: net }) =>
      common.named(own(description), common.price(quantity, money(unitPriceCents), money(net))),
    ),
    common.named(common.beforeTax, money(netCents)),
    ...(taxes.length > 1
      ? taxes.map(({ taxRateBasisPoints, netCents: net, taxCents: tax }) =>
          common.named(common.taxOfRate(taxName, taxRateBasisPoints / 100, money(net)), money(tax)),
        )
      : [common.named(common.tax(taxName), money(taxCents))]),
    common.named(common.total, money(totalCents)),
  ];
}
