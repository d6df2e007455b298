import { type EntityClass, LockMode } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/sql/uuid.js';
import { takeTurn, type Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Business } from '../../domain/business/business.entity.js';
import { Client } from '../../domain/clients/client.entity.js';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { PortalLink } from '../../domain/portal-links/portal-link.entity.js';
import { Quote } from '../../domain/quotes/quote.entity.js';
import type { OwnPageKind } from '../../sharing/pages/own-page-kind.js';
import { PagePublication } from '../../sharing/pages/page-publication.entity.js';
import { lockPrompt } from '../../sharing/prompt/lock-prompt.js';
import { Publication } from '../../sharing/publish/publication.entity.js';
import { type ClientView, itemIn, keyOf } from '../../sharing/state/client-view.js';
import type { PortalLinkIds } from '../../visibility/principal.js';
import { notFound } from '../../visibility/refusals.js';

/** Portal of a client, checked and locked until the change commits. */
export interface PortalForWrite {
  session: PortalLinkIds;
  /** Job on the page; null while the page shows one quote or invoice only, even if that has a job. */
  job: Job | null;
  client: Client;
  link: PortalLink;
  /** A quote or invoice as the client sees it, on whichever page. Throws NOT_FOUND if it is not published. */
  shown(kind: OwnPageKind, id: string): ClientView;
}

const opened = new WeakMap<Unit, Promise<PortalForWrite>>();

/**
 * Opens the portal for a client's write; every such write begins here. The request was authenticated by a read, and
 * since then the portal may have been switched off, the link revoked, the client of the job changed, the job shared or
 * content withdrawn. All of that is checked again under locks held until the commit.
 *
 * Lock order, as in every write: business, job, quote of the link, client, link, prompt. A second call in the same change returns the
 * result of the first.
 *
 * @throws NOT_FOUND if the portal is not open, with the same text as for an unknown link.
 */
export function openPortalForWrite(unit: Unit): Promise<PortalForWrite> {
  const portal = opened.get(unit) ?? lockPortal(unit);
  opened.set(unit, portal);
  return portal;
}

/** Wraps the work of a change: for a client, opens the portal first, so that no mutation can omit it. */
export function withOpenPortal<T>(work: (unit: Unit) => Promise<T>): (unit: Unit) => Promise<T> {
  return async (unit) => {
    if (unit.actor?.kind === 'CLIENT') await openPortalForWrite(unit);
    return work(unit);
  };
}

async function lockPortal(unit: Unit): Promise<PortalForWrite> {
  const session = sessionOf(unit);
  const { businessId, clientId, linkId } = session;
  const business = await lock(unit, Business, { id: businessId }, LockMode.PESSIMISTIC_READ);
  if (!business.clientPortalEnabled) throw notFound();
  const { job, document } = await lockSubject(unit, session);
  if (document && document.client?.id !== clientId) throw notFound();
  // A quote may be part of a job that has no client yet; that job cannot be on the page.
  if (job?.client ? job.client.id !== clientId : !document) throw notFound();
  const client = await lock(unit, Client, { id: clientId, businessId }, LockMode.PESSIMISTIC_READ);
  const link = await lock(unit, PortalLink, { id: linkId, businessId }, LockMode.PESSIMISTIC_WRITE);
  if (!link.isLive(unit.now)) throw notFound();
  if (job) await lockPrompt(unit, businessId, job.id);
  const jobView = job?.client ? await publishedJob(unit, job, clientId) : null;
  const ownView = !jobView && document ? await publishedPage(unit, document, clientId) : null;
  if (!jobView && !ownView) throw notFound();
  const beside = ownView?.kind === 'QUOTE' && job ? await invoiceBeside(unit, session) : null;
  const ownPages = [ownView, beside].filter((page) => page !== null);
  return {
    session,
    job: jobView ? job : null,
    client,
    link,
    shown: (kind, id) => shownIn(jobView, ownPages, kind, id),
  };
}

function sessionOf({ actor }: Unit): PortalLinkIds {
  if (actor?.kind !== 'CLIENT' || !actor.link) throw notFound();
  return actor.link;
}

