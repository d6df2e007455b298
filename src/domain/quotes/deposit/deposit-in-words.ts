import { money } from '../../money/in-words.js';
import { type DepositTerms, depositOf } from './deposit-terms.js';

/**
 * The deposit that a quote asks for on this total, in the words that its page has too (`texts/en/page/strings.ts`): "A deposit
 * of 30 %, $396.00, is asked for when you accept. You can also pay all of it at once: $1,320.00." Null if none is asked for.
 */
export function depositInWords(
  terms: DepositTerms & { totalCents: number },
  business: { currency: string },
): string | null {
  const { totalCents } = terms;
  const depositCents = depositOf(terms, totalCents);
  if (depositCents === 0) return null;
  const asked = `A deposit of ${sizeInWords(terms, money(depositCents, business))} is asked for when you accept.`;
  if (depositCents >= totalCents) return asked;
  return `${asked} You can also pay all of it at once: ${money(totalCents, business)}.`;
}

function sizeInWords({ depositPercent }: DepositTerms, amount: string): string {
  return depositPercent ? `${depositPercent} %, ${amount},` : amount;
}
