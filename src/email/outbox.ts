import type { EntityManager } from '@mikro-orm/postgresql';
import { MOST_ATTEMPTS } from './email-record.js';
import { OutgoingEmail } from './outgoing-email.entity.js';

export interface EmailToQueue {
  businessId: string;
  jobId?: string | null;
  kind: string;
  recipient: string;
  /** Ids and harmless words only, never a token. */
  data: Record<string, unknown>;
  /** Not before this moment. */
  runAt?: Date;
  /** Gathers a burst: mails under this key that still wait give way to this one. */
  jobKey?: string;
  now?: Date;
}

/** Queues a mail in the running transaction: it commits with the change or not at all. */
export async function queueEmail(em: EntityManager, wanted: EmailToQueue): Promise<OutgoingEmail> {
  if (!em.isInTransaction()) {
    throw new Error(
      'An email was queued outside a transaction, where it could outlive its change.',
    );
  }
  if (wanted.jobKey) await takeThePlaceOfEarlier(em, wanted.jobKey);
  const email = asEntity(wanted);
  em.persist(email);
  await em.flush();
  await addJob(em, email, wanted.runAt);
  return email;
}

// The lock comes first, in a statement of its own: two bursts at once must see each other's mails,
// or one would stay queued with no job to send it.
async function takeThePlaceOfEarlier(em: EntityManager, jobKey: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [jobKey]);
  const open = { jobKey, status: { $in: ['QUEUED', 'WAITING'] } } as const;
  for (const earlier of await em.find(OutgoingEmail, open, { refresh: true })) {
    earlier.status = 'CANCELLED';
    earlier.failure = 'A later mail took its place.';
  }
}

function asEntity(wanted: EmailToQueue): OutgoingEmail {
  const { businessId, kind, recipient, data } = wanted;
  const email = new OutgoingEmail();
  const jobKey = wanted.jobKey ?? `email:${email.id}`;
  const jobId = wanted.jobId ?? null;
  const createdAt = wanted.now ?? new Date();
  return Object.assign(email, {
    businessId,
    jobId,
    kind,
    recipient,
    data,
    jobKey,
    createdAt,
  });
}

async function addJob(em: EntityManager, email: OutgoingEmail, runAt?: Date): Promise<void> {
  await em.execute(
    `select graphile_worker.add_job('send_email', ?::json,
       run_at => ?::timestamptz, max_attempts => ?, job_key => ?)`,
    [JSON.stringify({ id: email.id }), runAt?.toISOString() ?? null, MOST_ATTEMPTS, email.jobKey],
  );
}