/** What the link is for, as far as a write may change it. */
interface Subject {
  /** Job of the link, or that of its quote or invoice. */
  job: Job | null;
  document: Quote | Invoice | null;
}

/** Locks the job of the link, and for a link to a quote the quote, which may have no job. */
async function lockSubject(unit: Unit, session: PortalLinkIds): Promise<Subject> {
  const { businessId, jobId, quoteId, invoiceId } = session;
  if (quoteId) return lockQuoteWithJob(unit, { id: quoteId, businessId });
  if (!invoiceId) return { job: await lockJob(unit, businessId, jobId), document: null };
  const { em } = unit;
  const { job } = await em.findOneOrFail(Invoice, { id: invoiceId, businessId });
  const lockedJob = await lockJob(unit, businessId, job.id);
  const invoice = await em.findOne(Invoice, { id: invoiceId, businessId }, { refresh: true });
  return { job: lockedJob, document: invoice };
}

/** The job first, as in every change. */
async function lockQuoteWithJob(
  unit: Unit,
  where: { id: string; businessId: string },
): Promise<Subject> {
  const jobBefore = (await unit.em.findOne(Quote, where))?.job?.id ?? null;
  const lockedBefore = jobBefore ? await lockJob(unit, where.businessId, jobBefore) : null;
  takeTurn(unit, Quote.name, where.id);
  const quote = await lock(unit, Quote, where, LockMode.PESSIMISTIC_WRITE);
  // It was attached to a job while this waited for the lock.
  if (quote.job && quote.job.id !== jobBefore)
    return { job: await lockJob(unit, where.businessId, quote.job.id), document: quote };
  return { job: lockedBefore, document: quote };
}

function lockJob(unit: Unit, businessId: string, id: string | null): Promise<Job> {
  if (!id) throw notFound();
  takeTurn(unit, 'job', id);
  return lock(unit, Job, { id, businessId }, LockMode.PESSIMISTIC_WRITE);
}

async function lock<E extends object>(
  { em }: Unit,
  entity: EntityClass<E>,
  where: { id: string; businessId?: string },
  lockMode: LockMode.PESSIMISTIC_READ | LockMode.PESSIMISTIC_WRITE,
): Promise<E> {
  const found = await em.findOne(entity, where as never, { lockMode, refresh: true });
  if (!found) throw notFound();
  return found as E;
}

async function publishedJob(
  { em }: Unit,
  job: Job,
  clientId: string,
): Promise<{ view: ClientView } | null> {
  return em.findOne(
    Publication,
    { job: job.id, client: clientId },
    { orderBy: { version: 'desc' }, refresh: true },
  );
}

async function publishedPage(
  { em }: Pick<Unit, 'em'>,
  document: Quote | Invoice,
  clientId: string,
): Promise<OwnPage | null> {
  const kind = document instanceof Quote ? 'QUOTE' : 'INVOICE';
  const subject = kind === 'QUOTE' ? { quote: document.id } : { invoice: document.id };
  const newest = await em.findOne(
    PagePublication,
    { ...subject, client: clientId },
    { orderBy: { version: 'desc' }, refresh: true },
  );
  return newest && { kind, view: newest.view };
}

/** The newest invoice that was made with the acceptance of the quote of a link, as its page shows it. */
async function invoiceBeside(
  { em }: Unit,
  { quoteId, clientId }: PortalLinkIds,
): Promise<OwnPage | null> {
  const invoice = await em.findOne(
    Invoice,
    { quote: quoteId as string, client: clientId, answer: { $ne: null } },
    { orderBy: { id: 'desc' }, refresh: true },
  );
  return invoice && publishedPage({ em }, invoice, clientId);
}

interface OwnPage {
  kind: OwnPageKind;
  /** Null if it was withdrawn. */
  view: ClientView | null;
}

function shownIn(
  job: { view: ClientView } | null,
  ownPages: OwnPage[],
  kind: OwnPageKind,
  id: string,
): ClientView {
  const shown =
    job && isUuid(id)
      ? itemIn(job.view, keyOf(kind, id.toLowerCase()))
      : ownPages.find((own) => own.kind === kind && own.view?.id === id.toLowerCase())?.view;
  if (!shown) throw notFound();
  return shown as ClientView;
}
