import { createContext, useContext, useEffect, useState } from 'react';
import { english, type PageTexts } from '../../texts/en/page/index.js';
import type { LanguageCode } from '../../texts/languages.js';

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

const loaded: Partial<Record<LanguageCode, PageTexts>> = { EN: english };

async function load(code: LanguageCode): Promise<PageTexts> {
  const texts = loaded[code] ?? (code === 'EN' ? english : await OTHERS[code]());
  loaded[code] = texts;
  return texts;
}

/**
 * Texts of a language; null while they load, or the earlier ones if there were some. A language that cannot be loaded is
 * English: a page that is read with effort is better than none.
 */
export function useTextsOf(code: LanguageCode): PageTexts | null {
  const [texts, setTexts] = useState(loaded[code] ?? null);
  useEffect(() => {
    let isCurrent = true;
    void load(code)
      .catch(() => english)
      .then((found) => isCurrent && setTexts(found));
    return () => {
      isCurrent = false;
    };
  }, [code]);
  return loaded[code] ?? texts;
}
