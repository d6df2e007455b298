import { InputType, ObjectType } from 'type-graphql';
import { staffOnly } from '../../../visibility/audience.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { PhoneNumber } from '../../common/contact.js';
import { IfUnchangedSince } from '../../common/if-unchanged-since.js';
import { OneLine } from '../../common/text.js';
import { StaffMember } from '../staff-member.entity.js';

@InputType({ description: 'Changes to your own profile; omitted fields are unchanged.' })
export class UpdateOwnProfileInput {
  @IfUnchangedSince(staffOnly)
  ifUnchangedSince?: Date | null;

  @OneLine(200)
  @FieldFor(staffOnly, 'Full name.', () => String, { nullable: true })
  name?: string | null;

  @PhoneNumber()
  @FieldFor(staffOnly, 'Phone number for colleagues; null clears it.', () => String, {
    nullable: true,
  })
  phone?: string | null;
}

@ObjectType({ description: 'Result of updateOwnProfile.' })
export class UpdateOwnProfilePayload {
  @FieldFor(staffOnly, 'Your staff member after the change.', () => StaffMember)
  staffMember!: StaffMember;
}
