import { invalid } from '../../visibility/refusals.js';

/** Throws VALIDATION_FAILED unless the visit ends after its start and takes at most 31 days. */
export function checkTimes(startsAt: Date, endsAt: Date, field: string): void {
  if (endsAt <= startsAt)
    throw invalid(field, 'The visit ends before it starts; choose a later end.');
  if (endsAt.getTime() - startsAt.getTime() > MAX_VISIT_MS) {
    throw invalid(field, 'The visit is longer than 31 days; choose an earlier end.');
  }
}

export const MAX_VISIT_MS = 31 * 24 * 60 * 60 * 1000;
