import type { EmailTemplate } from '../../email/templates/email-template.js';
import type { MailTexts } from '../../texts/en/mail/index.js';
import { languageOf } from '../../texts/languages.js';
import { type LocalFormats, localFormats } from '../../texts/local-formats.js';
import { mailTexts } from '../../texts/mails.js';
import type { DateOrder } from '../business/date-order.js';
import { dayInWords } from '../business/day-in-words.js';
import { decimalsOf } from '../money/decimals.js';
import { money } from '../money/in-words.js';

/** The client who reads a mail. */
export interface MailReader {
  /** Code of the client's language; null is English. */
  language: string | null;
}

/** What a mail is written with, in the language of its reader. */
export interface LanguageWords {
  texts: MailTexts;
  /** Parts of the template that follow from the language. */
  envelope: Pick<EmailTemplate, 'lang' | 'direction' | 'buttonTexts'>;
  /** Text of a person within a text of the mail: each line keeps its own direction. */
  own(text: string): string;
}

/** As `LanguageWords`, with the amounts and days of a business. */
export interface MailWords extends LanguageWords {
  money(cents: number): string;
  /** Takes a calendar day, such as 2026-03-31. */
  day(day: string): string;
}

export function languageWords(code: string | null | undefined): LanguageWords {
  const texts = mailTexts(code);
  const { locale, tag: lang, direction } = languageOf(code);
  if (!locale) return { texts, envelope: {}, own: (text) => text };
  const envelope = { lang, direction, buttonTexts: texts.common };
  return { texts, envelope, own: (text) => text.replace(/[^\r\n]+/g, '\u2068$&\u2069') };
}

export function mailWords(place: {
  language?: string | null;
  currency: string;
  dateOrder?: DateOrder;
}): MailWords {
  const { language, dateOrder = 'DAY_MONTH_YEAR' } = place;
  const formats = formatsOf(place);
  return {
    ...languageWords(language),
    money: formats ? formats.money : (cents) => money(cents, place),
    day: formats ? formats.date : (day) => dayInWords(day, { dateOrder }),
  };
}

/** Making a formatter takes a thousand times as long as using it, so each language and currency has one. */
const known = new Map<string, LocalFormats>();

/** Null for English, whose formats follow the business. */
function formatsOf({ language, currency }: { language?: string | null; currency: string }) {
  const { locale } = languageOf(language);
  if (!locale) return null;
  const key = `${locale} ${currency}`;
  const formats =
    known.get(key) ??
    localFormats(locale, { timeZone: 'UTC', currency, decimals: decimalsOf(currency) });
  known.set(key, formats);
  return formats;
}
