import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { notFound } from '../../visibility/refusals.js';
import { Business } from '../business/business.entity.js';

/** All that the public form says of a business. */
export interface FormFace {
  name: string;
  phone: string | null;
}

/** What a visitor of the form sees; null when there is no such business or its form is off. */
export async function formFace(em: EntityManager, slug: string): Promise<FormFace | null> {
  if (!isSlug(slug)) return null;
  return em.findOne(Business, openUnder(slug), { fields: ['name', 'phone'] });
}

/** The business whose form takes an enquiry now, held so that switching it off comes before or after. */
export async function businessWithOpenForm(em: EntityManager, slug: string): Promise<Business> {
  const business = isSlug(slug)
    ? await em.findOne(Business, openUnder(slug), { lockMode: LockMode.PESSIMISTIC_READ })
    : null;
  if (!business) throw notFound();
  return business;
}

/** What no slug can be is not asked of the database, which chokes on some of it. */
function isSlug(slug: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,99}$/.test(slug);
}

function openUnder(slug: string) {
  return { slug, enquiryFormEnabled: true };
}
