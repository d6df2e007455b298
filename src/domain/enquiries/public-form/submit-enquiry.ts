import type { Config } from '../../../config/config.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { Refusal } from '../../../visibility/refusals.js';
import { normalEmail } from '../../common/contact.js';
import { phoneOfCountry } from '../../common/phone.js';
import { Enquiry } from '../enquiry.entity.js';
import type { SubmitEnquiryInput } from '../enquiry.inputs.js';
import { notifyStaffOfEnquiry } from '../new-enquiry-mail.js';
import { businessWithOpenForm } from './enquiry-form.js';
import { senderAt } from './sender.js';

const TEN_MINUTES_MS = 10 * 60 * 1000;

export interface Submission {
  businessSlug: string;
  /** Network address of the connection, never from a field of the request. */
  address: string;
  input: SubmitEnquiryInput;
}

/** Stores an enquiry from the public form and queues the emails to staff. */
export async function submitEnquiry(
  unit: Unit,
  config: Config,
  { businessSlug, address, input }: Submission,
): Promise<void> {
  const business = await businessWithOpenForm(unit.em, businessSlug);
  const phone = phoneOfCountry(business.country, input.phone);
  const sender = senderAt(address, config.secret);
  await keepWithinLimit(unit, business.id, sender, config.enquiriesPer10Minutes);
  if (input.website?.trim()) return;
  const enquiry = unit.em.create(
    Enquiry,
    {
      businessId: business.id,
      name: input.name.trim(),
      email: normalEmail(input.email),
      phone,
      message: input.message.trim(),
      siteAddress: input.siteAddress?.trim() || null,
      receivedAt: unit.now,
      sender,
    },
    { partial: true },
  );
  await notifyStaffOfEnquiry(unit, enquiry);
}

/**
 * Throws RATE_LIMITED when this sender has sent too many enquiries to this business. Counts the stored enquiries,
 * so all servers share the count; an advisory lock serializes concurrent enquiries of one sender.
 */
async function keepWithinLimit(
  { em, now }: Unit,
  businessId: string,
  sender: string,
  max: number,
): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `enquiries:${businessId}:${sender}`,
  ]);
  const since = new Date(now.getTime() - TEN_MINUTES_MS);
  const recent = await em.count(Enquiry, { businessId, sender, receivedAt: { $gt: since } });
  if (recent >= max) {
    throw new Refusal(
      'RATE_LIMITED',
      'Too many enquiries from here; wait ten minutes, or call the business.',
    );
  }
}
