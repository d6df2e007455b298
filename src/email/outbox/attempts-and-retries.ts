import { sql } from 'kysely';
import type { AnyTables } from '../../database/sql/any-tables.js';
import type { OutgoingEmailRow } from './outgoing-email.entity.js';

/**
 * Maximum number of attempts; the last one is after about four days. graphile-worker retries a task that throws
 * (`send-email.ts`), after a delay that grows with each attempt.
 */
export const MAX_ATTEMPTS = 25;

const OPEN = sql`status in ('QUEUED', 'WAITING')`;

/** Counts an attempt and returns the mail; undefined when it is no longer open. */
export async function beginAttempt(db: AnyTables, id: string) {
  const { rows } = await sql<OutgoingEmailRow>`
    update outgoing_emails set attempts = attempts + 1 where id = ${id} and ${OPEN}
    returning id, business_id as "businessId", job_id as "jobId", kind, recipient, data, status,
      job_key as "jobKey", attempts, failure, provider_id as "providerId",
      created_at as "createdAt", sent_at as "sentAt"`.execute(db);
  return rows[0] && { ...rows[0], createdAt: new Date(rows[0].createdAt) };
}

/** Sets SENT, even if the mail was cancelled meanwhile. */
export async function recordSent(db: AnyTables, id: string, providerId: string | null, at: Date) {
  await sql`
    update outgoing_emails
    set status = 'SENT', provider_id = ${providerId}, sent_at = ${at.toISOString()}, failure = null
    where id = ${id}`.execute(db);
}

/** Sets CANCELLED. */
export async function recordCancelled(db: AnyTables, id: string, reason: string) {
  await sql`
    update outgoing_emails set status = 'CANCELLED', failure = ${reason}
    where id = ${id} and ${OPEN}`.execute(db);
}

interface Failure {
  reason: string;
  isFinal: boolean;
  /** SQL expression that tells the rest of the program of a mail that is FAILED, in the same transaction. */
  announceSql(businessId: string): string;
}

/** Records a failure; sets FAILED after the last attempt, or when the failure is final. */
export async function recordFailure(
  db: AnyTables,
  id: string,
  { reason, isFinal, announceSql }: Failure,
) {
  await sql`
    with tried as (
      update outgoing_emails set failure = ${reason},
        status = case when attempts >= ${MAX_ATTEMPTS} or ${isFinal} then 'FAILED' else status end
      where id = ${id} and ${OPEN} returning business_id, status
    )
    select ${sql.raw(announceSql('business_id'))} from tried
    where status = 'FAILED' and business_id is not null`.execute(db);
}

/** Sets WAITING and requeues the mail; the attempt does not count. */
export async function recordWaiting(db: AnyTables, id: string, reason: string, seconds: number) {
  await sql`
    with open as (
      update outgoing_emails
      set status = 'WAITING', failure = ${reason}, attempts = attempts - 1
      where id = ${id} and ${OPEN} returning id, job_key
    )
    ${addJobs(seconds)}`.execute(db);
}

/** Requeues an open mail without changing it. */
export async function requeue(db: AnyTables, id: string, seconds: number) {
  await sql`
    with open as materialized (
      select id, job_key from outgoing_emails where id = ${id} and ${OPEN} for update
    )
    ${addJobs(seconds)}`.execute(db);
}

/** SQL that adds the jobs of the mails in the CTE `open`, whose rows are locked. */
export function addJobs(seconds: number) {
  return sql`
    select graphile_worker.add_job('send_email', json_build_object('id', id),
      run_at => now() + make_interval(secs => ${seconds}),
      max_attempts => ${MAX_ATTEMPTS}, job_key => job_key) from open`;
}
