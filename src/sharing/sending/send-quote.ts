import type { Config } from '../../config/config.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { lockBusiness } from '../../domain/business/lock-business.js';
import type { Client } from '../../domain/clients/client.entity.js';
import type { Job } from '../../domain/jobs/job.entity.js';
import { staffOf } from '../../domain/jobs/lock-job.js';
import { issueLink } from '../../domain/portal-links/issue-link.js';
import type { PortalLink } from '../../domain/portal-links/portal-link.entity.js';
import { addressOf, NO_ADDRESS_TO_SEND_TO } from '../../domain/portal-links/portal-url.js';
import { issueQuote } from '../../domain/quotes/issue-quote.js';
import { lockQuote } from '../../domain/quotes/lock-quote.js';
import type { Quote } from '../../domain/quotes/quote.entity.js';
import { QuoteStatus } from '../../domain/quotes/quote-status.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { queueEmail } from '../../email/outbox/outbox.js';
import type { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { conflict } from '../../visibility/refusals.js';
import type { Sharing } from '../sharing.js';
import { publishSentItem } from './publish-sent-item.js';
import { QUOTE_MAIL } from './quote-mail.js';
import type { SendChoice } from './send-choice.js';

export interface SentQuote {
  quote: Quote;
  job: Job | null;
  portalLink: PortalLink | null;
  deliveries: OutgoingEmail[];
}

/**
 * Sends a draft quote to its client. Sending counts as a review: with the portal on the quote is published, as part of
 * its job if that is shared and otherwise on a page of its own, and the email has a link to it. With the portal off the
 * email contains the quote itself. With `handedOver` no email is sent. A quote that is sent already is returned unchanged.
 *
 * @throws CONFLICT if the quote has its answer or its job no client.
 */
export async function sendQuote(
  unit: Unit,
  sharing: Sharing,
  config: Config,
  { id, handedOver, isAgain = false }: SendChoice,
): Promise<SentQuote> {
  const { clientPortalEnabled } = await lockBusiness(unit);
  const quote = await lockQuote(unit, id);
  const { job } = quote;
  if (quote.status === QuoteStatus.SENT) return { quote, job, portalLink: null, deliveries: [] };
  if (quote.status !== QuoteStatus.DRAFT) {
    throw conflict('This quote has its answer; change it to make a new version, then send that.');
  }
  const client = addressee(quote);
  const email = handedOver ? null : await addressOf(unit, client.id, NO_ADDRESS_TO_SEND_TO);
  const version = await issueQuote(unit, quote);
  const { businessId } = quote;
  const subject = clientPortalEnabled
    ? await publishSentItem(unit, sharing, { kind: 'QUOTE', id: quote.id, businessId, client, job })
    : null;
  if (email === null) {
    quote.reachedBy({ handedOverBy: unit.em.getReference(StaffMember, staffOf(unit).staffId) });
    return { quote, job, portalLink: null, deliveries: [] };
  }
  const portalLink =
    subject && issueLink(unit, config, { businessId, clientId: client.id, email, ...subject });
  const delivery = await queueEmail(unit.em, {
    businessId,
    jobId: job?.id ?? null,
    kind: QUOTE_MAIL,
    recipient: email,
    data: { quoteVersionId: version.id, linkId: portalLink?.id ?? null, isAgain },
    now: unit.now,
  });
  quote.reachedBy({ delivery });
  return { quote, job, portalLink, deliveries: [delivery] };
}

/** Client of the quote; if it has none, that of its job, which is set on the quote. */
function addressee(quote: Quote): Client {
  quote.client ??= quote.job?.client ?? null;
  if (!quote.client) throw conflict('The job has no client; choose one, then send the quote.');
  return quote.client;
}
