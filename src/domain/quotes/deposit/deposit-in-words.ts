import { type MailWords, mailWords } from '../../words/mail-words.js';
import { type DepositTerms, depositOf } from './deposit-terms.js';

/**
 * The deposit that a quote asks for on this total, in the words that its page has too (`texts/en/page/strings.ts`): "A deposit
 * of 30 %, $396.00, is asked for when you accept. You can also pay all of it at once: $1,320.00." Null if none is asked for.
 */
export function depositInWords(
  terms: DepositTerms & { totalCents: number },
  business: { currency: string },
  words: MailWords = mailWords(business),
): string | null {
  const { totalCents, depositPercent } = terms;
  const { deposit } = words.texts.quotes;
  const depositCents = depositOf(terms, totalCents);
  if (depositCents === 0) return null;
  const asked = deposit.asked(words.money(depositCents), depositPercent);
  if (depositCents >= totalCents) return asked;
  return `${asked} ${deposit.orAll(words.money(totalCents))}`;
}
