import type { Config } from '../../config.js';
import type { Unit } from '../../database/unit-of-work.js';
import { invalid, Refusal } from '../../visibility/refusals.js';
import { normalEmail, normalPhone } from '../contact.js';
import { Enquiry } from './enquiry.entity.js';
import type { SubmitEnquiryInput } from './enquiry.inputs.js';
import { businessWithOpenForm } from './enquiry-form.js';
import { tellStaff } from './new-enquiry-mail.js';
import { senderAt } from './sender.js';

const TEN_MINUTES = 10 * 60 * 1000;

/** Who asks, and of whom; the address is the network's word, not the caller's. */
export interface Submission {
  businessSlug: string;
  address: string;
  input: SubmitEnquiryInput;
}

/** Takes in what somebody asks of a business by its public form, and tells the office. */
export async function submitEnquiry(
  unit: Unit,
  config: Config,
  { businessSlug, address, input }: Submission,
): Promise<void> {
  const business = await businessWithOpenForm(unit.em, businessSlug);
  const unanswerable = noWayToAnswer(input);
  if (unanswerable) throw invalid('input.email', unanswerable);
  const sender = senderAt(address, config.secret);
  await keepWithinLimit(unit, business.id, sender, config.enquiriesPer10Minutes);
  if (input.website?.trim()) return;
  const enquiry = unit.em.create(
    Enquiry,
    {
      businessId: business.id,
      name: input.name.trim(),
      email: normalEmail(input.email),
      phone: normalPhone(input.phone),
      message: input.message.trim(),
      siteAddress: input.siteAddress?.trim() || null,
      receivedAt: unit.now,
      sender,
    },
    { partial: true },
  );
  await tellStaff(unit, enquiry);
}

/** What is wrong when nobody could answer; null when somebody can. */
export function noWayToAnswer({
  email,
  phone,
}: Pick<SubmitEnquiryInput, 'email' | 'phone'>): string | null {
  return email?.trim() || phone?.trim()
    ? null
    : 'Leave an email address or a phone number, so that you can be answered.';
}

/**
 * Counts what this sender asked of this business lately. The enquiries themselves are the count, so it
 * holds on every server alike; one at a time, or two at once would not see each other.
 */
async function keepWithinLimit(
  { em, now }: Unit,
  businessId: string,
  sender: string,
  most: number,
): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `enquiries:${businessId}:${sender}`,
  ]);
  const since = new Date(now.getTime() - TEN_MINUTES);
  const lately = await em.count(Enquiry, { businessId, sender, receivedAt: { $gt: since } });
  if (lately >= most) {
    throw new Refusal(
      'RATE_LIMITED',
      'Too many enquiries from here; wait ten minutes, or call the business.',
    );
  }
}
