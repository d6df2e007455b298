import { type Change, diffWordsWithSpace } from 'diff';
import { Fragment } from 'react';
import { reviewStrings as strings } from '../review-strings';
import { BeforeAndAfter } from './before-and-after';

interface DifferenceProps {
  label: string;
  before?: string | null;
  after?: string | null;
}

/** Texts with more differences are shown one below the other. */
const MAX_DIFFERENCES = 1_000;

/** What changes for the client: the difference in words, or both versions where they have no word in common. */
export function Difference({ label, before, after }: DifferenceProps) {
  const parts = before && after ? differences(before, after) : [];
  const isAlike = parts.some((part) => isSame(part) && /[\p{L}\p{N}]/u.test(part.value));
  if (!isAlike) return <BeforeAndAfter label={label} before={before} after={after} />;
  return (
    <div className="comparison-side after difference">
      <p className="muted small">{strings.difference}</p>
      <p className="pre-wrap">
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of two texts never move.
          <Fragment key={at}>{change(part)}</Fragment>
        ))}
      </p>
    </div>
  );
}

function differences(before: string, after: string): Change[] {
  return diffWordsWithSpace(before, after, { maxEditLength: MAX_DIFFERENCES }) ?? [];
}

function isSame({ added, removed }: Change): boolean {
  return !added && !removed;
}

/** Screen readers do not read out that text is inserted or deleted, so words say it. */
function change(part: Change) {
  if (isSame(part)) return shortened(part.value);
  const Mark = part.added ? 'ins' : 'del';
  return (
    <Mark>
      <span className="visually-hidden"> {part.added ? strings.added : strings.removed} </span>
      {part.value}
      <span className="visually-hidden">{strings.endOfChange} </span>
    </Mark>
  );
}

const MAX_SAME_LENGTH = 400;
const KEPT_LENGTH = 150;

/** The ends of a long text between two changes. */
function shortened(text: string): string {
  const letters = [...text];
  if (letters.length <= MAX_SAME_LENGTH) return text;
  return `${letters.slice(0, KEPT_LENGTH).join('')} … ${letters.slice(-KEPT_LENGTH).join('')}`;
}
