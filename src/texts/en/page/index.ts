import { LANGUAGES, type Language } from '../../languages.js';
import { linkStrings } from './link-strings.js';
import { pageStrings } from './page-strings.js';
import { payStrings } from './pay-strings.js';
import { strings } from './strings.js';

export type { Section } from './strings.js';

/** All text of the client's page in English. */
export const english = {
  language: LANGUAGES.EN as Language,
  strings,
  pageStrings,
  payStrings,
  linkStrings,
};

/** Texts of the page as every language must have them. */
export type PageTexts = typeof english;
