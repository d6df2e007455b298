import type { Unit } from '../../database/unit-of-work.js';
import { Refusal } from '../../visibility/refusals.js';
import { staffOf } from '../jobs/job-to-change.js';
import { may } from './capabilities.js';
import type { StaffMember } from './staff-member.entity.js';

/** Refuses a change of what somebody else added to a job, unless this person may change everybody's. */
export function refuseOthersWork(unit: Unit, addedBy: Pick<StaffMember, 'id'> | null): void {
  const { audience, staffId } = staffOf(unit);
  if (may(audience, 'CHANGE_ALL_WORK') || addedBy?.id === staffId) return;
  throw new Refusal(
    'FORBIDDEN',
    'Somebody else added this; ask them, a supervisor, an admin or the owner to change it.',
  );
}
