import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { EmailAttachment } from '../../../email/templates/email-template.js';
import type { Times } from './visit-notice.js';

interface Contact {
  name: string;
  email: string;
}

interface CalendarVisit {
  visitId: string;
  /** Calendars ignore a file whose SEQUENCE is below that of the entry they have. */
  sequence: number;
  /** Time of the change, for DTSTAMP: a mail that is sent again must be identical. */
  madeAt: Date;
  /** Whether the entry is to be taken out of the calendar. */
  isGone: boolean;
  times: Times;
  summary: string;
  location: string | null;
  /** Null: the business has no email address, and the event no organizer. */
  organizer: Contact | null;
  attendee: Contact;
  /** Number in the file name; null for the only file. */
  number: number | null;
}

/**
 * Calendar file of one visit for one of its assignees (RFC 5545). With an organizer it is a REQUEST, which calendars
 * apply by themselves; without one it is published (RFC 5546 requires an organizer for a REQUEST).
 */
export function calendarFile(visit: CalendarVisit): EmailAttachment {
  const method = methodOf(visit);
  const calendar = ical({ prodId: { company: 'Jobglass', product: 'Visits' }, method });
  const event = calendar.createEvent({
    id: `${visit.visitId}.staff@jobglass`,
    sequence: visit.sequence,
    stamp: visit.madeAt,
    status: visit.isGone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    start: new Date(visit.times.startsAt),
    end: new Date(visit.times.endsAt),
    summary: visit.summary,
    location: visit.location,
    organizer: visit.organizer,
  });
  if (visit.organizer)
    event.createAttendee({ ...visit.attendee, rsvp: false, status: ICalAttendeeStatus.ACCEPTED });
  return {
    filename: `visit${visit.number ? `-${visit.number}` : ''}${visit.isGone ? '-cancelled' : ''}.ics`,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    text: calendar.toString(),
  };
}

function methodOf({ isGone, organizer }: CalendarVisit): ICalCalendarMethod {
  if (isGone) return ICalCalendarMethod.CANCEL;
  return organizer ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.PUBLISH;
}
