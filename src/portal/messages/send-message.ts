import type { Config } from '../../config/config.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Client } from '../../domain/clients/client.entity.js';
import { staffOf } from '../../domain/jobs/lock-job.js';
import { Message } from '../../domain/messages/message.entity.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { lockThread } from './lock-thread.js';
import { notifyClientOfMessage } from './notify-client.js';
import { notifyStaffOfMessage } from './notify-staff.js';
import { recipientOf } from './staff-thread.js';
import type { Thread } from './thread.js';

/**
 * Adds a message to a job's thread and queues the email to the other side.
 *
 * @throws NOT_FOUND, MESSAGES_NOT_ENABLED; for staff also the refusals of `recipientOf`.
 */
export async function sendMessage(unit: Unit, config: Config, jobId: string, body: string) {
  const thread = await lockThread(unit, jobId);
  const message =
    thread.side === 'CLIENT'
      ? await clientWrites(unit, config, thread, body)
      : await staffWrites(unit, config, thread, body);
  return { message };
}

async function clientWrites(
  unit: Unit,
  config: Config,
  thread: Thread,
  body: string,
): Promise<Message> {
  const message = write(unit, thread, body, null);
  await notifyStaffOfMessage(unit, config, thread, message);
  return message;
}

async function staffWrites(
  unit: Unit,
  config: Config,
  thread: Thread,
  body: string,
): Promise<Message> {
  const to = await recipientOf(unit, thread);
  const author = unit.em.getReference(StaffMember, staffOf(unit).staffId);
  const message = write(unit, thread, body, author);
  await notifyClientOfMessage(unit, config, thread.job, to, message);
  return message;
}

function write(
  { em, now }: Unit,
  { job, client, side }: Thread,
  body: string,
  author: StaffMember | null,
): Message {
  return em.create(
    Message,
    {
      businessId: job.businessId,
      job,
      client: client as Client,
      from: side,
      body,
      sentAt: now,
      author,
    },
    { partial: true },
  );
}
