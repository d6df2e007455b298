import { dayIn } from '../../src/domain/business/business-day.js';
import { isPastDay } from '../../src/domain/quotes/quote-day.js';
import { statusOn } from '../../src/domain/quotes/quote-status.js';

const LAST_DAY = '2026-03-31';

describe.each([
  // One hour of daylight saving in Sydney, none in Brisbane, a day's difference in Honolulu.
  ['Australia/Sydney', '2026-03-31T12:59:59.999Z', '2026-03-31T13:00:00.000Z'],
  ['Australia/Brisbane', '2026-03-31T13:59:59.999Z', '2026-03-31T14:00:00.000Z'],
  ['Pacific/Honolulu', '2026-04-01T09:59:59.999Z', '2026-04-01T10:00:00.000Z'],
  ['Etc/UTC', '2026-03-31T23:59:59.999Z', '2026-04-01T00:00:00.000Z'],
])('the last valid day in %s', (timeZone, lastMoment, firstMomentAfter) => {
  const overAt = (moment: string) => isPastDay(LAST_DAY, dayIn(timeZone, new Date(moment)));

  it('lasts to its last moment', () => {
    expect(overAt(lastMoment)).toBe(false);
  });

  it('is over at the first moment of the next day', () => {
    expect(overAt(firstMomentAfter)).toBe(true);
  });
});

it('ends with the local time on the night when daylight saving ends', () => {
  const at = (moment: string) => dayIn('Australia/Sydney', new Date(moment));
  expect(at('2026-04-05T13:59:59.999Z')).toBe('2026-04-05');
  expect(at('2026-04-05T14:00:00.000Z')).toBe('2026-04-06');
});

it('does not exist for a quote without one, and expires no answered quote', () => {
  const today = '2026-04-01';
  expect(statusOn({ status: 'SENT', validUntil: null }, today)).toBe('SENT');
  expect(statusOn({ status: 'SENT', validUntil: LAST_DAY }, today)).toBe('EXPIRED');
  for (const status of ['DRAFT', 'ACCEPTED', 'DECLINED', 'CHANGES_REQUESTED'] as const) {
    expect(statusOn({ status, validUntil: LAST_DAY }, today)).toBe(status);
  }
});
