import { fieldSummary } from '../../shareable/shareable.js';
import type { ShareItem } from '../prompt/share-item.js';
import { refusalOf } from '../review/selection.js';
import { detailChanges } from '../state/detail-change.js';
import type { ShareState } from '../state/share-state.js';
import { broken, type Check, type CheckResult, type DiagnosisInput, lineOf, ok } from './check.js';

/** Checks of the shared view and of the item in it. */
export const ITEM_CHECKS: Check[] = [
  { step: 'MAY_BE_SHOWN', itemOnly: true, check: mayBeShown },
  { step: 'SELECTED', itemOnly: true, blocksView: true, check: selected },
  { step: 'UP_TO_DATE', check: (input) => (input.key ? itemUpToDate(input) : jobUpToDate(input)) },
];

function mayBeShown(input: DiagnosisInput): CheckResult {
  const refusal = refusalOf(input.state, input.key as string);
  if (refusal === null) return ok('It is there, and may be shown.');
  const isShown = lineOf(input)?.sharedNow ?? false;
  return broken(
    isShown ? `${refusal} The client still has it as it was.` : refusal,
    remedyIn(refusal) ??
      (isShown
        ? 'Review the share prompt, or change what the job shares: both take it away.'
        : 'It cannot be shown as it is; check that it is the item you mean.'),
  );
}

/** The remedy in a refusal: the part after the semicolon; null if it has none. */
function remedyIn(refusal: string): string | null {
  const [, remedy] = refusal.split('; ');
  return remedy ? remedy.charAt(0).toUpperCase() + remedy.slice(1) : null;
}

function selected(input: DiagnosisInput): CheckResult {
  const line = lineOf(input);
  if (line?.sharedNow) return ok('It is part of what the client sees.');
  return broken(
    line?.change === 'NEW'
      ? 'Nobody has reviewed it yet, so it is not part of what the client sees.'
      : 'It was left out of what the client sees.',
    input.state.prompt?.waiting
      ? 'Tick it in the share prompt and send it.'
      : 'Change what the job shares, and tick it there.',
  );
}

function itemUpToDate(input: DiagnosisInput): CheckResult {
  const line = lineOf(input);
  if (line?.change === 'UNCHANGED') return ok('The client sees it as it is now.');
  return older(`The client sees an older version of it.${inWords(line)}`, input.state);
}

function inWords(line: ShareItem | undefined): string {
  if (!line?.after || line.before === line.after) return '';
  return ` It has “${line.before}”; now it says “${line.after}”.`;
}

function jobUpToDate({ state, lines }: DiagnosisInput): CheckResult {
  const items = lines.filter(({ sharedNow, change }) => sharedNow && change !== 'UNCHANGED');
  const names = [
    ...detailChanges(state).map(({ field }) => fieldSummary(field)),
    ...items.map(({ label }) => label),
  ];
  if (names.length === 0) return ok('What the client sees is as it is now.');
  return older(`The client sees an older version of: ${names.join(', ')}.`, state);
}

function older(explanation: string, { prompt }: ShareState): CheckResult {
  return broken(
    explanation,
    prompt?.waiting
      ? 'Review the share prompt and send it.'
      : 'The last prompt was answered without sending this: the next change brings it back; send it then.',
  );
}
