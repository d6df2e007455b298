import { ID, InputType, Int, ObjectType } from 'type-graphql';
import { Bounded } from '../../visibility/bounds.js';
import { FieldFor } from '../../visibility/declare.js';
import { EmailAddress, PhoneNumber } from '../contact.js';
import { Cost } from '../money/bounds.js';
import { OneLine, password } from '../text.js';
import { whoMay } from './capabilities.js';
import { StaffMember, StaffRole } from './staff-member.entity.js';

const managers = whoMay('MANAGE_STAFF');
// Boot refuses this input if managing staff ever opens to a role that sees no costs.
const cost = { about: 'StaffMember.hourlyCostCents' };

@InputType({ description: 'Somebody who starts to work for the business.' })
export class AddStaffMemberInput {
  @OneLine(200)
  @FieldFor(managers, 'Full name.', () => String)
  name!: string;

  @EmailAddress()
  @FieldFor(managers, 'What they sign in with; nobody else may sign in with it.', () => String)
  email!: string;

  @Bounded(password)
  @FieldFor(
    managers,
    'Their first password, 12 to 200 characters; they can change it.',
    () => String,
  )
  password!: string;

  @FieldFor(managers, 'Decides what they may do. Only owners make owners.', () => StaffRole)
  role!: StaffRole;

  @PhoneNumber()
  @FieldFor(managers, 'Phone number for colleagues.', () => String, { nullable: true })
  phone?: string | null;

  @Cost()
  @FieldFor(managers, 'What an hour of their work costs, in cents.', () => Int, {
    defaultValue: 0,
    ...cost,
  })
  hourlyCostCents!: number;
}

@InputType({ description: 'Changes to somebody. What is left out stays as it is.' })
export class UpdateStaffMemberInput {
  @FieldFor(managers, 'Which staff member.', () => ID)
  id!: string;

  @OneLine(200)
  @FieldFor(managers, 'Full name.', () => String, { nullable: true })
  name?: string | null;

  @PhoneNumber()
  @FieldFor(managers, 'Phone number for colleagues; null clears it.', () => String, {
    nullable: true,
  })
  phone?: string | null;

  @FieldFor(managers, 'Decides what they may do, from the next request on.', () => StaffRole, {
    nullable: true,
  })
  role?: StaffRole | null;

  @Cost()
  @FieldFor(managers, 'What an hour of their work costs, in cents.', () => Int, {
    nullable: true,
    ...cost,
  })
  hourlyCostCents?: number | null;
}

@ObjectType({ description: 'The staff member who was added, changed or removed.' })
export class StaffMemberPayload {
  @FieldFor(managers, 'The staff member.', () => StaffMember)
  staffMember!: StaffMember;
}
