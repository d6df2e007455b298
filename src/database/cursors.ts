import { DateTime } from 'luxon';
import { invalid } from '../visibility/refusals.js';
import { isUuid } from './live-reader.js';

/** Where a page ends: the last row's id, and its value in the column that the list is ordered by. */
export interface Cursor {
  value: string;
  id: string;
}

interface List {
  /** The table with its order. */
  name: string;
  /** The type of the column that the list is ordered by. */
  columnType: string;
}

/** Characters. The longest values that lists are ordered by are titles of 200. */
const MAX_CURSOR_LENGTH = 2_000;

export function cursorText(list: string, row: { cursorValue: string; id: string }): string {
  return Buffer.from(JSON.stringify([row.cursorValue, row.id, list])).toString('base64url');
}

/**
 * Reads a cursor that a caller passes. Throws VALIDATION_FAILED unless it is one of this list in this order:
 * what PostgreSQL could not compare never reaches it.
 */
export function cursorIn(text: string, list: List): Cursor {
  const [value, id, name] = partsOf(text);
  if (name === list.name && isUuid(id) && fits(value, list.columnType)) return { value, id };
  throw invalid(
    'after',
    'This is no cursor from an earlier page of this list in this order; leave it out to start at the beginning.',
  );
}

function partsOf(text: string): unknown[] {
  if (text.length > MAX_CURSOR_LENGTH) return [];
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    // Whatever it is, it is no cursor of ours.
    return [];
  }
}

function fits(value: unknown, columnType: string): value is string {
  if (typeof value !== 'string' || value.includes('\0')) return false;
  const [, check] = CHECKS.find(([type]) => type.test(columnType)) ?? [];
  return check ? check(value) : false;
}

const AS_POSTGRES_WRITES = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;

/** What PostgreSQL takes for a value of each type of column that a list may be ordered by. */
const CHECKS: [RegExp, (value: string) => boolean][] = [
  [/^uuid/, isUuid],
  [/^(text|varchar|character varying)/, () => true],
  [/^timestamp/, (value) => AS_POSTGRES_WRITES.test(value) && DateTime.fromSQL(value).isValid],
  [/^date/, (value) => /^\d{4}-\d\d-\d\d$/.test(value) && DateTime.fromISO(value).isValid],
  [/^int/, (value) => /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) < 2 ** 31],
];
