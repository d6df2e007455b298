import { sql } from 'kysely';
import type { Pool } from 'pg';
import { addJobs } from './email-record.js';
import { onConnection } from './one-connection.js';
import { lockOf } from './one-sender.js';

const INTERVAL_MS = 2_000;
/** A worker that has just taken a job may not have taken the mail's lock yet. */
const MIN_HELD_SECONDS = 4;

/**
 * Gives mails back to the queue whose server died over them, at once and then every two seconds. The
 * queue by itself would do so after four hours, since it cannot know; the lock of the sender's connection
 * does.
 *
 * @returns how to stop; it waits for the statement in hand.
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
          and locked_at < now() - make_interval(secs => ${MIN_HELD_SECONDS})
      ), unfinished as materialized (
        select e.id, e.job_key from outgoing_emails e join held on held.key = e.job_key
        where e.status in ('QUEUED', 'WAITING') for update of e skip locked
      ), open as materialized (
        select * from unfinished where pg_try_advisory_xact_lock(${sql.raw(lockOf('id'))})
      )
      ${addJobs(0)}`.execute(onConnection(client));
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
