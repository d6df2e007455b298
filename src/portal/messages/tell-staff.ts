import type { Config } from '../../config.js';
import type { Unit } from '../../database/unit-of-work.js';
import type { Client } from '../../domain/clients/client.entity.js';
import { Assignment } from '../../domain/jobs/assignment.entity.js';
import type { Message } from '../../domain/messages/message.entity.js';
import { may, whoMay } from '../../domain/staff/capabilities.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { gatherMail } from './gather-mail.js';
import { MAIL_TO_STAFF } from './mail-to-staff.js';
import type { Thread } from './thread.js';

/** Sees to it that a mail tells the business of a message of its client. */
export async function tellStaff(
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
 * Who is told: those at work on the job who may answer, and those who have written in this thread, since
 * the answer is meant for them. With nobody at work who may answer, those who answer for the portal are
 * told, so that a client never writes to nobody. Everybody else would only learn to ignore the mail.
 */
async function recipients({ em }: Unit, { job, client }: Thread): Promise<StaffMember[]> {
  const messengers = await em.find(
    StaffMember,
    {
      businessId: job.businessId,
      removedAt: null,
      role: { $in: [...whoMay('MESSAGE_CLIENTS')] as StaffMember['role'][] },
    },
    { orderBy: { id: 'asc' } },
  );
  const assignments = await em.find(Assignment, { job: job.id });
  const atWork = messengers.filter(({ id }) =>
    assignments.some(({ staffMember }) => staffMember.id === id),
  );
  const answering =
    atWork.length > 0 ? atWork : messengers.filter(({ role }) => may(role, 'SWITCH_PORTAL'));
  const writers = await em.execute<{ id: string }[]>(
    "select distinct author_id as id from messages where job_id = ? and client_id = ? and sender = 'BUSINESS'",
    [job.id, (client as Client).id],
  );
  return messengers.filter(
    (each) => answering.includes(each) || writers.some(({ id }) => id === each.id),
  );
}
