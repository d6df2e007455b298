import { type ReactNode, useLayoutEffect } from 'react';
import type { LanguageCode } from '../../../texts/languages.js';
import { TextsContext, useTextsOf } from '../texts';
import { Loading } from './status-pages';

/** The page in a language: its texts, and the language and direction of the document. */
export function InLanguage({ code, children }: { code: LanguageCode; children: ReactNode }) {
  const texts = useTextsOf(code);
  useLayoutEffect(() => {
    if (!texts) return;
    document.documentElement.lang = texts.language.tag;
    document.documentElement.dir = texts.language.direction;
  }, [texts]);
  if (!texts) return <Loading />;
  return <TextsContext value={texts}>{children}</TextsContext>;
}
