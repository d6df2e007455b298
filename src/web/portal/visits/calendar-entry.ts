import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export interface CalendarEntry {
  id: string;
  startsAt: string;
  endsAt: string;
  isCancelled: boolean;
  jobTitle: string;
  siteAddress: string | null;
  businessName: string;
  /** Null: the event has no organizer. */
  businessEmail: string | null;
  /** Version of the publication, used as SEQUENCE: calendars ignore files older than the entry they have. */
  version: number;
}

/** Downloads an .ics file. Its UID is that of the visit, so it updates or removes an earlier entry. */
export function saveCalendarEntry(entry: CalendarEntry): void {
  const type = 'text/calendar';
  const url = URL.createObjectURL(new Blob([calendarFile(entry)], { type }));
  const download = entry.isCancelled ? 'visit-cancelled.ics' : 'visit.ics';
  Object.assign(document.createElement('a'), { href: url, download }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Text of the .ics file: RFC 5545; cancellations by RFC 5546. */
export function calendarFile(entry: CalendarEntry): string {
  const { id, isCancelled, jobTitle, siteAddress, businessName, businessEmail } = entry;
  const calendar = ical({
    prodId: { company: 'Jobglass', product: 'Portal' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id}@jobglass`,
    sequence: entry.version,
    stamp: new Date(),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    start: new Date(entry.startsAt),
    end: new Date(entry.endsAt),
    summary: `${businessName}: ${jobTitle}`,
    location: siteAddress,
    organizer: businessEmail ? { name: businessName, email: businessEmail } : null,
  });
  return calendar.toString();
}
