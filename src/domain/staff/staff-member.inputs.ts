import { ID, InputType, Int, ObjectType } from 'type-graphql';
import { Bounded } from '../../visibility/bounds.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { InputRules } from '../../visibility/inputs/input-rules.js';
import { invalid } from '../../visibility/refusals.js';
import { EmailAddress, PhoneNumber } from '../common/contact.js';
import { IfUnchangedSince } from '../common/if-unchanged-since.js';
import { OneLine, password } from '../common/text.js';
import { Cost } from '../money/bounds.js';
import { StaffMember, StaffRole } from './staff-member.entity.js';

const managers = rolesWith('MANAGE_STAFF');
// Boot fails when a role that may manage staff cannot see costs.
const cost = { about: 'StaffMember.hourlyCostCents' };

@InputRules<AddStaffMemberInput>({
  fields: ['email'],
  check({ email }, path) {
    if (!email) throw invalid(`${path}.email`, 'Write the email address that they sign in with.');
  },
})
@InputType({ description: 'Input of addStaffMember.' })
export class AddStaffMemberInput {
  @OneLine(200)
  @FieldFor(managers, 'Full name.', () => String)
  name!: string;

  @EmailAddress()
  @FieldFor(
    managers,
    'Email address for signing in; the invitation is mailed to it. No colleague has it.',
    () => String,
  )
  email!: string;

  @Bounded(password)
  @FieldFor(
    managers,
    'Ignored: the member chooses their own password on accepting the mailed invitation.',
    () => String,
    { nullable: true },
  )
  password?: string | null;

  @FieldFor(managers, 'Role; only owners can add owners.', () => StaffRole)
  role!: StaffRole;

  @PhoneNumber()
  @FieldFor(managers, 'Phone number for colleagues.', () => String, { nullable: true })
  phone?: string | null;

  @Cost()
  @FieldFor(managers, 'Cost of an hour of work to the business, in cents.', () => Int, {
    defaultValue: 0,
    ...cost,
  })
  hourlyCostCents!: number;
}

@InputType({ description: 'Changes to a staff member; omitted fields are unchanged.' })
export class UpdateStaffMemberInput {
  @FieldFor(managers, 'Staff member ID.', () => ID)
  id!: string;

  @IfUnchangedSince(managers)
  ifUnchangedSince?: Date | null;

  @OneLine(200)
  @FieldFor(managers, 'Full name.', () => String, { nullable: true })
  name?: string | null;

  @PhoneNumber()
  @FieldFor(managers, 'Phone number for colleagues; null clears it.', () => String, {
    nullable: true,
  })
  phone?: string | null;

  @FieldFor(managers, 'Role; takes effect from the next request on.', () => StaffRole, {
    nullable: true,
  })
  role?: StaffRole | null;

  @Cost()
  @FieldFor(managers, 'Cost of an hour of work to the business, in cents.', () => Int, {
    nullable: true,
    ...cost,
  })
  hourlyCostCents?: number | null;
}

@ObjectType({ description: 'Result of a mutation of a staff member.' })
export class StaffMemberPayload {
  @FieldFor(managers, 'Staff member after the change.', () => StaffMember)
  staffMember!: StaffMember;
}
