const formats = new Map<string, Intl.NumberFormat>();

/** An amount in a business's currency: "$1,320.00". */
export function money(cents: number, { currency }: { currency: string }): string {
  const format =
    formats.get(currency) ?? new Intl.NumberFormat('en-AU', { style: 'currency', currency });
  formats.set(currency, format);
  return format.format(cents / 100);
}
