import { invalid } from '../../visibility/refusals.js';

/** A visit ends after it starts, and is no longer than a month: longer is a slip of the keyboard. */
export function checkTimes(startsAt: Date, endsAt: Date, field: string): void {
  if (endsAt <= startsAt)
    throw invalid(field, 'The visit ends before it starts; choose a later end.');
  if (endsAt.getTime() - startsAt.getTime() > LONGEST) {
    throw invalid(field, 'The visit is longer than 31 days; choose an earlier end.');
  }
}

const LONGEST = 31 * 24 * 60 * 60 * 1000;
