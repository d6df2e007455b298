import type { Unit } from '../../database/unit-of-work.js';
import { Business } from '../business/business.entity.js';
import { dayIn } from '../business/business-day.js';

/** Which day it is at a business when this change is made. */
export async function todayOf({ em, now }: Unit, businessId: string): Promise<string> {
  const { timeZone } = await em.findOneOrFail(Business, businessId);
  return dayIn(timeZone, now);
}
