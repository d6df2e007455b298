import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Business } from '../business.entity.js';
import { BusinessSlug } from './business-slug.entity.js';
import { isSlug } from './slug.js';

/** The business that has this slug or had it before; null when there is none. `isLocked` share-locks it until commit. */
export async function businessAt(
  em: EntityManager,
  slug: string,
  { isLocked = false } = {},
): Promise<Business | null> {
  if (!isSlug(slug)) return null;
  const lock = isLocked ? { lockMode: LockMode.PESSIMISTIC_READ, refresh: true } : {};
  const current = await em.findOne(Business, { slug }, lock);
  if (current) return current;
  const earlier = await em.findOne(BusinessSlug, { slug });
  return earlier && em.findOne(Business, earlier.businessId, lock);
}
