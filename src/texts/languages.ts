/** A language in which clients can have their page and mails. */
export interface Language {
  /** Language tag (BCP 47) of page and mails. */
  tag: string;
  direction: 'ltr' | 'rtl';
  /** Its name in itself, as a person looks for it in a list. */
  ownName: string;
  /**
   * Tag with which `Intl` writes days and numbers: always the Gregorian calendar, whatever the country's, and the digits
   * that readers of the language are used to. Null for English, whose dates follow the business.
   */
  locale: string | null;
}

/** All languages that exist, by the names of the API. */
export const LANGUAGES = {
  EN: { tag: 'en', direction: 'ltr', ownName: 'English', locale: null },
  AR: { tag: 'ar', direction: 'rtl', ownName: 'العربية', locale: 'ar-u-ca-gregory-nu-arab' },
} satisfies Record<string, Language>;

export type LanguageCode = keyof typeof LANGUAGES;

/** The language of that code; English for null, or for a code that is none. */
export function languageOf(code: string | null | undefined): Language {
  return (LANGUAGES as Record<string, Language>)[code ?? 'EN'] ?? LANGUAGES.EN;
}
