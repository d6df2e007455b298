import { Ctx, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../domain/common/context.js';
import { AUDIENCES, staffOnly } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { QueryFor } from '../../visibility/declare/operations.js';
import type { Policy } from '../../visibility/policy.js';

const AudienceName = Object.fromEntries(AUDIENCES.map((name) => [name, name]));
declareEnum(AudienceName, 'Audience', staffOnly, 'Kind of caller; decides what is visible.', {
  BUSINESS_OWNER: 'Owner of a business with staff.',
  SOLE_TRADER: 'Owner who works alone.',
  ADMIN: 'Office staff.',
  SUPERVISOR: 'Staff who run jobs.',
  FINANCE: 'Staff who look after the money.',
  TRADIE: 'Staff who work on assigned jobs.',
  APPRENTICE: 'Staff who learn on assigned jobs.',
  CLIENT: 'Holder of a portal link.',
  VISITOR: 'Caller without a token.',
  SECOND_FACTOR_SETUP: 'Staff who must set up a second factor first.',
});

@ObjectType({ description: 'Row of the visibility table.' })
class FieldVisibility {
  @FieldFor(staffOnly, 'Name of the type.', () => String)
  type!: string;

  @FieldFor(staffOnly, 'Name of the field, input field or enum value.', () => String)
  field!: string;

  @FieldFor(staffOnly, 'Name of the argument; null unless the row is about one.', () => String, {
    nullable: true,
  })
  argument?: string;

  @FieldFor(staffOnly, 'Audiences that may see or use it; others get null or a refusal.', () => [
    AudienceName,
  ])
  audiences!: readonly string[];
}

@Resolver()
export class VisibilityResolver {
  @QueryFor(staffOnly, 'Visibility table: the audiences of every field and argument.', () => [
    FieldVisibility,
  ])
  visibilityMatrix(@Ctx() { policy }: Context & { policy: Policy }): FieldVisibility[] {
    return policy.rows;
  }
}
