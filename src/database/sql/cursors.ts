import { DateTime } from 'luxon';
import { invalid } from '../../visibility/refusals.js';
import { isUuid } from './uuid.js';

/** End of a page: the id of its last row, and the value of that row in the column that the list is ordered by. */
export interface Cursor {
  value: string;
  id: string;
}

interface List {
  /** Entity class, column and direction of the order. */
  name: string;
  /** Type of the column that the list is ordered by. */
  columnType: string;
}

/** In characters. The longest values that lists are ordered by are titles of 200 characters. */
const MAX_CURSOR_LENGTH = 2_000;

/** Returns the opaque cursor of a row. */
export function cursorText(list: string, row: { cursorValue: string; id: string }): string {
  return Buffer.from(JSON.stringify([row.cursorValue, row.id, list])).toString('base64url');
}

/**
 * Parses the cursor of a caller. Throws VALIDATION_FAILED unless it belongs to this list in this order and its value
 * fits the column, so that PostgreSQL can compare it.
 */
export function cursorIn(text: string, list: List, argument: 'after' | 'before' = 'after'): Cursor {
  const [value, id, name] = partsOf(text);
  if (name === list.name && isUuid(id) && fits(value, list.columnType)) return { value, id };
  throw invalid(argument, SENTENCES[argument]);
}

const SENTENCES = {
  after:
    'This is no cursor from an earlier page of this list in this order; leave it out to start at the beginning.',
  before:
    'This is no cursor from a page of this list in this order; leave it out to start at the end.',
};

function partsOf(text: string): unknown[] {
  if (text.length > MAX_CURSOR_LENGTH) return [];
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    // Not one of our cursors.
    return [];
  }
}

function fits(value: unknown, columnType: string): value is string {
  if (typeof value !== 'string' || value.includes('\0')) return false;
  const [, check] = CHECKS.find(([type]) => type.test(columnType)) ?? [];
  return check ? check(value) : false;
}

/** Timestamp as PostgreSQL formats it. */
const POSTGRES_TIMESTAMP = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;

/** Whether a text is a value of a column type, for all types that lists are ordered by. */
const CHECKS: [RegExp, (value: string) => boolean][] = [
  [/^uuid/, isUuid],
  [/^(text|varchar|character varying)/, () => true],
  [/^timestamp/, (value) => POSTGRES_TIMESTAMP.test(value) && DateTime.fromSQL(value).isValid],
  [/^date/, (value) => /^\d{4}-\d\d-\d\d$/.test(value) && DateTime.fromISO(value).isValid],
  [/^int/, (value) => /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) < 2 ** 31],
];
