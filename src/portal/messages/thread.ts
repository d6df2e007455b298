import type { Unit } from '../../database/unit-of-work.js';
import type { Client } from '../../domain/clients/client.entity.js';
import type { Job } from '../../domain/jobs/job.entity.js';
import type { MessageSide } from '../../domain/messages/message.entity.js';
import { clientsThread } from './clients-thread.js';
import { staffsThread } from './staffs-thread.js';

/** A job's conversation with its present client, held until the change commits. */
export interface Thread {
  job: Job;
  /** Null only for staff: a job without a client has nobody to talk to. */
  client: Client | null;
  /** The end at which the person is who makes this change. */
  side: MessageSide;
  portalEnabled: boolean;
}

/**
 * The thread of a job, for whoever stands at either end of it. The two come in by different doors, and
 * each door has its own proof that it is open; from here on they do the same.
 */
export function threadToChange(unit: Unit, jobId: string): Promise<Thread> {
  const { actor } = unit;
  return actor?.kind === 'CLIENT'
    ? clientsThread(unit, actor.link, jobId)
    : staffsThread(unit, jobId);
}
