import type { Config } from '../config.js';
import type { Unit } from '../database/unit-of-work.js';
import { Invoice } from '../domain/invoices/invoice.entity.js';
import { markSent } from '../domain/invoices/mark-sent.js';
import { partOfJob, staffOf } from '../domain/jobs/job-to-change.js';
import { StaffMember } from '../domain/staff/staff-member.entity.js';
import { queueEmail } from '../email/outbox.js';
import { keyOf } from '../sharing/client-view.js';
import type { Sharing } from '../sharing/sharing.js';
import { showSent } from '../sharing/show-sent.js';
import { addressOf, NO_ADDRESS_TO_SEND_TO } from './address-of.js';
import { heldBusiness } from './held-business.js';
import { INVOICE_MAIL } from './invoice-mail.js';
import { issueLink } from './issue-link.js';
import type { SendChoice } from './send-choice.js';

/**
 * Sends an invoice to the job's client, the first time or again: its mail, the link in it and what the
 * client sees behind the link commit together. Where there is nothing to open, because the portal is off
 * or the job not shared, the mail carries the invoice itself. Somebody who handed it over says so, and
 * nothing is mailed.
 */
export async function sendInvoice(
  unit: Unit,
  sharing: Sharing,
  config: Config,
  { id, handedOver }: SendChoice,
) {
  const business = await heldBusiness(unit);
  const { part: invoice, job } = await partOfJob(unit, Invoice, id);
  const client = await markSent(unit, { invoice, job, business });
  const email = handedOver ? null : await addressOf(unit, client.id, NO_ADDRESS_TO_SEND_TO);
  const { businessId } = invoice;
  const key = keyOf('INVOICE', invoice.id);
  const publication = business.clientPortalEnabled
    ? (await showSent(unit, sharing, job.id, key)).publication
    : null;
  if (email === null) {
    invoice.reachedBy({ handedOverBy: unit.em.getReference(StaffMember, staffOf(unit).staffId) });
    return { invoice, job, portalLink: null, deliveries: [] };
  }
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
  invoice.reachedBy({ delivery });
  return { invoice, job, portalLink, deliveries: [delivery] };
}
