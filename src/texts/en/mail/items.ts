/** What can be shared of a job, in words for prompts and mails. */
export const items = {
  status: 'Status',
  jobStatus: {
    NEW: 'New',
    SCHEDULED: 'Scheduled',
    IN_PROGRESS: 'In progress',
    ON_HOLD: 'On hold',
    COMPLETED: 'Completed',
    CANCELLED: 'Cancelled',
  },
  statusChanged: (label: string, before: string, now: string) =>
    `${label}: changed from ${before} to ${now}`,
  changed: (label: string) => `${label} (changed)`,
  schedule: 'Schedule',
  quote: 'Quote',
  todo: 'To-do',
  note: 'Note',
  photo: 'Photo',
  /** An item by its name and what it says: "To-do: Order the switchboard". */
  titled: (name: string, content: string) => `${name}: ${content}`,
  isDone: (todo: string) => `${todo} is done`,
  isOpenAgain: (todo: string) => `${todo} is open again`,
  visits: {
    fromTo: (start: string, end: string) => `${start} to ${end}`,
    none: 'No visit is planned',
    added: (visit: string) => `new visit ${visit}`,
    endsAt: (start: string, end: string) => `${start} now ends at ${end}`,
    moved: (before: string, now: string) => `moved from ${before} to ${now}`,
    movedUntil: (before: string, now: string, end: string) =>
      `moved from ${before} to ${now}, until ${end}`,
    cancelled: (start: string) => `${start} was cancelled`,
    and: '; ',
  },
};
