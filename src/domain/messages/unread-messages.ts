/** SQL number of messages of a job's current client that no staff member has read. */
export function unreadInSql(job: string): string {
  return `
    (select count(*) from messages m where m.job_id = ${job}.id and m.client_id = ${job}.client_id
      and m.sender = 'CLIENT' and m.read_at is null)`;
}
