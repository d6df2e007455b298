import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Business } from '../../domain/business/business.entity.js';
import { Client } from '../../domain/clients/client.entity.js';
import { lockJob, staffOf } from '../../domain/jobs/lock-job.js';
import { Publication } from '../../sharing/publish/publication.entity.js';
import { conflict, Refusal } from '../../visibility/refusals.js';
import type { Thread } from './thread.js';

const READ_LOCK = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true } as const;

/** Thread of a job with its current client, locked for a change by staff. */
export async function staffThread(unit: Unit, jobId: string): Promise<Thread> {
  const { em } = unit;
  const { businessId } = staffOf(unit);
  const business = await em.findOneOrFail(Business, businessId, READ_LOCK);
  const job = await lockJob(unit, jobId);
  const client = job.client && (await em.findOneOrFail(Client, job.client.id, READ_LOCK));
  return {
    job,
    client,
    side: 'BUSINESS',
    portalEnabled: business.clientPortalEnabled,
  };
}

/**
 * The client that receives a message of the business.
 *
 * @throws MESSAGES_NOT_ENABLED, PORTAL_DISABLED, CLIENT_EMAIL_MISSING; CONFLICT without a client or before the first share.
 */
export async function recipientOf(
  { em }: Unit,
  { job, client, portalEnabled }: Thread,
): Promise<{ id: string; email: string }> {
  if (!job.clientMessagesEnabled) throw new Refusal('MESSAGES_NOT_ENABLED');
  if (!portalEnabled) throw new Refusal('PORTAL_DISABLED');
  if (!client) {
    throw conflict('This job has no client to write to; add one first.');
  }
  if (!client.email) throw new Refusal('CLIENT_EMAIL_MISSING');
  const shared = { job: job.id, client: client.id };
  if ((await em.count(Publication, shared)) === 0) {
    throw conflict('This job was not shared with its client yet; answer its share prompt first.');
  }
  return { id: client.id, email: client.email };
}
