import type { Config } from '../config.js';
import type { Unit } from '../database/unit-of-work.js';
import { Invoice } from '../domain/invoices/invoice.entity.js';
import { staffOf } from '../domain/jobs/job-to-change.js';
import { QuoteVersion } from '../domain/quotes/quote-version.entity.js';
import { StaffMember } from '../domain/staff/staff-member.entity.js';
import type { OutgoingEmail } from '../email/outgoing-email.entity.js';
import { addressOf } from '../portal/address-of.js';
import { issueLink } from '../portal/issue-link.js';
import { PortalLink } from '../portal/portal-link.entity.js';
import { conflict } from '../visibility/refusals.js';

interface Addressed {
  recipient: string;
  data: Record<string, unknown>;
}

/**
 * Where a failed mail goes when it is sent again: to the address that its recipient has now. Links go to
 * the address that they were made for, so a corrected address gets a link of its own. A link that was
 * revoked or has expired is not replaced.
 */
export async function addressNow(
  unit: Unit,
  config: Config,
  { recipient, data }: OutgoingEmail,
): Promise<Addressed> {
  if (data.linkId) return withLink(unit, config, data);
  const staffId = data.staffId ?? data.staffMemberId;
  if (staffId) return { recipient: await addressOfStaff(unit, String(staffId)), data };
  const clientId = await clientOf(unit, data);
  if (clientId) return { recipient: await addressOf(unit, clientId), data };
  // The person who filled in the enquiry form has no other.
  return { recipient, data };
}

async function withLink(unit: Unit, config: Config, data: Addressed['data']): Promise<Addressed> {
  const { businessId } = staffOf(unit);
  const link = await unit.em.findOneOrFail(PortalLink, { id: String(data.linkId), businessId });
  const { job, client } = link;
  const email = await addressOf(unit, client.id);
  if (email === link.sentTo) return { recipient: email, data };
  await unit.em.populate(link, ['job']);
  if (job.client?.id !== client.id)
    throw conflict('The job has another client now; share it with them instead.');
  const fresh = issueLink(unit, config, { businessId, jobId: job.id, clientId: client.id, email });
  return { recipient: email, data: { ...data, linkId: fresh.id } };
}

async function clientOf({ em }: Unit, data: Addressed['data']): Promise<string | undefined> {
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
