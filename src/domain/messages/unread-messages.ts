import type { Lookup } from '../../database/reader.js';

/** How many messages of a job's present client nobody of the business has read. */
export const unreadMessages: Lookup<number> = {
  sql: `
    select j.id, count(m.id)::int as unread
    from jobs j
    left join messages m on m.job_id = j.id and m.client_id = j.client_id
      and m.sender = 'CLIENT' and m.read_at is null
    where j.business_id = $1 and j.id = any($2)
    group by j.id`,
  answer: ({ unread }) => unread as number,
};
