/**
 * Parses a timestamp in PostgreSQL's format ("2026-01-27 09:00:00.5+00"). Converts it to ISO 8601 first: JavaScript
 * parses other formats by old rules, by which the year 50 is 1950.
 */
export function momentFrom(text: string): Date {
  const iso = text.replace(' ', 'T');
  return new Date(SHORT_OFFSET.test(iso) ? `${iso}:00` : iso);
}

const SHORT_OFFSET = /[+-]\d\d$/;
