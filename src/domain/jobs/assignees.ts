import type { Condition } from '../../database/reader/reader.js';

/** SQL from clause of assigned staff members, to be continued with conditions on the assignment `a`. */
export function assignedInSql(member: string): string {
  return `assignments a join staff_members ${member} on ${member}.id = a.staff_member_id`;
}

/** Rows of jobs that a staff member is assigned to, by the job or by one of its visits. `jobId` is their column. */
export function assignedTo(staffId: string, jobId = 'job_id'): Condition {
  return {
    sql: (row, bind) =>
      `${row}.${jobId} in (select a.job_id from assignments a where a.staff_member_id = ${bind(staffId)}::uuid)`,
  };
}

/** Rows of jobs of a client. */
export function ofJobsOf(clientId: string): Condition {
  return {
    sql: (row, bind) =>
      `${row}.job_id in (select j.id from jobs j where j.business_id = $1 and j.client_id = ${bind(clientId)}::uuid)`,
  };
}
