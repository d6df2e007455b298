import { calendarFile } from '../../src/web/portal/calendar-entry.js';

const ENTRY = {
  id: '0190aaaa-0000-7000-8000-000000000001',
  startsAt: '2027-03-02T22:00:00Z',
  endsAt: '2027-03-03T00:00:00Z',
  isCancelled: false,
  jobTitle: 'Fix the tap',
  siteAddress: '1 Low Street',
  businessName: 'Bright Spark',
  businessEmail: 'office@bright-spark.test',
  version: 1,
  publishedAt: '2026-11-26T01:02:03Z',
};

const propertyOf = (file: string, name: string) =>
  file.match(new RegExp(`^${name}(?:;[^:]*)?:(.*?)\r?$`, 'm'))?.[1];

it('replaces the entry of a visit in a calendar when the page has a newer version', () => {
  const [first, moved] = [1, 2].map((version) => calendarFile({ ...ENTRY, version })) as [
    string,
    string,
  ];
  expect(propertyOf(first, 'METHOD')).toBe('PUBLISH');
  expect(propertyOf(first, 'UID')).toBe(`${ENTRY.id}@jobglass`);
  expect(propertyOf(moved, 'UID')).toBe(propertyOf(first, 'UID'));
  expect([propertyOf(first, 'SEQUENCE'), propertyOf(moved, 'SEQUENCE')]).toEqual(['1', '2']);
  expect(propertyOf(first, 'LAST-MODIFIED')).toBe('20261126T010203Z');
  expect(propertyOf(first, 'DTSTART')).toBe('20270302T220000Z');
});

it('takes a cancelled visit out of a calendar', () => {
  const file = calendarFile({ ...ENTRY, isCancelled: true, version: 3 });
  expect(propertyOf(file, 'METHOD')).toBe('CANCEL');
  expect(propertyOf(file, 'STATUS')).toBe('CANCELLED');
  expect(propertyOf(file, 'UID')).toBe(`${ENTRY.id}@jobglass`);
  expect(propertyOf(file, 'SEQUENCE')).toBe('3');
  expect(propertyOf(file, 'ORGANIZER')).toContain('office@bright-spark.test');
});
