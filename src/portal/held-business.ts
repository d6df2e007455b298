import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../database/unit-of-work.js';
import { Business } from '../domain/business/business.entity.js';
import { staffOf } from '../domain/jobs/job-to-change.js';

/** The business, whose portal switch stays as it is until this change commits: nothing is sent into a portal just cut. */
export function heldBusiness(unit: Unit): Promise<Business> {
  return unit.em.findOneOrFail(Business, staffOf(unit).businessId, {
    lockMode: LockMode.PESSIMISTIC_READ,
    refresh: true,
  });
}
