import type { Unit } from '../../src/database/unit-of-work/unit-of-work.js';
import type { Client } from '../../src/domain/clients/client.entity.js';
import type { Job } from '../../src/domain/jobs/job.entity.js';
import { Message } from '../../src/domain/messages/message.entity.js';
import type { StaffMember, StaffRole } from '../../src/domain/staff/staff-member.entity.js';

const MINUTE = 60 * 1000;

const THREAD = [
  {
    from: 'BUSINESS',
    body: 'Good morning! We will be there at nine. Can you clear the bench beside the stove?',
    minutesAgo: 180,
  },
  {
    from: 'CLIENT',
    body: 'Done. Please mind the dog, he is friendly but curious.',
    minutesAgo: 170,
  },
  {
    from: 'CLIENT',
    body: 'And could we have one more socket beside the window?',
    minutesAgo: 20,
  },
] as const;

/** A short thread; the last message of the client is unread. */
export function seedMessages(
  { em, now }: Unit,
  job: Job,
  staff: Map<StaffRole, StaffMember>,
): void {
  const writer = staff.get('BUSINESS_OWNER') ?? staff.get('SOLE_TRADER');
  job.clientMessagesEnabled = true;
  const last = THREAD.at(-1);
  for (const message of THREAD) {
    const { from, body, minutesAgo } = message;
    const sentAt = new Date(now.getTime() - minutesAgo * MINUTE);
    em.create(Message, {
      businessId: job.businessId,
      job,
      client: job.client as Client,
      from,
      body,
      sentAt,
      readAt: message === last ? null : new Date(sentAt.getTime() + MINUTE),
      author: from === 'BUSINESS' ? (writer as StaffMember) : null,
    });
  }
}
