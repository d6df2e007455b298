import { detailChanges } from './detail-change.js';
import { refusalOf } from './selection.js';
import type { ShareItem } from './share-item.js';
import type { ShareState } from './share-state.js';
import { fieldInWords } from './shareable.js';
import { broken, type Facts, lineOf, ok, type Step, type Verdict } from './visibility-facts.js';

/** What must hold of the view that was shared, and of the item in it. */
export const STEPS_OF_WHAT_IS_SHOWN: Step[] = [
  { step: 'MAY_BE_SHOWN', isOfItem: true, look: mayBeShown },
  { step: 'SELECTED', isOfItem: true, cutsSight: true, look: selected },
  { step: 'UP_TO_DATE', look: (facts) => (facts.key ? itemUpToDate(facts) : jobUpToDate(facts)) },
];

function mayBeShown(facts: Facts): Verdict {
  const refusal = refusalOf(facts.state, facts.key as string);
  if (refusal === null) return ok('It is there, and may be shown.');
  const isShown = lineOf(facts)?.sharedNow ?? false;
  return broken(
    isShown ? `${refusal} The client still has it as it was.` : refusal,
    remedyIn(refusal) ??
      (isShown
        ? 'Review the share prompt, or change what the job shares: both take it away.'
        : 'It cannot be shown as it is; check that it is the item you mean.'),
  );
}

/** What a refusal asks for, which it says after a semicolon. */
function remedyIn(refusal: string): string | null {
  const [, remedy] = refusal.split('; ');
  return remedy ? remedy.charAt(0).toUpperCase() + remedy.slice(1) : null;
}

function selected(facts: Facts): Verdict {
  const line = lineOf(facts);
  if (line?.sharedNow) return ok('It is part of what the client sees.');
  return broken(
    line?.change === 'NEW'
      ? 'Nobody has reviewed it yet, so it is not part of what the client sees.'
      : 'It was left out of what the client sees.',
    facts.state.prompt?.waiting
      ? 'Tick it in the share prompt and send it.'
      : 'Change what the job shares, and tick it there.',
  );
}

function itemUpToDate(facts: Facts): Verdict {
  const line = lineOf(facts);
  if (line?.change === 'UNCHANGED') return ok('The client sees it as it is now.');
  return older(`The client sees an older version of it.${inWords(line)}`, facts.state);
}

function inWords(line: ShareItem | undefined): string {
  if (!line?.after || line.before === line.after) return '';
  return ` It has “${line.before}”; now it says “${line.after}”.`;
}

function jobUpToDate({ state, lines }: Facts): Verdict {
  const items = lines.filter(({ sharedNow, change }) => sharedNow && change !== 'UNCHANGED');
  const names = [
    ...detailChanges(state).map(({ field }) => fieldInWords(field)),
    ...items.map(({ label }) => label),
  ];
  if (names.length === 0) return ok('What the client sees is as it is now.');
  return older(`The client sees an older version of: ${names.join(', ')}.`, state);
}

function older(explanation: string, { prompt }: ShareState): Verdict {
  return broken(
    explanation,
    prompt?.waiting
      ? 'Review the share prompt and send it.'
      : 'The last prompt was answered without sending this: the next change brings it back; send it then.',
  );
}
