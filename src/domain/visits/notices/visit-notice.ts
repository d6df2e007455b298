/** Times of a visit, as ISO 8601. */
export interface Times {
  startsAt: string;
  endsAt: string;
}

/** A visit in the email to a staff member: what its recipient knew before. */
export interface VisitNotice {
  /** Null: they were not on it. */
  before: Times | null;
  /** Title of the job then, for those who can no longer see it. */
  title: string;
  /** SEQUENCE of the calendar entry; rises with each change. */
  sequence: number;
}

/** Data of the email. */
export interface VisitMailData {
  staffId: string;
  /** By visit ID. */
  visits: Record<string, VisitNotice>;
}
