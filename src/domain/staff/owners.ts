import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work.js';
import { conflict, Refusal } from '../../visibility/refusals.js';
import { staffOf } from '../jobs/job-to-change.js';
import { StaffMember, type StaffRole } from './staff-member.entity.js';

const OWNERS: StaffRole[] = ['BUSINESS_OWNER', 'SOLE_TRADER'];

export function isOwner(role: StaffRole): boolean {
  return OWNERS.includes(role);
}

/** Only owners touch owners: an Admin neither changes or removes one nor makes one. */
export function refuseOwnersTo(unit: Unit, ...roles: StaffRole[]): void {
  if (!isOwner(staffOf(unit).audience) && roles.some(isOwner)) throw new Refusal('FORBIDDEN');
}

/**
 * Holds the owners of the business until the change commits, and answers them. Two owners who remove
 * each other come one after the other, so somebody always stays.
 */
export function holdOwners(unit: Unit): Promise<StaffMember[]> {
  return unit.em.find(
    StaffMember,
    { businessId: staffOf(unit).businessId, role: { $in: OWNERS }, removedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: 'asc' } },
  );
}

/** Refuses what would leave the business without an owner. */
export function keepAnOwner(owners: StaffMember[], leaving: StaffMember): void {
  if (owners.every(({ id }) => id === leaving.id))
    throw conflict('A business keeps at least one owner; make somebody else an owner first.');
}
