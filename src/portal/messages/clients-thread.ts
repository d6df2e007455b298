import { LockMode } from '@mikro-orm/postgresql';
import { takeTurn, type Unit } from '../../database/unit-of-work.js';
import { Business } from '../../domain/business/business.entity.js';
import { Client } from '../../domain/clients/client.entity.js';
import { Job } from '../../domain/jobs/job.entity.js';
import type { PortalPass } from '../../visibility/principal.js';
import { notFound, Refusal } from '../../visibility/refusals.js';
import { PortalLink } from '../portal-link.entity.js';
import type { Thread } from './thread.js';

const HELD = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true } as const;

/**
 * The thread of the link's job. The request was let in a moment ago, so everything that let it in is
 * asked again here and held: a portal, link or client cut meanwhile wins over the message.
 */
export async function clientsThread(
  unit: Unit,
  link: PortalPass | null,
  jobId: string,
): Promise<Thread> {
  if (!link || link.jobId !== jobId.toLowerCase()) throw notFound();
  const { em, now } = unit;
  const open = { id: link.businessId, clientPortalEnabled: true };
  if (!(await em.findOne(Business, open, HELD))) throw notFound();
  takeTurn(unit, 'job', link.jobId);
  const job = await em.findOne(
    Job,
    { id: link.jobId, client: link.clientId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!job) throw notFound();
  const client = await em.findOneOrFail(Client, link.clientId, HELD);
  const alive = {
    id: link.linkId,
    revokedAt: null,
    expiresAt: { $gt: now },
  };
  if (!(await em.findOne(PortalLink, alive, HELD))) throw notFound();
  if (!job.clientMessagesEnabled) throw new Refusal('MESSAGES_NOT_ENABLED');
  return { job, client, side: 'CLIENT', portalEnabled: true };
}
