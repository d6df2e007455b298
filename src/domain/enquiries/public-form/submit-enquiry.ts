import type { EntityManager } from '@mikro-orm/postgresql';
import type { Config } from '../../../config/config.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { notFound, Refusal } from '../../../visibility/refusals.js';
import { businessAt } from '../../business/slug/business-at.js';
import { normalEmail } from '../../common/contact.js';
import { phoneOfCountry } from '../../common/phone.js';
import { Enquiry } from '../enquiry.entity.js';
import type { SubmitEnquiryInput } from '../enquiry.inputs.js';
import { notifyStaffOfEnquiry } from '../new-enquiry-mail.js';
import { attachPictures } from '../photos/keep-pictures.js';
import { businessWithOpenForm } from './enquiry-form.js';
import { senderAt } from './sender.js';

const TEN_MINUTES_MS = 10 * 60 * 1000;

export interface Submission {
  businessSlug: string;
  /** Network address of the connection, never from a field of the request. */
  address: string;
  input: SubmitEnquiryInput;
  /** Uploads of pictures (`photos/keep-pictures.ts`). */
  pictureIds?: string[];
}

/** Stores an enquiry from the public form and queues the emails to staff. */
export async function submitEnquiry(
  unit: Unit,
  config: Config,
  { businessSlug, address, input, pictureIds = [] }: Submission,
): Promise<void> {
  const business = await businessWithOpenForm(unit.em, businessSlug);
  const phone = phoneOfCountry(business.country, input.phone);
  const sender = senderAt(address, config.secret);
  // Serializes concurrent enquiries of one sender.
  await unit.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `enquiries:${business.id}:${sender}`,
  ]);
  await refuseTooMany(unit, business.id, sender, config.enquiriesPer10Minutes);
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
  await attachPictures(unit, enquiry, pictureIds);
  await notifyStaffOfEnquiry(unit, enquiry);
}

/** The business to which pictures may be sent now. Throws NOT_FOUND and RATE_LIMITED, before anything is received. */
export async function businessForPictures(
  em: EntityManager,
  config: Config,
  { businessSlug, address, now }: { businessSlug: string; address: string; now: Date },
): Promise<string> {
  const form = await businessAt(em, businessSlug);
  if (!form?.enquiryFormEnabled) throw notFound();
  const sender = senderAt(address, config.secret);
  await refuseTooMany({ em, now }, form.id, sender, config.enquiriesPer10Minutes);
  return form.id;
}

/**
 * Throws RATE_LIMITED when this sender has sent too many enquiries to this business. Counts the stored enquiries, so all
 * servers share the count.
 */
async function refuseTooMany(
  { em, now }: Pick<Unit, 'em' | 'now'>,
  businessId: string,
  sender: string,
  max: number,
): Promise<void> {
  const since = new Date(now.getTime() - TEN_MINUTES_MS);
  const recent = await em.count(Enquiry, { businessId, sender, receivedAt: { $gt: since } });
  if (recent >= max) {
    throw new Refusal(
      'RATE_LIMITED',
      'Too many enquiries from here; wait ten minutes, or call the business.',
    );
  }
}
