import { arabic } from './ar/mail/index.js';
import { english, type MailTexts } from './en/mail/index.js';
import type { LanguageCode } from './languages.js';

const TEXTS: Record<LanguageCode, MailTexts> = { EN: english, AR: arabic };

/** Texts of mails in that language; English for null, or for a code that is none. */
export function mailTexts(code: string | null | undefined): MailTexts {
  return (TEXTS as Record<string, MailTexts>)[code ?? 'EN'] ?? english;
}
