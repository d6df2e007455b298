import type pg from 'pg';
import { todoDone, todoTitle } from '../seed/rows.js';
import type { Asked, samplesOf } from '../seed/sample.js';

/** Revision of every prompt of the sample at the start of a round. */
const WAITING_REVISION = 2;

/** Undoes changes and shares, so that every run begins with the same rows. */
export async function tidy(db: pg.Client, samples: ReturnType<typeof samplesOf>): Promise<void> {
  await mailsAreSent(db);
  await setBack(db, [...samples.changing, ...samples.sharing]);
  await db.query(
    'vacuum analyze todos, share_prompts, outgoing_emails, publications, portal_links',
  );
}

/** Resets some jobs to the seeded rows. */
export async function setBack(db: pg.Client, asked: Asked[]): Promise<void> {
  const jobs = asked.map(({ jobId }) => jobId);
  const ofJobs = (sql: string) => db.query(sql, [jobs]);
  await db.query(
    `update todos set title = ${todoTitle('0')}, done = ${todoDone('0')} where id = any($1::uuid[]) and title <> ${todoTitle('0')}`,
    [asked.map(({ todoId }) => todoId)],
  );
  await ofJobs(`update share_prompts set offered = reviewed, revision = 1, waiting = false, ready = false, raised_at = null, raised_by_id = null
    where job_id = any($1::uuid[]) and revision > 1`);
  await ofJobs('delete from outgoing_emails where job_id = any($1::uuid[])');
  await ofJobs('delete from publications where job_id = any($1::uuid[]) and version > 1');
  await ofJobs(
    "delete from portal_links where job_id = any($1::uuid[]) and created_at > timestamptz '2026-02-01 00:00Z'",
  );
}

/** Makes the prompts of the sample ready, and stores the item keys of each. */
export async function letThemWait(db: pg.Client, sharing: Asked[]): Promise<void> {
  const jobs = sharing.map(({ jobId }) => jobId);
  await db.query(
    `update share_prompts set revision = ${WAITING_REVISION}, waiting = true, ready = true, raised_at = changed_at where job_id = any($1::uuid[])`,
    [jobs],
  );
  const { rows } = await db.query<{ job_id: string; item_keys: string[] }>(
    'select job_id, item_keys from publications where job_id = any($1::uuid[]) and version = 1',
    [jobs],
  );
  const keys = new Map(rows.map((row) => [row.job_id, row.item_keys]));
  for (const asked of sharing)
    asked.waiting = { revision: WAITING_REVISION, itemKeys: keys.get(asked.jobId) ?? [] };
}

const PATIENCE = 600;

/** Emails of the last round may still be in the queue, and would count for the next. */
export async function mailsAreSent(db: pg.Client): Promise<void> {
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    const { rows } = await db.query(
      "select count(*)::int as left from graphile_worker.jobs where task_identifier = 'send_email'",
    );
    if (rows[0].left === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    'The mails of the last round do not go out; is a server running that sends them?',
  );
}
