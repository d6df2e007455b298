import type { Config } from '../../config.js';
import type { Unit } from '../../database/unit-of-work.js';
import type { Client } from '../../domain/clients/client.entity.js';
import { staffOf } from '../../domain/jobs/job-to-change.js';
import { Message } from '../../domain/messages/message.entity.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { recipientOf } from './staffs-thread.js';
import { tellClient } from './tell-client.js';
import { tellStaff } from './tell-staff.js';
import { type Thread, threadToChange } from './thread.js';

/** Writes a message into a job's thread and sees to it that the other end hears of it. */
export async function sendMessage(unit: Unit, config: Config, jobId: string, body: string) {
  const thread = await threadToChange(unit, jobId);
  const message =
    thread.side === 'CLIENT'
      ? await clientWrites(unit, config, thread, body)
      : await staffWrites(unit, config, thread, body);
  const { id, from, sentAt, author } = message;
  // Its writer reads it at once: a plain row, because a client's reader knows what was there before.
  return {
    message: { id, from, body, sentAt, readAt: null, authorId: author?.id },
  };
}

async function clientWrites(
  unit: Unit,
  config: Config,
  thread: Thread,
  body: string,
): Promise<Message> {
  const message = write(unit, thread, body, null);
  await tellStaff(unit, config, thread, message);
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
  await tellClient(unit, config, thread.job, to, message);
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
