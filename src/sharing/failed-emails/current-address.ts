import type { Config } from '../../config/config.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { staffOf } from '../../domain/jobs/lock-job.js';
import { issueLink, subjectOf } from '../../domain/portal-links/issue-link.js';
import { PortalLink } from '../../domain/portal-links/portal-link.entity.js';
import { addressOf } from '../../domain/portal-links/portal-url.js';
import { QuoteAnswer } from '../../domain/quotes/answers/quote-answer.entity.js';
import { QuoteVersion } from '../../domain/quotes/versions/quote-version.entity.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import type { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { conflict } from '../../visibility/refusals.js';

interface Addressing {
  recipient: string;
  data: Record<string, unknown>;
}

/**
 * Recipient and data of a failed email that is sent again: the recipient's current address. A portal link belongs to
 * the address that it was issued for, so a corrected address gets a new link; otherwise the link is kept, even if it
 * has expired or was revoked.
 *
 * @throws CONFLICT if the job has another client now or the recipient has left the business.
 */
export async function currentAddress(
  unit: Unit,
  config: Config,
  { recipient, data }: OutgoingEmail,
): Promise<Addressing> {
  if (data.linkId) return withLink(unit, config, data);
  const staffId = data.staffId ?? data.staffMemberId;
  if (staffId) return { recipient: await addressOfStaff(unit, String(staffId)), data };
  const clientId = await clientOf(unit, data);
  if (clientId) return { recipient: await addressOf(unit, clientId), data };
  // Sender of an enquiry: no other address is known.
  return { recipient, data };
}

async function withLink(unit: Unit, config: Config, data: Addressing['data']): Promise<Addressing> {
  const { businessId } = staffOf(unit);
  const link = await unit.em.findOneOrFail(
    PortalLink,
    { id: String(data.linkId), businessId },
    { populate: ['job', 'quote.job', 'invoice.job'] },
  );
  const clientId = link.client.id;
  const email = await addressOf(unit, clientId);
  if (email === link.sentTo) return { recipient: email, data };
  const { job, quote, invoice } = link;
  const jobClient = (job ?? quote?.job ?? invoice?.job)?.client;
  if (jobClient ? jobClient.id !== clientId : !quote)
    throw conflict('The job has another client now; share it with them instead.');
  const subject = subjectOf(link);
  const newLink = issueLink(unit, config, { businessId, clientId, email, ...subject });
  return { recipient: email, data: { ...data, linkId: newLink.id } };
}

async function clientOf({ em }: Unit, data: Addressing['data']): Promise<string | undefined> {
  if (data.answerId) return (await em.findOne(QuoteAnswer, String(data.answerId)))?.client?.id;
  if (data.clientId) return String(data.clientId);
  if (data.invoiceId) return (await em.findOne(Invoice, String(data.invoiceId)))?.client?.id;
  if (!data.quoteVersionId) return undefined;
  const version = await em.findOne(QuoteVersion, String(data.quoteVersionId), {
    populate: ['quote'],
  });
  return version?.quote.client?.id;
}

async function addressOfStaff({ em }: Unit, id: string): Promise<string> {
  const member = await em.findOne(StaffMember, { id, removedAt: null });
  if (!member) throw conflict('Its recipient works here no more; take the mail off the list.');
  return member.email;
}
