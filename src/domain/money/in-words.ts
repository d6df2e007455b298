/** An amount in a business's currency: "$1,320.00". */
export function money(cents: number, { currency }: { currency: string }): string {
  return new Intl.NumberFormat('en-AU', { style: 'currency', currency }).format(cents / 100);
}
