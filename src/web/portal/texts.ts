import { createContext, useContext } from 'react';
import { english, type PageTexts } from '../../texts/en/page/index.js';

export type { PageTexts, Section } from '../../texts/en/page/index.js';

/** Texts of the page in the language of its reader; English until that is known. */
export const TextsContext = createContext<PageTexts>(english);

export function useTexts(): PageTexts {
  return useContext(TextsContext);
}
