import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '../../../visibility/refusals.js';
import type { Business } from '../../business/business.entity.js';
import { businessAt } from '../../business/slug/business-at.js';
import { phoneText, phoneUri } from '../../common/phone.js';

/** Details of a business on its public enquiry form. */
export interface FormDetails {
  name: string;
  phone: { text: string; uri: string } | null;
  /** The slug of today; another one than asked for when the address is an earlier one. */
  slug: string;
}

/** Details for the form of a business; null when the business does not exist or its form is off. */
export async function formDetails(em: EntityManager, slug: string): Promise<FormDetails | null> {
  const business = await businessAt(em, slug);
  if (!business?.enquiryFormEnabled) return null;
  const { name, phone, country } = business;
  const shown = phone && { text: phoneText(country, phone), uri: phoneUri(country, phone) };
  return { name, slug: business.slug, phone: shown || null };
}

/** The business, share-locked so that its form stays on until commit. Throws NOT_FOUND when the form is off. */
export async function businessWithOpenForm(em: EntityManager, slug: string): Promise<Business> {
  const business = await businessAt(em, slug, { isLocked: true });
  if (!business?.enquiryFormEnabled) throw notFound();
  return business;
}
