import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dayIn } from '../../src/domain/business/business-day.js';

/** What the calendar says, worked out anew. */
function calendarDay(timeZone: string, at: Date, daysLater: number): string | null {
  return DateTime.fromJSDate(at, { zone: timeZone }).plus({ days: daysLater }).toISODate();
}

// Few zones at a time, so that a day which is already known is asked for again; some of these change
// their clocks at midnight, by half an hour, or skipped a whole day.
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
// From minutes to two days, to and fro.
const steps = fc.array(fc.integer({ min: -2_880 * MINUTE, max: 2_880 * MINUTE }), {
  maxLength: 40,
});

function isAlways(zones: string[], moments: number[], daysLater: number): void {
  for (const [at, moment] of moments.entries()) {
    const timeZone = zones[at % zones.length] as string;
    const asked = { timeZone, moment: new Date(moment), daysLater };
    expect({ ...asked, day: dayIn(timeZone, asked.moment, daysLater) }).toEqual({
      ...asked,
      day: calendarDay(timeZone, asked.moment, daysLater),
    });
  }
}

const daysLater = fc.constantFrom(0, 0, 1, 14);
const zones = fc.array(zone, { minLength: 1, maxLength: 3 });

it('tells the day of any moment as the calendar has it, asked in order', () => {
  fc.assert(
    fc.property(zones, start, steps, daysLater, (those, from, by, later) => {
      let moment = from.getTime();
      const moments = by.map((step) => (moment += Math.abs(step)));
      isAlways(those, moments, later);
    }),
  );
});

it('tells the day of any moment as the calendar has it, asked to and fro', () => {
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

it.each(ODD)(
  'tells every half hour of the days around each change of the clocks in %s',
  (timeZone) => {
    for (const change of changesOfClocks(timeZone))
      for (
        let moment = change - 2_880 * MINUTE;
        moment < change + 2_880 * MINUTE;
        moment += 30 * MINUTE
      )
        isAlways([timeZone], [moment, moment - 1, moment + MINUTE], 0);
  },
);

/** The last twelve, found week by week and told to the hour. */
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
