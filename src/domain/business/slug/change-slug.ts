import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { invalid } from '../../../visibility/refusals.js';
import type { Business } from '../business.entity.js';

/** Changes the slug; the earlier ones stay with the business. Throws VALIDATION_FAILED for one that another had. */
export async function changeSlug({ em }: Unit, business: Business, slug: string): Promise<void> {
  business.slug = slug;
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw invalid('input.slug', 'This address belongs to another business; choose another one.');
  }
}
