/** ISO time (UTC) of a local time such as 2026-11-03T09:00 in a time zone. */
export function fromLocalTime(local: string, timeZone: string): string {
  const asUtc = Date.parse(`${local}:00Z`);
  // The offset is looked up twice: the first guess may be on the other side of a daylight saving change.
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(guess, timeZone)).toISOString();
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
