import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { staffOf } from '../jobs/lock-job.js';
import { Business } from './business.entity.js';

/** The business, share-locked until commit, so that the portal is not switched off while a link is being sent. */
export function lockBusiness(unit: Unit): Promise<Business> {
  return unit.em.findOneOrFail(Business, staffOf(unit).businessId, {
    lockMode: LockMode.PESSIMISTIC_READ,
    refresh: true,
  });
}
