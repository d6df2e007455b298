import type { Config } from '../../config/config.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Client } from '../../domain/clients/client.entity.js';
import { Assignment } from '../../domain/jobs/assignment.entity.js';
import type { Message } from '../../domain/messages/message.entity.js';
import { SIGNS_IN, StaffMember } from '../../domain/staff/staff-member.entity.js';
import { may, rolesWith } from '../../visibility/capabilities.js';
import { gatherMail } from './gather-mail.js';
import { MAIL_TO_STAFF } from './mail-to-staff.js';
import type { Thread } from './thread.js';

/** Adds a client's message to the next notification email of each staff member concerned. */
export async function notifyStaffOfMessage(
  unit: Unit,
  config: Config,
  thread: Thread,
  message: Message,
): Promise<void> {
  const { id: jobId, businessId } = thread.job;
  const clientId = (thread.client as Client).id;
  for (const { id: staffId, email } of await recipients(unit, thread)) {
    await gatherMail(unit, config, {
      businessId,
      jobId,
      kind: MAIL_TO_STAFF,
      recipient: email,
      data: { clientId, staffId },
      messageId: message.id,
    });
  }
}

/**
 * Recipients among the staff with MESSAGE_CLIENTS: those assigned to the job and, while they see it, those who have
 * written in this thread. If nobody assigned may SHARE, those with SWITCH_PORTAL too, so that somebody of the office
 * always gets the message.
 */
async function recipients({ em }: Unit, { job, client }: Thread): Promise<StaffMember[]> {
  const messengers = await em.find(
    StaffMember,
    {
      businessId: job.businessId,
      ...SIGNS_IN,
      role: { $in: [...rolesWith('MESSAGE_CLIENTS')] as StaffMember['role'][] },
    },
    { orderBy: { id: 'asc' } },
  );
  const assignments = await em.find(Assignment, { job: job.id });
  const assigned = messengers.filter(({ id }) =>
    assignments.some(({ staffMember }) => staffMember.id === id),
  );
  const office = assigned.some(({ role }) => may(role, 'SHARE'))
    ? []
    : messengers.filter(({ role }) => may(role, 'SWITCH_PORTAL'));
  const writers = await em.execute<{ id: string }[]>(
    "select distinct author_id as id from messages where job_id = ? and client_id = ? and sender = 'BUSINESS'",
    [job.id, (client as Client).id],
  );
  const hasWritten = ({ id, role }: StaffMember) =>
    may(role, 'SEE_ALL_JOBS') && writers.some((writer) => writer.id === id);
  return messengers.filter(
    (member) => assigned.includes(member) || office.includes(member) || hasWritten(member),
  );
}
