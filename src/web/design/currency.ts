/** Currencies that do not have two decimals, from ISO 4217; the server has the same list (a test compares them). */
const WITHOUT_DECIMALS =
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
const WITH_THREE = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');

/** Number of decimals of a currency; amounts count its smallest unit. */
export function decimalsOf(currency: string): number {
  if (WITHOUT_DECIMALS.includes(currency)) return 0;
  return WITH_THREE.includes(currency) ? 3 : 2;
}

/** How amounts are typed in a form. */
export interface AmountInput {
  /** Step of a number field: "0.01" for dollars, "1" for yen. */
  step: string;
  /** Value of a number field. */
  fromCents(cents: number): string;
  /** Cents (the smallest unit of the currency) of what was typed. */
  toCents(text: string): number;
}

export function amountInputOf(currency: string): AmountInput {
  const decimals = decimalsOf(currency);
  return {
    step: decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`,
    fromCents: (cents) => (cents / 10 ** decimals).toFixed(decimals),
    toCents: (text) => Math.round(Number(text) * 10 ** decimals),
  };
}
