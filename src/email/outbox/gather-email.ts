import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type EmailToQueue, queueEmail } from './outbox.js';
import { OutgoingEmail } from './outgoing-email.entity.js';

/** Identifies a gathering mail: recipient, kind and subject matter. */
export interface Gathering {
  businessId: string;
  /** Null: the mail is about no single job. */
  jobId: string | null;
  kind: string;
  recipient: string;
  /** The part of `data` that must be equal for entries to share a mail. */
  about: Record<string, string>;
}

export interface EmailToGather extends Gathering, Pick<EmailToQueue, 'now'> {
  /** Other values of `data`; the latest are kept. */
  data: Record<string, string>;
  /** Key in `data` of the list to which the ID is added. */
  list: string;
  id: string;
  /** Delay from the first entry until the mail is sent. */
  seconds: number;
}

/**
 * Adds an ID to the gathering mail of its recipient, or queues a new one. The first entry sets the time of sending
 * and later entries do not move it, so a continuing conversation cannot delay the mail.
 */
export async function gatherEmail(em: EntityManager, input: EmailToGather): Promise<void> {
  const { about, data, list, id, seconds, now, ...mail } = input;
  const gathering = await gatheringEmail(em, { ...mail, about });
  if (gathering) {
    const ids = gathering.data[list] as string[];
    gathering.data = { ...about, ...data, [list]: [...ids, id] };
    return;
  }
  await queueEmail(em, {
    ...mail,
    data: { ...about, ...data, [list]: [id] },
    // The queue uses the database's clock, so the clock of the unit of work must not be used here.
    runAt: new Date(Date.now() + seconds * 1000),
    now,
  });
}

/**
 * The gathering mail, locked until commit; null when there is none or a worker has begun to send it. A worker counts
 * its attempt on the row before composing, so an added ID is either in the composed mail or starts the next one.
 */
export function gatheringEmail(
  em: EntityManager,
  { about, ...mail }: Gathering,
): Promise<OutgoingEmail | null> {
  return em.findOne(
    OutgoingEmail,
    { ...mail, data: about, attempts: 0, status: { $in: ['QUEUED', 'WAITING'] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: 'desc' } },
  );
}
