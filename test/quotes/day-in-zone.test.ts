import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dayIn } from '../../src/domain/business/business-day.js';
import { sampleOf } from '../harness/long-form.js';

/** Day in the calendar, computed independently. */
function calendarDay(timeZone: string, at: Date, daysLater: number): string | null {
  return DateTime.fromJSDate(at, { zone: timeZone }).plus({ days: daysLater }).toISODate();
}

// Few zones at a time, so that cached days are used; some of these change their clocks at midnight, by
// half an hour, or skipped a whole day.
const ODD = [
  'Africa/Cairo',
  'America/Havana',
  'America/Santiago',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Europe/London',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'UTC',
];
const zone = fc.constantFrom(...ODD, ...Intl.supportedValuesOf('timeZone'));
const start = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const MINUTE = 60_000;
// From minutes to two days, forwards and backwards.
const steps = fc.array(fc.integer({ min: -2_880 * MINUTE, max: 2_880 * MINUTE }), {
  maxLength: 40,
});

function isAlways(zones: string[], moments: number[], daysLater: number): void {
  const differing = moments.flatMap((moment, at) => {
    const timeZone = zones[at % zones.length] as string;
    const asked = new Date(moment);
    const [day, expected] = [
      dayIn(timeZone, asked, daysLater),
      calendarDay(timeZone, asked, daysLater),
    ];
    return day === expected ? [] : [{ timeZone, asked, daysLater, day, expected }];
  });
  // Once for all: an `expect` for each of a hundred thousand moments takes longer than the days.
  expect(differing).toEqual([]);
}

const daysLater = fc.constantFrom(0, 0, 1, 14);
const zones = fc.array(zone, { minLength: 1, maxLength: 3 });

it('returns the day of any time as in the calendar, in order', () => {
  fc.assert(
    fc.property(zones, start, steps, daysLater, (those, from, by, later) => {
      let moment = from.getTime();
      const moments = by.map((step) => (moment += Math.abs(step)));
      isAlways(those, moments, later);
    }),
  );
});

it('returns the day of any time as in the calendar, in any order', () => {
  fc.assert(
    fc.property(zones, start, steps, daysLater, (those, from, by, later) => {
      isAlways(
        those,
        by.map((step) => from.getTime() + step),
        later,
      );
    }),
  );
});

it.each(sampleOf(ODD, 4))(
  'is right for every half hour around each change of the clocks in %s',
  (timeZone) => {
    const moments = changesOfClocks(timeZone).flatMap((change) =>
      Array.from({ length: 192 }, (_, at) => change + (at - 96) * 30 * MINUTE),
    );
    isAlways(
      [timeZone],
      moments.flatMap((moment) => [moment, moment - 1, moment + MINUTE]),
      0,
    );
  },
);

/** The last twelve changes, found week by week, exact to the hour. */
function changesOfClocks(timeZone: string): number[] {
  const { zone: clocks } = DateTime.utc().setZone(timeZone);
  const WEEK = 7 * 24 * 60 * MINUTE;
  const weeks = Array.from({ length: 52 * 20 }, (_, at) => Date.UTC(2005, 0, 1) + at * WEEK);
  const changing = weeks.filter((week) => clocks.offset(week) !== clocks.offset(week + WEEK));
  return changing.slice(-12).map((week) => {
    let hour = week;
    while (clocks.offset(hour + 60 * MINUTE) === clocks.offset(week)) hour += 60 * MINUTE;
    return hour;
  });
}
