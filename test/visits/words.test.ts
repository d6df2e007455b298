import { DateTime } from 'luxon';
import { dayInWords } from '../../src/domain/business/day-in-words.js';
import { visitSummary } from '../../src/domain/visits/visit-summary.js';

const ZONES = ['Australia/Sydney', 'UTC', 'America/St_Johns', 'Pacific/Auckland', 'Asia/Kolkata'];

const dateOrder = 'DAY_MONTH_YEAR' as const;

/** Moments of every month and of many hours, minutes apart from the full hour and on it. */
function* moments() {
  for (let at = Date.UTC(2025, 11, 28); at < Date.UTC(2027, 1, 3); at += 37.5 * 60 * 60 * 1000)
    yield new Date(at);
}

it.each(ZONES)('a visit in %s has the same words as Luxon has for it', (timeZone) => {
  for (const startsAt of moments()) {
    const endsAt = new Date(startsAt.getTime() + 90 * 60 * 1000);
    const place = { timeZone, currency: 'AUD', dateOrder, today: '2026-06-01' };
    expect(visitSummary({ id: 'visit', startsAt, endsAt }, place)).toBe(luxons(startsAt, endsAt));
  }

  function luxons(startsAt: Date, endsAt: Date) {
    const [start, end] = [startsAt, endsAt].map((at) =>
      DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en-AU'),
    ) as [DateTime, DateTime];
    return `${moment(start)} to ${end.hasSame(start, 'day') ? clock(end) : moment(end)}`;
  }

  function moment(local: DateTime) {
    const days = local.diff(DateTime.fromISO('2026-06-01', { zone: timeZone })).as('days');
    const day = local.toFormat(Math.abs(days) > 300 ? 'ccc d LLL yyyy' : 'ccc d LLL');
    return `${day}, ${clock(local)}`;
  }

  function clock(local: DateTime) {
    return local.toFormat(local.minute === 0 ? 'h a' : 'h:mm a').toLowerCase();
  }
});

it('a calendar day has the same words as Luxon has for it', () => {
  for (const at of moments()) {
    const day = at.toISOString().slice(0, 10);
    expect(dayInWords(day, { dateOrder })).toBe(
      DateTime.fromISO(day).setLocale('en-AU').toFormat('d LLLL yyyy'),
    );
  }
});
