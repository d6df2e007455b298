import { invalid } from '../../visibility/refusals.js';
import type { PageRequest } from '../reader/reader.js';

const MAX_PER_PAGE = 100;
const DEFAULT_PER_PAGE = 50;

/** How much of a list a page is: its entries in list order, or the last ones, counted from the end. */
interface Slice {
  size: number;
  isBackward: boolean;
}

/** Throws VALIDATION_FAILED for a size out of bounds, and for both `first` and `last`. */
export function sliceOf({
  first,
  last,
  defaultFirst = DEFAULT_PER_PAGE,
}: Pick<PageRequest, 'first' | 'last' | 'defaultFirst'>): Slice {
  if (last === null || last === undefined)
    return { size: sizeIn('first', first ?? defaultFirst), isBackward: false };
  // The schema's default of `first` is there too when only `last` was asked for.
  if (first !== null && first !== undefined && first !== defaultFirst)
    throw invalid('last', 'Ask for the `first` or for the `last` entries, not for both.');
  return { size: sizeIn('last', last), isBackward: true };
}

function sizeIn(argument: 'first' | 'last', size: number): number {
  if (Number.isInteger(size) && size >= 1 && size <= MAX_PER_PAGE) return size;
  throw invalid(argument, `Ask for 1 to ${MAX_PER_PAGE} at a time.`);
}
