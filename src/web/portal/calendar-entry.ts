import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export interface Entry {
  id: string;
  startsAt: string;
  endsAt: string;
  isCancelled: boolean;
  jobTitle: string;
  siteAddress: string | null;
  businessName: string;
  /** Without an address nobody is named as the organizer. */
  businessEmail: string | null;
  /** Version of the page. It only ever rises, so no file that was saved earlier undoes a later one. */
  version: number;
}

/** Saves a visit as a file that calendars open. The same visit replaces, or takes out, its earlier entry there. */
export function saveCalendarEntry(entry: Entry): void {
  const type = 'text/calendar';
  const url = URL.createObjectURL(new Blob([calendarFile(entry)], { type }));
  const download = entry.isCancelled ? 'visit-cancelled.ics' : 'visit.ics';
  Object.assign(document.createElement('a'), { href: url, download }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The text of the file, by RFC 5545 and, for taking out, RFC 5546. */
export function calendarFile(entry: Entry): string {
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
