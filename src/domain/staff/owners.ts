import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { may } from '../../visibility/capabilities.js';
import { conflict, Refusal } from '../../visibility/refusals.js';
import { staffOf } from '../jobs/lock-job.js';
import { StaffMember, type StaffRole } from './staff-member.entity.js';

const OWNERS: StaffRole[] = ['BUSINESS_OWNER', 'SOLE_TRADER'];

export function isOwner(role: StaffRole): boolean {
  return OWNERS.includes(role);
}

/** Whether somebody of this role may give the other: who manages staff may, and an owner's role only owners. */
export function mayGiveRole(giver: StaffRole, role: StaffRole): boolean {
  return may(giver, 'MANAGE_STAFF') && (isOwner(giver) || !isOwner(role));
}

/** Throws FORBIDDEN when somebody who is not an owner adds, changes or removes an owner. */
export function refuseOwnersTo(unit: Unit, ...roles: StaffRole[]): void {
  if (!isOwner(staffOf(unit).audience) && roles.some(isOwner)) throw new Refusal('FORBIDDEN');
}

/**
 * The owners of the business, locked until commit. Serializes two owners who remove each other, so that one
 * remains.
 */
export function lockOwners(unit: Unit): Promise<StaffMember[]> {
  return unit.em.find(
    StaffMember,
    { businessId: staffOf(unit).businessId, role: { $in: OWNERS }, removedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: 'asc' } },
  );
}

/** Throws CONFLICT when `leaving` is the only owner who can sign in. */
export function keepAnOwner(owners: StaffMember[], leaving: StaffMember): void {
  const able = owners.filter(({ passwordHash }) => passwordHash);
  if (able.every(({ id }) => id === leaving.id))
    throw conflict('A business keeps at least one owner; make somebody else an owner first.');
}
