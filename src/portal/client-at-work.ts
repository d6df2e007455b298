import { LockMode } from '@mikro-orm/postgresql';
import { takeTurn, type Unit } from '../database/unit-of-work.js';
import { Business } from '../domain/business/business.entity.js';
import { Client } from '../domain/clients/client.entity.js';
import { Job } from '../domain/jobs/job.entity.js';
import type { ClientView } from '../sharing/client-view.js';
import { lockPrompt } from '../sharing/lock-prompt.js';
import { Publication } from '../sharing/publication.entity.js';
import type { PortalPass } from '../visibility/principal.js';
import { notFound } from '../visibility/refusals.js';
import { isAlive } from './is-alive.js';
import { PortalLink } from './portal-link.entity.js';

/** A client whose link works, with the job it opens and what it can see of it, until the change commits. */
export interface ClientAtWork {
  pass: PortalPass;
  job: Job;
  view: ClientView;
}

/**
 * Opens the door for a client who changes something. The request was let in by a read; in between,
 * somebody may have switched the portal off, revoked the link or withdrawn what it shows. So all of
 * that is asked again here and held: whoever commits first has won, and the client who comes second is
 * told what anybody with a dead link is told.
 *
 * The order is the order of everybody: business, job, client, link, prompt. Whoever revokes links holds the
 * job or the client already, so a link taken before them could block it.
 */
export async function clientAtWork(unit: Unit): Promise<ClientAtWork> {
  const pass = passOf(unit);
  const { businessId, jobId } = pass;
  await holdPortal(unit, businessId);
  const job = await holdJob(unit, pass);
  await holdLink(unit, pass);
  await lockPrompt(unit.em, businessId, jobId, unit.now);
  return { pass, job, view: await newestView(unit, pass) };
}

function passOf({ actor }: Unit): PortalPass {
  if (actor?.kind !== 'CLIENT' || !actor.link) throw notFound();
  return actor.link;
}

async function holdPortal({ em }: Unit, businessId: string): Promise<void> {
  const business = await em.findOne(Business, businessId, {
    lockMode: LockMode.PESSIMISTIC_READ,
    refresh: true,
  });
  if (!business?.clientPortalEnabled) throw notFound();
}

async function holdJob(unit: Unit, { businessId, clientId, jobId }: PortalPass): Promise<Job> {
  takeTurn(unit, 'job', jobId);
  const job = await unit.em.findOne(
    Job,
    { id: jobId, businessId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (job?.client?.id !== clientId) throw notFound();
  return job as Job;
}

async function holdLink(unit: Unit, { businessId, clientId, linkId }: PortalPass): Promise<void> {
  const { em, now } = unit;
  // A change of the client's address holds the client when it revokes links.
  await em.findOneOrFail(Client, clientId, { lockMode: LockMode.PESSIMISTIC_READ, refresh: true });
  const link = await em.findOne(
    PortalLink,
    { id: linkId, businessId },
    { lockMode: LockMode.PESSIMISTIC_READ, refresh: true },
  );
  if (!link || !isAlive(link, now)) throw notFound();
}

/**
 * The link of a client who only looked, held until the change commits. A view changes nothing of the job, so it does
 * not wait for those who change it: whoever cuts a client from its job revokes the link in the same transaction.
 */
export async function linkInUse(unit: Unit): Promise<PortalLink> {
  const { businessId, linkId } = passOf(unit);
  await holdPortal(unit, businessId);
  takeTurn(unit, 'link', linkId);
  const link = await unit.em.findOne(
    PortalLink,
    { id: linkId, businessId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!link || !isAlive(link, unit.now)) throw notFound();
  return link;
}

async function newestView({ em }: Unit, { clientId, jobId }: PortalPass): Promise<ClientView> {
  const newest = await em.findOne(
    Publication,
    { job: jobId, client: clientId },
    { orderBy: { version: 'desc' }, refresh: true },
  );
  if (!newest) throw notFound();
  return newest.view;
}
