import type { Config } from '../../config/config.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { lockBusiness } from '../../domain/business/lock-business.js';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { markSent } from '../../domain/invoices/mark-sent.js';
import { partOfJob, staffOf } from '../../domain/jobs/lock-job.js';
import { issueLink } from '../../domain/portal-links/issue-link.js';
import { addressOf, NO_ADDRESS_TO_SEND_TO } from '../../domain/portal-links/portal-url.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { queueEmail } from '../../email/outbox/outbox.js';
import type { Sharing } from '../sharing.js';
import { INVOICE_MAIL } from './invoice-mail.js';
import { type LetterWords, letterOf } from './invoices/invoice-letter.js';
import { publishSentItem } from './publish-sent-item.js';
import type { SendChoice } from './send-choice.js';

/**
 * Sends an invoice to the job's client, for the first time or again. Email, link and publication commit together: it is
 * published as part of its job if that is shared, and otherwise on a page of its own. With the portal off the email
 * contains the invoice itself. With `handedOver` no email is sent.
 *
 * @throws CONFLICT for a void invoice, one sent to another client, or a job without a client; CLIENT_EMAIL_MISSING.
 */
export async function sendInvoice(
  unit: Unit,
  sharing: Sharing,
  config: Config,
  { id, handedOver, ...words }: SendChoice & LetterWords,
) {
  const business = await lockBusiness(unit);
  const { part: invoice, job } = await partOfJob(unit, Invoice, id);
  const client = await markSent(unit, { invoice, job, business });
  const email = handedOver ? null : await addressOf(unit, client.id, NO_ADDRESS_TO_SEND_TO);
  const { businessId } = invoice;
  const subject = business.clientPortalEnabled
    ? await publishSentItem(unit, sharing, {
        kind: 'INVOICE',
        id: invoice.id,
        businessId,
        client,
        job,
      })
    : null;
  if (email === null) {
    invoice.reachedBy({ handedOverBy: unit.em.getReference(StaffMember, staffOf(unit).staffId) });
    return { invoice, job, portalLink: null, deliveries: [] };
  }
  const portalLink =
    subject && issueLink(unit, config, { businessId, clientId: client.id, email, ...subject });
  const delivery = await queueEmail(unit.em, {
    businessId,
    jobId: job.id,
    kind: INVOICE_MAIL,
    recipient: email,
    data: {
      invoiceId: invoice.id,
      linkId: portalLink?.id ?? null,
      ...(await letterOf(unit, invoice, words)),
    },
    now: unit.now,
  });
  invoice.reachedBy({ delivery });
  return { invoice, job, portalLink, deliveries: [delivery] };
}
