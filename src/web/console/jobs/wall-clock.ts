/** The moment at which a clock of that time zone shows these words, such as 2026-11-03T09:00. */
export function momentOf(shown: string, timeZone: string): string {
  const asUtc = Date.parse(`${shown}:00Z`);
  // The second look is for the days on which the clocks change.
  const first = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(first, timeZone)).toISOString();
}

/** What a clock of that time zone shows at a moment, as a date-time input takes it. */
export function shownAt(moment: string, timeZone: string): string {
  const time = Date.parse(moment);
  return new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 16);
}

function offsetAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return shown - Math.floor(time / 1000) * 1000;
}
