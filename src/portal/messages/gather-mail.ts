import type { Config } from '../../config.js';
import type { Unit } from '../../database/unit-of-work.js';
import { gatherEmail } from '../../email/gather-email.js';

/** What a mail about messages names; each message stands in one mail to each recipient. */
export interface MessageMailData {
  clientId: string;
  messageIds: string[];
  /** The link that the client's mail carries. */
  linkId?: string;
  /** Whom of the staff it goes to. */
  staffId?: string;
}

/** Puts a message into the mail that gathers for its reader, or starts one. */
export function gatherMail(
  unit: Unit,
  { messageMailSeconds }: Config,
  wanted: {
    businessId: string;
    jobId: string;
    kind: string;
    recipient: string;
    data: Omit<MessageMailData, 'messageIds'>;
    messageId: string;
  },
): Promise<void> {
  const { messageId, data, ...mail } = wanted;
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
