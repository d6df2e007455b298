import { sql } from 'kysely';
import type { AnyTables } from '../database/any-tables.js';
import type { OutgoingEmailRow } from './outgoing-email.entity.js';

/** As often as this a mail is tried; by then about four days have passed. */
export const MOST_ATTEMPTS = 25;

const OPEN = sql`status in ('QUEUED', 'WAITING')`;

/** Counts an attempt and reads the mail; undefined when there is nothing left to do for it. */
export async function beginAttempt(db: AnyTables, id: string) {
  const { rows } = await sql<OutgoingEmailRow>`
    update outgoing_emails set attempts = attempts + 1 where id = ${id} and ${OPEN}
    returning id, business_id as "businessId", job_id as "jobId", kind, recipient, data, status,
      job_key as "jobKey", attempts, failure, provider_id as "providerId",
      created_at as "createdAt", sent_at as "sentAt"`.execute(db);
  return rows[0] && { ...rows[0], createdAt: new Date(rows[0].createdAt) };
}

/** It is on its way, even if somebody cancelled it in the meantime. */
export async function recordSent(db: AnyTables, id: string, providerId: string | null, at: Date) {
  await sql`
    update outgoing_emails
    set status = 'SENT', provider_id = ${providerId}, sent_at = ${at.toISOString()}, failure = null
    where id = ${id}`.execute(db);
}

/** It is no longer true and will not be sent. */
export async function recordCancelled(db: AnyTables, id: string, reason: string) {
  await sql`
    update outgoing_emails set status = 'CANCELLED', failure = ${reason}
    where id = ${id} and ${OPEN}`.execute(db);
}

/** It failed; after the last attempt, or for good, it stays so. */
export async function recordFailure(
  db: AnyTables,
  id: string,
  reason: string,
  { isForGood }: { isForGood: boolean },
) {
  await sql`
    update outgoing_emails set failure = ${reason},
      status = case when attempts >= ${MOST_ATTEMPTS} or ${isForGood} then 'FAILED' else status end
    where id = ${id} and ${OPEN}`.execute(db);
}

/** It cannot be said yet: it is looked at again later, and this time did not count. */
export async function recordWaiting(db: AnyTables, id: string, reason: string, seconds: number) {
  await sql`
    with open as (
      update outgoing_emails
      set status = 'WAITING', failure = ${reason}, attempts = attempts - 1
      where id = ${id} and ${OPEN} returning id, job_key
    )
    ${addJobs(seconds)}`.execute(db);
}

/** Looks at the mail again later, changing nothing else. */
export async function lookAgain(db: AnyTables, id: string, seconds: number) {
  await sql`
    with open as materialized (
      select id, job_key from outgoing_emails where id = ${id} and ${OPEN} for update
    )
    ${addJobs(seconds)}`.execute(db);
}

/** Adds the jobs of the mails in `open`, whose rows the statement has locked. */
export function addJobs(seconds: number) {
  return sql`
    select graphile_worker.add_job('send_email', json_build_object('id', id),
      run_at => now() + make_interval(secs => ${seconds}),
      max_attempts => ${MOST_ATTEMPTS}, job_key => job_key) from open`;
}
