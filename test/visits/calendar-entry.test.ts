import { calendarFile } from '../../src/web/portal/visits/calendar-entry.js';

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
};

const property = (file: string, name: string) =>
  file.match(new RegExp(`^${name}(?:;[^:]*)?:(.*?)\r?$`, 'm'))?.[1];

it('replaces the entry of a visit in a calendar when the page has a newer version', () => {
  const [first, moved] = [1, 2].map((version) => calendarFile({ ...ENTRY, version })) as [
    string,
    string,
  ];
  expect(property(first, 'METHOD')).toBe('PUBLISH');
  expect(property(first, 'UID')).toBe(`${ENTRY.id}@jobglass`);
  expect(property(moved, 'UID')).toBe(property(first, 'UID'));
  expect([property(first, 'SEQUENCE'), property(moved, 'SEQUENCE')]).toEqual(['1', '2']);
  expect(property(first, 'DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/);
  expect(property(first, 'DTSTART')).toBe('20270302T220000Z');
});

it('removes a cancelled visit from a calendar', () => {
  const file = calendarFile({ ...ENTRY, isCancelled: true, version: 3 });
  expect(property(file, 'METHOD')).toBe('CANCEL');
  expect(property(file, 'STATUS')).toBe('CANCELLED');
  expect(property(file, 'UID')).toBe(`${ENTRY.id}@jobglass`);
  expect(property(file, 'SEQUENCE')).toBe('3');
  expect(property(file, 'ORGANIZER')).toContain('office@bright-spark.test');
});
