/**
 * The one definition of a live portal link: not revoked, not expired. Every reader and writer takes it from here, as a
 * test on an entity, as a filter of the ORM or as SQL. Whether the link opens anything also depends on the portal's
 * switch, the job's present client and a publication: `portal/portal-pass.ts` for reads, `portal/session/` for writes.
 */
export interface LinkDates {
  revokedAt: Date | null;
  expiresAt: Date;
}

export function isLiveLink({ revokedAt, expiresAt }: LinkDates, now: Date): boolean {
  return revokedAt === null && expiresAt > now;
}

/** The same as a filter of the ORM. A later `now` asks for links that stay live until then. */
export function liveLinks(now: Date) {
  return { ...NOT_REVOKED, expiresAt: { $gt: now } };
}

/** The same in SQL, for a row of `portal_links` that goes by `link`, at the moment of the expression `now`. */
export function liveLinkSql(link: string, now: string): string {
  return `${link}.revoked_at is null and ${link}.expires_at > ${now}::timestamptz`;
}

/** A link that has ended by itself at the moment of the expression `now`, in SQL: it was never revoked. */
export function expiredLinkSql(link: string, now: string): string {
  return `${link}.revoked_at is null and ${link}.expires_at <= ${now}::timestamptz`;
}

/** A link that was revoked, or made less than a day before the moment of the expression `now`, in SQL. */
export function revokedOrNewSql(link: string, now: string): string {
  return `${link}.revoked_at is not null or ${link}.created_at > ${now}::timestamptz - interval '1 day'`;
}

/** The moment at which a link stops being live, in SQL; null when it was revoked. */
export function liveUntilSql(link: string): string {
  return `case when ${link}.revoked_at is null then ${link}.expires_at end`;
}

/** Links that can still be revoked, expired ones among them. */
export const NOT_REVOKED = { revokedAt: null };

/** Whether a link is for a job, or for a quote or invoice of it: those show the job once it is shared, in SQL. */
export function linkOfJobSql(link: string, jobId: string): string {
  return `(${link}.job_id = ${jobId}
    or ${link}.quote_id in (select id from quotes where job_id = ${jobId})
    or ${link}.invoice_id in (select id from invoices where job_id = ${jobId}))`;
}
