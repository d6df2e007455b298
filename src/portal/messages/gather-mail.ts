import { LockMode } from '@mikro-orm/postgresql';
import type { Config } from '../../config.js';
import type { Unit } from '../../database/unit-of-work.js';
import { queueEmail } from '../../email/outbox.js';
import { OutgoingEmail } from '../../email/outgoing-email.entity.js';

/** What a mail about messages names; each message stands in one mail to each recipient. */
export interface MessageMailData {
  clientId: string;
  messageIds: string[];
  /** The link that the client's mail carries. */
  linkId?: string;
  /** Whom of the staff it goes to. */
  staffId?: string;
}

/**
 * Puts a message into the mail that gathers for its reader, or starts one. The first message of a burst
 * sets the time at which the mail goes out and later ones join it without moving that time, so nobody
 * can keep the mail from going out by writing on and on.
 */
export async function gatherMail(
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
  const gathering = await gatheringMail(unit, mail, data.clientId);
  if (gathering) {
    const { messageIds } = gathering.data as unknown as MessageMailData;
    gathering.data = { ...data, messageIds: [...messageIds, messageId] };
    return;
  }
  await queueEmail(unit.em, {
    ...mail,
    data: { ...data, messageIds: [messageId] },
    // The queue goes by the database's clock, so this is no place for the clock of the change.
    runAt: new Date(Date.now() + messageMailSeconds * 1000),
    now: unit.now,
  });
}

/**
 * A mail that no worker has begun to write. Its row is held, and a worker counts its attempt on that row
 * before it reads what to write: so a message joins a mail that will tell of it, or starts the next one.
 */
function gatheringMail(
  { em }: Unit,
  mail: {
    businessId: string;
    jobId: string;
    kind: string;
    recipient: string;
  },
  clientId: string,
): Promise<OutgoingEmail | null> {
  return em.findOne(
    OutgoingEmail,
    {
      ...mail,
      data: { clientId },
      attempts: 0,
      status: { $in: ['QUEUED', 'WAITING'] },
    },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      refresh: true,
      orderBy: { id: 'desc' },
    },
  );
}
