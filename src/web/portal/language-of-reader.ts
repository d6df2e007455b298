import { LANGUAGES, type LanguageCode } from '../../texts/languages.js';

const CODES = Object.keys(LANGUAGES) as LanguageCode[];
/** Language of the last page in this browser. */
const LAST = 'jobglass.language';
/** Language that the reader chose instead of the one that its page has. */
const CHOSEN = 'jobglass.language.chosen';

/** Language that the reader chose in this browser; null if it follows the page. */
export function chosenLanguage(): LanguageCode | null {
  return kept(CHOSEN);
}

export function keepChosen(code: LanguageCode | null): void {
  keep(CHOSEN, code);
}

export function keepLast(code: LanguageCode): void {
  keep(LAST, code);
}

/** Language for a page that is not known (yet): that of the last page in this browser, otherwise the browser's. */
export function languageOfReader(): LanguageCode {
  return kept(LAST) ?? askedFor()[0] ?? 'EN';
}

/** Languages between which a reader may choose: the page's, English, and those that the browser asks for. */
export function offeredLanguages(ofPage: LanguageCode): LanguageCode[] {
  const offered = [ofPage, 'EN', ...askedFor()];
  return CODES.filter((code) => offered.includes(code));
}

/** Languages that the browser asks for, the best first. */
function askedFor(): LanguageCode[] {
  return navigator.languages.flatMap((tag) =>
    CODES.filter((code) => LANGUAGES[code].tag === tag.split('-')[0]),
  );
}

function keep(key: string, code: LanguageCode | null): void {
  try {
    if (code) localStorage.setItem(key, code);
    else localStorage.removeItem(key);
  } catch {
    // Storage is full or switched off: the choice holds as long as the page is open.
  }
}

function kept(key: string): LanguageCode | null {
  try {
    return CODES.find((code) => code === localStorage.getItem(key)) ?? null;
  } catch {
    return null;
  }
}
