/**
 * A moment as PostgreSQL writes it ("2026-01-27 09:00:00.5+00") as a date. Written as ISO 8601 has it first: anything
 * else is read by the old parser of JavaScript, which takes the year 50 for 1950.
 */
export function momentFrom(text: string): Date {
  const iso = text.replace(' ', 'T');
  return new Date(SHORT_OFFSET.test(iso) ? `${iso}:00` : iso);
}

const SHORT_OFFSET = /[+-]\d\d$/;
