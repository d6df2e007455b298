import { createContext, useContext, useEffect, useState } from 'react';
import { english, type PageTexts } from '../../texts/en/page/index.js';
import { LANGUAGES, type LanguageCode } from '../../texts/languages.js';

export type { PageTexts, Section } from '../../texts/en/page/index.js';

/** Texts of the page in the language of its reader; English until that is known. */
export const TextsContext = createContext<PageTexts>(english);

export function useTexts(): PageTexts {
  return useContext(TextsContext);
}

/** English is part of the page; another language is a file of its own, which only its readers load. */
const OTHERS: Record<Exclude<LanguageCode, 'EN'>, () => Promise<PageTexts>> = {
  AR: async () => (await import('../../texts/ar/page/index.js')).arabic,
};

/**
 * Texts of a language; null while they load, and the earlier ones while those of another load. A language that cannot be
 * loaded is English: a page that is read with effort is better than none.
 */
export function useTextsOf(code: LanguageCode): PageTexts | null {
  const [texts, setTexts] = useState<PageTexts | null>(null);
  useEffect(() => {
    if (code === 'EN') return;
    let isCurrent = true;
    void OTHERS[code]()
      .catch(() => english)
      .then((loaded) => isCurrent && setTexts(loaded));
    return () => {
      isCurrent = false;
    };
  }, [code]);
  return code === 'EN' ? english : texts;
}

const KEY = 'jobglass.language';

/** Language of a reader whose page is not known (yet): that of the last page in this browser, otherwise the browser's. */
export function languageOfReader(): LanguageCode {
  const codes = Object.keys(LANGUAGES) as LanguageCode[];
  const kept = codes.find((code) => code === keptLanguage());
  if (kept) return kept;
  const asked = navigator.languages.map((tag) => tag.split('-')[0]);
  const first = asked.find((tag) => codes.some((code) => LANGUAGES[code].tag === tag));
  return codes.find((code) => LANGUAGES[code].tag === first) ?? 'EN';
}

export function keepLanguage(code: LanguageCode): void {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // Storage is full or switched off: the browser's own language is used.
  }
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
