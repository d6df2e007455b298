import type { Config } from '../config.js';
import type { Unit } from '../database/unit-of-work.js';
import type { Client } from '../domain/clients/client.entity.js';
import type { Job } from '../domain/jobs/job.entity.js';
import { staffOf } from '../domain/jobs/job-to-change.js';
import { putOut } from '../domain/quotes/put-out.js';
import type { Quote } from '../domain/quotes/quote.entity.js';
import { QUOTE_MAIL } from '../domain/quotes/quote-mail.js';
import { QuoteStatus } from '../domain/quotes/quote-status.js';
import { quoteToChange } from '../domain/quotes/quote-to-change.js';
import { StaffMember } from '../domain/staff/staff-member.entity.js';
import { queueEmail } from '../email/outbox.js';
import type { OutgoingEmail } from '../email/outgoing-email.entity.js';
import { keyOf } from '../sharing/client-view.js';
import type { Sharing } from '../sharing/sharing.js';
import { showSent } from '../sharing/show-sent.js';
import { conflict } from '../visibility/refusals.js';
import { addressOf, NO_ADDRESS_TO_SEND_TO } from './address-of.js';
import { heldBusiness } from './held-business.js';
import { issueLink } from './issue-link.js';
import type { PortalLink } from './portal-link.entity.js';
import type { SendChoice } from './send-choice.js';

interface SentQuote {
  quote: Quote;
  job: Job | null;
  portalLink: PortalLink | null;
  deliveries: OutgoingEmail[];
}

/**
 * Sends a draft to its client. Sending is its review: where the job is shared the client sees the quote
 * at once and the mail has a link to it; everywhere else the mail carries the quote itself. Somebody who
 * handed it over says so, and nothing is mailed. A quote that is out already is left as it is.
 */
export async function sendQuote(
  unit: Unit,
  sharing: Sharing,
  config: Config,
  { id, handedOver }: SendChoice,
): Promise<SentQuote> {
  const { clientPortalEnabled } = await heldBusiness(unit);
  const quote = await quoteToChange(unit, id);
  const { job } = quote;
  if (quote.status === QuoteStatus.SENT) return { quote, job, portalLink: null, deliveries: [] };
  if (quote.status !== QuoteStatus.DRAFT) {
    throw conflict('This quote has its answer; change it to make a new version, then send that.');
  }
  const client = addressee(quote);
  const email = handedOver ? null : await addressOf(unit, client.id, NO_ADDRESS_TO_SEND_TO);
  const version = await putOut(unit, quote);
  const isShown = clientPortalEnabled && (await showOnJob(unit, sharing, quote));
  if (email === null) {
    quote.reachedBy({ handedOverBy: unit.em.getReference(StaffMember, staffOf(unit).staffId) });
    return { quote, job, portalLink: null, deliveries: [] };
  }
  const { businessId } = quote;
  const portalLink = isShown
    ? issueLink(unit, config, { businessId, jobId: (job as Job).id, clientId: client.id, email })
    : null;
  const delivery = await queueEmail(unit.em, {
    businessId,
    jobId: job?.id ?? null,
    kind: QUOTE_MAIL,
    recipient: email,
    data: { quoteVersionId: version.id, linkId: portalLink?.id ?? null },
    now: unit.now,
  });
  quote.reachedBy({ delivery });
  return { quote, job, portalLink, deliveries: [delivery] };
}

/** The client that the quote goes to; from now on it is that client's. */
function addressee(quote: Quote): Client {
  quote.client ??= quote.job?.client ?? null;
  if (!quote.client) throw conflict('The job has no client; choose one, then send the quote.');
  return quote.client;
}

/** Shows the quote on its job's page, if that is shared with the quote's client. */
async function showOnJob(unit: Unit, sharing: Sharing, quote: Quote): Promise<boolean> {
  const { client, id, job } = quote;
  if (!job || job.client?.id !== client?.id) return false;
  const key = keyOf('QUOTE', id);
  const { publication } = await showSent(unit, sharing, job.id, key);
  return publication?.itemKeys.includes(key) ?? false;
}
