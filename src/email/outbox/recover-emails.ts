import { sql } from 'kysely';
import type { Pool } from 'pg';
import { lockOf } from './advisory-lock.js';
import { addJobs } from './attempts-and-retries.js';
import { kyselyOn } from './kysely-on-client.js';

const INTERVAL_MS = 2_000;
/** Minimum age of a job's lock: a worker locks the mail shortly after its job. */
const MIN_LOCK_AGE_SECONDS = 4;

/**
 * Requeues mails that a crashed server was sending, at once and then every two seconds. They are recognized by the
 * missing advisory lock; the queue itself would wait four hours.
 *
 * @returns a function that stops it and waits for the running statement.
 */
export function recoverEmails(pool: Pool, failed: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> | undefined;
  const recover = () => {
    running ??= recoverOnce(pool)
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
  };
  recover();
  const timer = setInterval(recover, INTERVAL_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function recoverOnce(pool: Pool): Promise<void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await sql`
      with held as materialized (
        select key from graphile_worker.jobs
        where task_identifier = 'send_email'
          and locked_at < now() - make_interval(secs => ${MIN_LOCK_AGE_SECONDS})
      ), unfinished as materialized (
        select e.id, e.job_key from outgoing_emails e join held on held.key = e.job_key
        where e.status in ('QUEUED', 'WAITING') for update of e skip locked
      ), open as materialized (
        select * from unfinished where pg_try_advisory_xact_lock(${sql.raw(lockOf('id'))})
      )
      ${addJobs(0)}`.execute(kyselyOn(client));
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
