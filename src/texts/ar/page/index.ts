import type { PageTexts } from '../../en/page/index.js';
import { LANGUAGES } from '../../languages.js';
import { linkStrings } from './link-strings.js';
import { pageStrings } from './page-strings.js';
import { payStrings } from './pay-strings.js';
import { strings } from './strings.js';

/** All text of the client's page in Arabic. */
export const arabic: PageTexts = {
  language: LANGUAGES.AR,
  strings,
  pageStrings,
  payStrings,
  linkStrings,
};
