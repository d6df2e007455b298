import { LockMode } from '@mikro-orm/postgresql';
import type { Config } from '../config.js';
import type { Unit } from '../database/unit-of-work.js';
import { Business } from '../domain/business/business.entity.js';
import type { Client } from '../domain/clients/client.entity.js';
import { Invoice } from '../domain/invoices/invoice.entity.js';
import { markSent } from '../domain/invoices/mark-sent.js';
import { partOfJob, staffOf } from '../domain/jobs/job-to-change.js';
import { queueEmail } from '../email/outbox.js';
import { keyOf } from '../sharing/client-view.js';
import type { Sharing } from '../sharing/sharing.js';
import { showSent } from '../sharing/show-sent.js';
import { Refusal } from '../visibility/refusals.js';
import { INVOICE_MAIL } from './invoice-mail.js';
import { issueLink } from './issue-link.js';

/**
 * Sends an invoice to the job's client, the first time or again: its mail, the link in it and what the
 * client sees behind the link commit together. With the portal off the invoice is marked as sent and
 * nothing else: there is nowhere to show it, so nobody is mailed about it.
 */
export async function sendInvoice(unit: Unit, sharing: Sharing, config: Config, id: string) {
  const business = await heldBusiness(unit);
  const { part: invoice, job } = await partOfJob(unit, Invoice, id);
  const client = await markSent(unit, { invoice, job, business });
  if (!business.clientPortalEnabled) return { invoice, job, portalLink: null, deliveries: [] };
  const email = addressOf(client);
  const { businessId } = invoice;
  const { publication } = await showSent(unit, sharing, job.id, keyOf('INVOICE', invoice.id));
  const portalLink =
    publication &&
    issueLink(unit, config, { businessId, jobId: job.id, clientId: client.id, email });
  const delivery = await queueEmail(unit.em, {
    businessId,
    jobId: job.id,
    kind: INVOICE_MAIL,
    recipient: email,
    data: { invoiceId: invoice.id, linkId: portalLink?.id ?? null },
    now: unit.now,
  });
  return { invoice, job, portalLink, deliveries: [delivery] };
}

/** The portal switch stays as it is until this change commits: nothing is sent into a portal just cut. */
function heldBusiness(unit: Unit): Promise<Business> {
  return unit.em.findOneOrFail(Business, staffOf(unit).businessId, {
    lockMode: LockMode.PESSIMISTIC_READ,
    refresh: true,
  });
}

function addressOf({ email }: Client): string {
  if (!email) throw new Refusal('CLIENT_EMAIL_MISSING');
  return email;
}
