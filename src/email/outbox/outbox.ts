import type { EntityManager } from '@mikro-orm/postgresql';
import { MAX_ATTEMPTS } from './attempts-and-retries.js';
import { OutgoingEmail } from './outgoing-email.entity.js';

export interface EmailToQueue {
  /** Null for a mail to somebody who has no business yet. */
  businessId: string | null;
  jobId?: string | null;
  kind: string;
  recipient: string;
  /** IDs and non-secret text only, never a token. */
  data: Record<string, unknown>;
  /** Earliest time of sending. */
  runAt?: Date;
  /** Queued mails with the same key are cancelled, so that a burst becomes one mail. */
  jobKey?: string;
  now?: Date;
}

/** Queues a mail in the running transaction, so that it commits with the change. Throws outside a transaction. */
export async function queueEmail(em: EntityManager, input: EmailToQueue): Promise<OutgoingEmail> {
  if (!em.isInTransaction()) {
    throw new Error(
      'An email was queued outside a transaction, where it could outlive its change.',
    );
  }
  if (input.jobKey) await cancelEarlier(em, input.jobKey);
  const email = entityFrom(input);
  em.persist(email);
  await em.flush();
  await addJob(em, email, input.runAt);
  return email;
}

// Locks in a statement of its own, before reading: concurrent calls must see each other's mails, or one mail
// would stay queued without a job.
async function cancelEarlier(em: EntityManager, jobKey: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [jobKey]);
  const open = { jobKey, status: { $in: ['QUEUED', 'WAITING'] } } as const;
  for (const earlier of await em.find(OutgoingEmail, open, { refresh: true })) {
    earlier.status = 'CANCELLED';
    earlier.failure = 'A later mail took its place.';
  }
}

function entityFrom(input: EmailToQueue): OutgoingEmail {
  const { businessId, kind, recipient, data } = input;
  const email = new OutgoingEmail();
  const jobKey = input.jobKey ?? `email:${email.id}`;
  const jobId = input.jobId ?? null;
  const createdAt = input.now ?? new Date();
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
    [JSON.stringify({ id: email.id }), runAt?.toISOString() ?? null, MAX_ATTEMPTS, email.jobKey],
  );
}
