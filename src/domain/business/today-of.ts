import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Business } from './business.entity.js';
import { dayIn } from './business-day.js';

/** The calendar day (2026-03-31) at a business at the time of this unit of work. */
export async function todayOf({ em, now }: Unit, businessId: string): Promise<string> {
  const { timeZone } = await em.findOneOrFail(Business, businessId);
  return dayIn(timeZone, now);
}
