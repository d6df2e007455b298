import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { LANGUAGES, type LanguageCode } from '../../../texts/languages.js';
import { chosenLanguage, keepChosen, keepLast, languageOfReader } from '../language-of-reader';
import { TextsContext, useTextsOf } from '../texts';
import { Loading } from './status-pages';

interface Choice {
  ofPage: LanguageCode;
  choose: (code: LanguageCode) => void;
}

const ChoiceContext = createContext<Choice | null>(null);

/** Language of the page, and how its reader chooses another; null while no page is open. */
export function useLanguageChoice(): Choice | null {
  return useContext(ChoiceContext);
}

interface InLanguageProps {
  /** Language of the page; null while that is not known, or nothing opens. */
  ofPage: LanguageCode | null;
  children: ReactNode;
}

/** The page in its language, or in the one that its reader chose: its texts, and language and direction of the document. */
export function InLanguage({ ofPage, children }: InLanguageProps) {
  const [chosen, setChosen] = useState(chosenLanguage);
  const code = chosen ?? ofPage ?? languageOfReader();
  const texts = useTextsOf(code);
  const language = texts?.language ?? LANGUAGES[code];
  useLayoutEffect(() => {
    document.documentElement.lang = language.tag;
    document.documentElement.dir = language.direction;
    if (ofPage) keepLast(ofPage);
  }, [language, ofPage]);
  const choice = useMemo(
    () =>
      ofPage && {
        ofPage,
        choose(next: LanguageCode) {
          const other = next === ofPage ? null : next;
          keepChosen(other);
          setChosen(other);
        },
      },
    [ofPage],
  );
  if (!texts) return <Loading />;
  return (
    <TextsContext value={texts}>
      <ChoiceContext value={choice}>{children}</ChoiceContext>
    </TextsContext>
  );
}
