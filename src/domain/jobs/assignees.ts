import { brought, type Reader, SHOWN } from '../../database/reader.js';
import type { Rooted } from '../context.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Assignment } from './assignment.entity.js';

/** What a field that says who is assigned needs to know. */
export const WHO = ['assignments.staffMemberId', 'assignments.staffMember.id'];

/** The assignments of a job or a visit. */
export async function assigned(
  reader: Reader,
  to: Rooted<{ id: string }>,
  as: 'job' | 'visit',
): Promise<Rooted<Assignment>[]> {
  return brought(to.assignments, () => reader.children(Assignment, as, to.id, SHOWN));
}

/** The people who are assigned. */
export function whoIs(reader: Reader, assignments: Rooted<Assignment>[]) {
  return Promise.all(
    assignments.map((each) =>
      brought(each.staffMember, () => reader.find(StaffMember, each.staffMemberId)),
    ),
  );
}
