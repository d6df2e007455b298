import { OWNER } from './parts.js';

/** Authenticates, locks the job, and changes the to-do's text unless it has that text already. */
export const TAKE = `
  with me as (${OWNER}),
  held as (
    select j.id from jobs j join todos t on t.job_id = j.id join me on me.business_id = j.business_id
    where t.id = $2::uuid for update of j),
  changed as (
    update todos t set title = $3, done = $4 from held
    where t.id = $2::uuid and t.job_id = held.id and (t.title, t.done) is distinct from ($3, $4)
    returning t.id)
  select m.id as "staffId", m.name, m.role as audience, m.business_id as "businessId", held.id as "jobId",
    exists (select from changed) as "isWritten"
  from held, me join staff_members m on m.id = me.staff_id`;

/** Locks the job's prompt and reads it, with the name of the person who raised it. */
export const LOCK_PROMPT = `
  select p.id, p.revision, p.offered, p.reviewed, p.reviewed_for_client_id as "reviewedForClientId", p.waiting, p.ready,
    p.changed_at as "changedAt", p.raised_at as "raisedAt", p.raised_by_id as "raisedById", s.name as "raisedByName"
  from share_prompts p left join staff_members s on s.id = p.raised_by_id
  where p.business_id = $1 and p.job_id = $2 for update of p`;

/** Writes the prompt, and the notification for both changes. */
export const SETTLE = `
  with settled as (
    update share_prompts set revision = $2, offered = $3, waiting = $4, ready = $5, changed_at = $6, raised_at = $7, raised_by_id = $8
    where id = $1)
  select pg_notify($9, pg_current_xact_id()::text || ' ' || $10)`;

/** Sends only the notification, if the prompt does not change. */
export const NOTIFY = `select pg_notify($1, pg_current_xact_id()::text || ' ' || $2)`;
