import type { Config } from '../../config/config.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { gatherEmail } from '../../email/outbox/gather-email.js';

/** Data of an email about messages. A message is in exactly one email to each recipient. */
export interface MessageMailData {
  clientId: string;
  messageIds: string[];
  /** Portal link in an email to the client. */
  linkId?: string;
  /** Recipient of an email to staff. */
  staffId?: string;
}

/** Adds a message to the recipient's pending email about this job, or queues a new one. */
export function gatherMail(
  unit: Unit,
  { messageMailSeconds }: Config,
  request: {
    businessId: string;
    jobId: string;
    kind: string;
    recipient: string;
    data: Omit<MessageMailData, 'messageIds'>;
    messageId: string;
  },
): Promise<void> {
  const { messageId, data, ...mail } = request;
  const { clientId, ...more } = data;
  return gatherEmail(unit.em, {
    ...mail,
    about: { clientId },
    data: more,
    list: 'messageIds',
    id: messageId,
    seconds: messageMailSeconds,
    now: unit.now,
  });
}
