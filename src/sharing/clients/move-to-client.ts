import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Client } from '../../domain/clients/client.entity.js';
import { Enquiry } from '../../domain/enquiries/enquiry.entity.js';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { Message } from '../../domain/messages/message.entity.js';
import { PortalLink } from '../../domain/portal-links/portal-link.entity.js';
import { Quote } from '../../domain/quotes/quote.entity.js';
import { PagePublication } from '../pages/page-publication.entity.js';
import { lockPrompt } from '../prompt/lock-prompt.js';
import { Publication } from '../publish/publication.entity.js';

/** Clients of a merge. */
export interface Move {
  from: Client;
  to: Client;
}

/** Entities of a job that refer to a client; an answer to a quote is evidence and keeps the client who gave it. */
const OF_JOB = [Quote, Invoice, Message];

/** Moves these jobs, which are locked, with all that they have of the client. Their own links come along or are revoked. */
export async function moveJobs(unit: Unit, move: Move, jobIds: string[]): Promise<void> {
  const ofJobs = { job: { $in: jobIds } };
  const ofTheirParts = { $or: [{ quote: ofJobs }, { invoice: ofJobs }] };
  await moveLinks(unit, move, { $or: [ofJobs, ...ofTheirParts.$or] });
  await moveRows(unit, Job, move, { id: { $in: jobIds } });
  for (const entity of OF_JOB) await moveRows(unit, entity, move, ofJobs);
  await movePublications(unit, move, ofJobs);
  await movePages(unit, move, ofTheirParts);
  for (const jobId of jobIds) await keepReview(unit, move, jobId);
}

/** Moves what is left once the jobs have moved: quotes without a job, enquiries, and the own pages of quotes and invoices. */
export async function moveRest(unit: Unit, move: Move): Promise<void> {
  await moveLinks(unit, move, {});
  for (const entity of [...OF_JOB, Enquiry]) await moveRows(unit, entity, move, {});
  await movePages(unit, move, {});
}

/** Revokes the live links of both clients that were not sent to the address that stays; returns their number. */
export async function revokeOtherLinks({ em, now }: Unit, { from, to }: Move): Promise<number> {
  const links = await em.find(PortalLink, { client: { $in: [to.id, from.id] } });
  const others = links.filter((link) => link.sentTo !== to.email && link.isLive(now));
  for (const link of others) link.revoke(now);
  return others.length;
}

async function moveLinks({ em, now }: Unit, { from, to }: Move, where: object): Promise<void> {
  for (const link of await em.find(PortalLink, { client: from.id, ...where })) {
    link.client = to;
    // Sent since the merge began, to the address that goes.
    if (link.sentTo !== to.email && link.isLive(now)) link.revoke(now);
  }
}

async function moveRows(
  { em }: Unit,
  entity: (typeof OF_JOB)[number] | typeof Job | typeof Enquiry,
  { from, to }: Move,
  where: object,
): Promise<void> {
  for (const row of await em.find(entity as typeof Job, { client: from.id, ...where }))
    row.client = to;
}

/** The client's view of each job is the newest publication for its client. Their content is not loaded. */
async function movePublications({ em }: Unit, { from, to }: Move, where: object): Promise<void> {
  const publications = await em.find(
    Publication,
    { client: from.id, ...where },
    { fields: ['id', 'businessId', 'job', 'client'] as never },
  );
  for (const publication of publications) (publication as Publication).client = to;
}

/** Likewise the own pages of quotes and invoices. */
async function movePages({ em }: Unit, { from, to }: Move, where: object): Promise<void> {
  const pages = await em.find(
    PagePublication,
    { client: from.id, ...where },
    { fields: ['id', 'businessId', 'quote', 'invoice', 'client'] as never },
  );
  for (const page of pages) (page as PagePublication).client = to;
}

/** What was reviewed for the merged client is reviewed for the kept one, so that the merge raises no prompt. */
async function keepReview(unit: Unit, { from, to }: Move, jobId: string): Promise<void> {
  const held = await lockPrompt(unit, to.businessId, jobId);
  if (held.now.reviewedForClientId === from.id)
    held.now = { ...held.now, reviewedForClientId: to.id };
}
