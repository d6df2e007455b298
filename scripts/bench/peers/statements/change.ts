import { OWNER } from './parts.js';

/** Changes a to-do's text, locking its job first as the product does. Raises no prompt. */
export const CHANGE = `
  with me as (${OWNER}),
  held as (
    select j.id from jobs j join todos t on t.job_id = j.id join me on me.business_id = j.business_id
    where t.id = $2::uuid for update of j),
  changed as (
    update todos t set title = $3, done = $4 from held where t.id = $2::uuid and t.job_id = held.id
    returning t.id, t.title, t.done, t.job_id)
  select json_build_object('job', json_build_object('id', job_id), 'todo', json_build_object('id', id, 'title', title, 'done', done))::text as json
  from changed`;
