import type { Unit } from '../../database/unit-of-work.js';
import { Business } from '../business/business.entity.js';
import { todayIn } from '../calendar-day.js';

/** Which day it is at a business when this change is made. */
export async function todayOf({ em, now }: Unit, businessId: string): Promise<string> {
  const { timeZone } = await em.findOneOrFail(Business, businessId);
  return todayIn(timeZone, now);
}
