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

const valueOf = (file: string, name: string) =>
  file.match(new RegExp(`^${name}(?:;[^:]*)?:(.*?)\r?$`, 'm'))?.[1];

it('replaces the entry of a visit in a calendar when the page has a newer version', () => {
  const [first, moved] = [1, 2].map((version) => calendarFile({ ...ENTRY, version })) as [
    string,
    string,
  ];
  expect(valueOf(first, 'METHOD')).toBe('PUBLISH');
  expect(valueOf(first, 'UID')).toBe(`${ENTRY.id}@jobglass`);
  expect(valueOf(moved, 'UID')).toBe(valueOf(first, 'UID'));
  expect([valueOf(first, 'SEQUENCE'), valueOf(moved, 'SEQUENCE')]).toEqual(['1', '2']);
  expect(valueOf(first, 'LAST-MODIFIED')).toBe('20261126T010203Z');
  expect(valueOf(first, 'DTSTART')).toBe('20270302T220000Z');
});

it('takes a cancelled visit out of a calendar', () => {
  const file = calendarFile({ ...ENTRY, isCancelled: true, version: 3 });
  expect(valueOf(file, 'METHOD')).toBe('CANCEL');
  expect(valueOf(file, 'STATUS')).toBe('CANCELLED');
  expect(valueOf(file, 'UID')).toBe(`${ENTRY.id}@jobglass`);
  expect(valueOf(file, 'SEQUENCE')).toBe('3');
  expect(valueOf(file, 'ORGANIZER')).toContain('office@bright-spark.test');
});
