import { InputType, ObjectType } from 'type-graphql';
import { rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { InputRules } from '../../../visibility/inputs/input-rules.js';
import { invalid } from '../../../visibility/refusals.js';
import { EmailAddress } from '../../common/contact.js';
import { OneLine } from '../../common/text.js';
import { StaffRole } from '../staff-member.entity.js';
import { Invitation } from './invitation.entity.js';

const managers = rolesWith('MANAGE_STAFF');

@InputRules<InviteStaffMemberInput>({
  fields: ['email'],
  check({ email }, path) {
    if (!email) throw invalid(`${path}.email`, 'Write the email address of the person to invite.');
  },
})
@InputType({ description: 'Input of inviteStaffMember.' })
export class InviteStaffMemberInput {
  @EmailAddress()
  @FieldFor(managers, 'Email address; the link is mailed to it.', () => String)
  email!: string;

  @OneLine(200)
  @FieldFor(managers, 'Full name.', () => String)
  name!: string;

  @FieldFor(managers, 'Role; only owners can invite owners.', () => StaffRole)
  role!: StaffRole;
}

@ObjectType({ description: 'Result of a mutation of an invitation.' })
export class InvitationPayload {
  @FieldFor(managers, 'Invitation after the change.', () => Invitation)
  invitation!: Invitation;
}
