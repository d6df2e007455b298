import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work.js';
import { Business } from '../../domain/business/business.entity.js';
import { Client } from '../../domain/clients/client.entity.js';
import { jobToChange, staffOf } from '../../domain/jobs/job-to-change.js';
import { Publication } from '../../sharing/publication.entity.js';
import { conflict, Refusal } from '../../visibility/refusals.js';
import type { Thread } from './thread.js';

const HELD = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true } as const;

/** The thread with the present client of a job of the business. */
export async function staffsThread(unit: Unit, jobId: string): Promise<Thread> {
  const { em } = unit;
  const { businessId } = staffOf(unit);
  const business = await em.findOneOrFail(Business, businessId, HELD);
  const job = await jobToChange(unit, jobId);
  const client = job.client && (await em.findOneOrFail(Client, job.client.id, HELD));
  return {
    job,
    client,
    side: 'BUSINESS',
    portalEnabled: business.clientPortalEnabled,
  };
}

/** Whom a message of the business would reach; when it would reach nobody, the reason why. */
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
