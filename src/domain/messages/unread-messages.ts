import { workedOut } from '../../database/reader.js';

/** How many messages of a job's present client nobody of the business has read. */
export const unreadMessages = workedOut(
  'jobs',
  (job) => `${unreadInSql(job)} as unread`,
  ({ unread }) => Number(unread),
);

export function unreadInSql(job: string): string {
  return `
    (select count(*) from messages m where m.job_id = ${job}.id and m.client_id = ${job}.client_id
      and m.sender = 'CLIENT' and m.read_at is null)`;
}
