import type { Client } from '../../domain/clients/client.entity.js';
import type { Job } from '../../domain/jobs/job.entity.js';
import type { MessageSide } from '../../domain/messages/message.entity.js';

/** Conversation of a job with its current client, locked until the commit. */
export interface Thread {
  job: Job;
  /** Null only for staff, on a job without a client. */
  client: Client | null;
  /** Side of the person who makes this change. */
  side: MessageSide;
  portalEnabled: boolean;
}
