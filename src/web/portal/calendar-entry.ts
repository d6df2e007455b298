import ical from 'ical-generator';

interface Entry {
  id: string;
  startsAt: string;
  endsAt: string;
  jobTitle: string;
  siteAddress: string | null;
  businessName: string;
}

/** Saves a visit as a file that calendars open. The same visit replaces its earlier entry there. */
export function saveCalendarEntry(entry: Entry): void {
  const { id, startsAt, endsAt, jobTitle, siteAddress, businessName } = entry;
  const calendar = ical({ prodId: { company: 'Jobglass', product: 'Portal' } });
  calendar.createEvent({
    id: `${id}@jobglass`,
    start: new Date(startsAt),
    end: new Date(endsAt),
    summary: `${businessName}: ${jobTitle}`,
    location: siteAddress,
  });
  const url = URL.createObjectURL(new Blob([calendar.toString()], { type: 'text/calendar' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: 'visit.ics' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
