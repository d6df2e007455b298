import type { Reader } from '../../database/reader.js';
import type { Rooted } from '../context.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import type { Assignment } from './assignment.entity.js';

/** The people who are assigned. */
export function whoIs(reader: Reader, assignments: Rooted<Assignment>[]) {
  return Promise.all(
    assignments.map(({ staffMemberId }) => reader.find(StaffMember, staffMemberId)),
  );
}

/** The same in SQL, to go on with: each is assigned by an `a`. */
export function assignedInSql(member: string): string {
  return `assignments a join staff_members ${member} on ${member}.id = a.staff_member_id`;
}
