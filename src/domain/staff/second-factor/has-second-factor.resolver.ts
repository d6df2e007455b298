import { Resolver } from 'type-graphql';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ComputedFor } from '../../common/computed.js';
import { StaffMember } from '../staff-member.entity.js';

@Resolver(() => StaffMember)
export class HasSecondFactorResolver {
  @ComputedFor({
    audiences: rolesWith('MANAGE_STAFF'),
    description: 'Whether signing in asks them for a code.',
    type: () => Boolean,
    record: () => StaffMember,
    computedSql: (member) => `
      exists (select from second_factors f
        where f.staff_member_id = ${member}.id and f.confirmed_at is not null)`,
  })
  hasSecondFactor!: boolean | null;
}
