import { ObjectType } from 'type-graphql';
import { rolesWithEither } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { Job } from '../jobs/job.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Visit } from './visit.entity.js';

/** Roles that schedule visits or remove staff. */
const planners = rolesWithEither('WRITE_JOBS', 'MANAGE_STAFF');

/** A visit of somebody, with its job. */
@ObjectType({ description: 'Visit that a staff member is on, with its job.' })
export class AssignedVisit {
  @FieldFor(planners, 'Visit.', () => Visit)
  visit!: Visit;

  @FieldFor(planners, 'Job of the visit.', () => Job)
  job!: Job;

  @FieldFor(planners, 'Staff member who is on the visit.', () => StaffMember)
  staffMember!: StaffMember;
}
