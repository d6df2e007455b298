import type { Task } from 'graphile-worker';
import { sql } from 'kysely';
import { addJobs } from './email-record.js';
import { onConnection } from './one-connection.js';
import { lockOf } from './one-sender.js';

/**
 * Gives mails back to the queue whose server died over them. The queue by itself would only do so
 * after four hours, since it cannot know; the lock of the sender's connection does.
 */
export const recoverEmails: Task = (_payload, { withPgClient }) =>
  withPgClient(async (client) => {
    await sql`
      with held as materialized (
        select key from graphile_worker.jobs
        where task_identifier = 'send_email' and locked_at < now() - interval '30 seconds'
      ), unfinished as materialized (
        select e.id, e.job_key from outgoing_emails e join held on held.key = e.job_key
        where e.status in ('QUEUED', 'WAITING') for update of e skip locked
      ), open as materialized (
        select * from unfinished where pg_try_advisory_xact_lock(${sql.raw(lockOf('id'))})
      )
      ${addJobs(0)}`.execute(onConnection(client));
  });
