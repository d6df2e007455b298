import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type EmailToQueue, queueEmail } from './outbox.js';
import { OutgoingEmail } from './outgoing-email.entity.js';

/** Which mail gathers: its reader, its kind, and what it is about. */
export interface Gathering {
  businessId: string;
  jobId: string;
  kind: string;
  recipient: string;
  /** As much of a mail's data as must be the same for two things to go in one mail. */
  about: Record<string, string>;
}

export interface EmailToGather extends Gathering, Pick<EmailToQueue, 'now'> {
  /** What the mail's data says besides the list; the newest is kept. */
  data: Record<string, string>;
  /** The list in the mail's data that the id joins. */
  list: string;
  id: string;
  seconds: number;
}

/**
 * Puts an id into the mail that gathers for its reader, or starts one. The first one sets the time at
 * which the mail goes out and later ones join it without moving that time, so nobody can keep the mail
 * from going out by writing on and on.
 */
export async function gatherEmail(em: EntityManager, wanted: EmailToGather): Promise<void> {
  const { about, data, list, id, seconds, now, ...mail } = wanted;
  const gathering = await gatheringEmail(em, { ...mail, about });
  if (gathering) {
    const ids = gathering.data[list] as string[];
    gathering.data = { ...about, ...data, [list]: [...ids, id] };
    return;
  }
  await queueEmail(em, {
    ...mail,
    data: { ...about, ...data, [list]: [id] },
    // The queue goes by the database's clock, so this is no place for the clock of the change.
    runAt: new Date(Date.now() + seconds * 1000),
    now,
  });
}

/**
 * A mail that no worker has begun to write. Its row is held, and a worker counts its attempt on that row
 * before it reads what to write: so an id joins a mail that will tell of it, or starts the next one.
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
