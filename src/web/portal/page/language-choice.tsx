import { LANGUAGES } from '../../../texts/languages.js';
import { offeredLanguages } from '../language-of-reader';
import { useTexts } from '../texts';
import { useLanguageChoice } from './in-language';

/** Languages that the reader can have the page in, each named in itself; nothing if there is only one. */
export function LanguageChoice() {
  const { language, pageStrings } = useTexts();
  const choice = useLanguageChoice();
  const offered = choice ? offeredLanguages(choice.ofPage) : [];
  if (!choice || offered.length < 2) return null;
  return (
    <fieldset className="languages">
      <legend className="visually-hidden">{pageStrings.language}</legend>
      {offered.map((code) => {
        const { tag, ownName } = LANGUAGES[code];
        return (
          <button
            key={code}
            type="button"
            className="plain-link"
            lang={tag}
            aria-pressed={tag === language.tag}
            onClick={() => choice.choose(code)}
          >
            {ownName}
          </button>
        );
      })}
    </fieldset>
  );
}
