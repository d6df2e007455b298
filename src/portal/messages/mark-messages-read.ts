import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Message } from '../../domain/messages/message.entity.js';
import { invalid } from '../../visibility/refusals.js';
import { lockThread } from './lock-thread.js';

/**
 * Marks unread messages of the other side as read: up to the message `upTo`, or all of them.
 *
 * @throws VALIDATION_FAILED if `upTo` is not a message of this thread.
 */
export async function markMessagesRead(unit: Unit, jobId: string, upTo?: string | null) {
  const { job, client, side } = await lockThread(unit, jobId);
  const thread = { job: job.id, client: client?.id ?? null };
  if (upTo && (await unit.em.count(Message, { ...thread, id: upTo })) === 0)
    throw invalid('upTo', 'There is no such message; name one of this job.');
  const unread = await unit.em.find(Message, {
    ...thread,
    from: side === 'CLIENT' ? 'BUSINESS' : 'CLIENT',
    readAt: null,
    ...(upTo && { id: { $lte: upTo } }),
  });
  for (const message of unread) message.read(unit.now);
  return { read: unread.length, job };
}
