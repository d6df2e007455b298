import { LockMode } from '@mikro-orm/postgresql';
import { Ctx, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { takeTurn } from '../../../database/unit-of-work/unit-of-work.js';
import { staffOnly } from '../../../visibility/audience.js';
import { listOf } from '../../../visibility/bounds.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { FieldFor, ResolvedFieldFor } from '../../../visibility/declare/fields.js';
import { MutationFor } from '../../../visibility/declare/operations.js';
import { Business } from '../../business/business.entity.js';
import type { Rooted, StaffContext } from '../../common/context.js';
import { StaffRole } from '../staff-member.entity.js';
import { StaffMemberPayload } from '../staff-member.inputs.js';
import { resetSecondFactor } from './reset-second-factor.js';

const owners = rolesWith('MANAGE_SECURITY');
const MAX_ROLES = Object.keys(StaffRole).length;

@ObjectType({ description: 'Result of requireSecondFactorFor.' })
class RequireSecondFactorPayload {
  @FieldFor(owners, 'Updated business.', () => Business)
  business!: Business;
}

@Resolver(() => Business)
export class RequiredSecondFactorResolver {
  @ResolvedFieldFor(
    staffOnly,
    'Roles that must have a second factor: without one they can only set it up.',
    () => [StaffRole],
    { nullable: true, columns: ['requireSecondFactorFor'] },
  )
  requireSecondFactorFor(@Root() { requireSecondFactorFor }: Rooted<Business>) {
    return requireSecondFactorFor;
  }
}

/** What owners decide about the second factors of others. */
@Resolver()
export class SecondFactorPolicyResolver {
  @MutationFor(
    owners,
    'Demands a second factor of these roles, and of no others, from their next request on.',
    () => RequireSecondFactorPayload,
  )
  requireSecondFactorFor(
    @ArgFor(owners, 'roles', 'Roles; an empty list demands it of nobody.', () => [StaffRole], {
      bound: listOf(MAX_ROLES),
    })
    roles: StaffRole[],
    @Ctx() { change, principal }: StaffContext,
  ) {
    return change(async (unit) => {
      takeTurn(unit, 'business', principal.businessId);
      const business = await unit.em.findOneOrFail(Business, principal.businessId, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
        refresh: true,
      });
      business.requireSecondFactorFor = [...new Set(roles)].sort();
      return { business };
    });
  }

  @MutationFor(
    owners,
    'Turns the second factor of somebody else off, ends their sessions and tells them by mail.',
    () => StaffMemberPayload,
  )
  resetSecondFactor(
    @ArgFor(owners, 'staffMemberId', 'Staff member ID; not your own.', () => ID)
    staffMemberId: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ staffMember: await resetSecondFactor(unit, staffMemberId) }));
  }
}
