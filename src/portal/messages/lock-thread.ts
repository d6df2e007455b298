import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { notFound, Refusal } from '../../visibility/refusals.js';
import { openPortalForWrite } from '../session/open-portal-for-write.js';
import { staffThread } from './staff-thread.js';
import type { Thread } from './thread.js';

/**
 * Locks the thread of a job until the commit. Staff need access to the job, a client a live link to it.
 *
 * @throws NOT_FOUND without that access; MESSAGES_NOT_ENABLED for a client while messages are off.
 */
export function lockThread(unit: Unit, jobId: string): Promise<Thread> {
  return unit.actor?.kind === 'CLIENT' ? clientThread(unit, jobId) : staffThread(unit, jobId);
}

async function clientThread(unit: Unit, jobId: string): Promise<Thread> {
  const { client, job } = await openPortalForWrite(unit);
  // The page of one quote or invoice has no messages.
  if (job?.id !== jobId.toLowerCase()) throw notFound();
  if (!job.clientMessagesEnabled) throw new Refusal('MESSAGES_NOT_ENABLED');
  return { job, client, side: 'CLIENT', portalEnabled: true };
}
