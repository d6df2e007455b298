const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * ISO time (UTC) of a local time such as 2026-11-03T09:00 in a time zone. Where the clocks go forward, a time that does not
 * exist becomes the same time after the gap (02:30 is 03:30); where they go back, it is the first of the two.
 */
export function fromLocalTime(local: string, timeZone: string): string {
  const asUtc = Date.parse(`${local}:00Z`);
  const before = offsetAt(asUtc - DAY_MS, timeZone);
  const after = offsetAt(asUtc + DAY_MS, timeZone);
  const fits = [before, after].find((offset) => offsetAt(asUtc - offset, timeZone) === offset);
  return new Date(asUtc - (fits ?? before)).toISOString();
}

/** Local time in a time zone, in the format of a datetime-local input. */
export function toLocalTime(isoTime: string, timeZone: string): string {
  const time = Date.parse(isoTime);
  return new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 16);
}

/** Offset of the time zone from UTC, in milliseconds. */
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
  const local = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return local - Math.floor(time / 1000) * 1000;
}
