import { v7 } from 'uuid';
import type { Config } from '../../config/config.js';
import { hashOfCode, hashOfToken, portalCode, portalToken } from '../../database/tokens.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Client } from '../clients/client.entity.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Job } from '../jobs/job.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { PortalLink } from './portal-link.entity.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a link shows: a job, or one quote or invoice. */
export type LinkSubject = { jobId: string } | { quoteId: string } | { invoiceId: string };

/** The subject of a link, for another one like it. */
export function subjectOf({ job, quote, invoice }: PortalLink): LinkSubject {
  if (quote) return { quoteId: quote.id };
  if (invoice) return { invoiceId: invoice.id };
  return { jobId: (job as Job).id };
}

/** Client of a link, at the address that it is mailed to. */
interface LinkHolder {
  businessId: string;
  clientId: string;
  email: string;
}

/** Creates a link to one job, quote or invoice for one client. Earlier links keep working. */
export function issueLink(
  { em, now }: Unit,
  { secret, portalLinkDays }: Config,
  to: LinkHolder & LinkSubject,
): PortalLink {
  const id = v7();
  return em.create(
    PortalLink,
    {
      id,
      businessId: to.businessId,
      job: 'jobId' in to ? em.getReference(Job, to.jobId) : null,
      quote: 'quoteId' in to ? em.getReference(Quote, to.quoteId) : null,
      invoice: 'invoiceId' in to ? em.getReference(Invoice, to.invoiceId) : null,
      client: em.getReference(Client, to.clientId),
      tokenHash: hashOfToken(portalToken(secret, id)),
      codeHash: hashOfCode(secret, portalCode(secret, id)),
      sentTo: to.email,
      createdAt: now,
      expiresAt: new Date(now.getTime() + portalLinkDays * DAY_MS),
    },
    { partial: true },
  );
}
