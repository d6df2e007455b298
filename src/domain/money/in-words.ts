import { decimalsOf } from './decimals.js';

const LOCALE = 'en-AU';

/** Making a formatter takes a thousand times as long as using it, so each currency has one. */
const formats = new Map<string, Intl.NumberFormat>();

/** An amount formatted in the currency of a business: 132000 is "$1,320.00" in dollars and "¥132,000" in yen. */
export function money(cents: number, { currency }: { currency: string }): string {
  return formatOf(currency).format(cents / 10 ** decimalsOf(currency));
}

function formatOf(currency: string): Intl.NumberFormat {
  let format = formats.get(currency);
  if (!format) {
    const decimals = decimalsOf(currency);
    format = new Intl.NumberFormat(LOCALE, {
      style: 'currency',
      currency,
      // A business has one currency, and its clients write "$", not "NZD".
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(currency, format);
  }
  return format;
}
