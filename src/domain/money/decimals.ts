/**
 * Decimals of the currencies that do not have two, from ISO 4217. Not from Intl, whose answer depends on the version of
 * its data: stored amounts would change their worth with an update of Node.
 */
const DECIMALS: Record<string, number> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
]);

/** Number of decimals of a currency: 2 for dollars, 0 for yen, 3 for Kuwaiti dinars. Amounts count its smallest unit. */
export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2;
}
