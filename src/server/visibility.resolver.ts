import { Ctx, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../domain/context.js';
import { AUDIENCES, internal } from '../visibility/audience.js';
import { declareEnum, FieldFor, QueryFor } from '../visibility/declare.js';
import type { Policy } from '../visibility/policy.js';

const AudienceName = Object.fromEntries(AUDIENCES.map((name) => [name, name]));
declareEnum(AudienceName, 'Audience', internal, 'Everyone who may look through the glass.', {
  BUSINESS_OWNER: 'Owns a business with staff.',
  SOLE_TRADER: 'Is the business.',
  ADMIN: 'Runs the office.',
  SUPERVISOR: 'Runs jobs.',
  TRADIE: 'Works on assigned jobs.',
  APPRENTICE: 'Learns on assigned jobs.',
  CLIENT: 'Holds a portal link.',
  VISITOR: 'Anyone at all.',
});

@ObjectType({ description: 'One row of the visibility table.' })
class FieldVisibility {
  @FieldFor(internal, 'Name of the type.', () => String)
  type!: string;

  @FieldFor(internal, 'Name of its field, input field or value.', () => String)
  field!: string;

  @FieldFor(internal, 'Name of the argument, for a row about one.', () => String, {
    nullable: true,
  })
  argument?: string;

  @FieldFor(internal, 'Who may see or use it; everyone else gets null, or is refused.', () => [
    AudienceName,
  ])
  audiences!: readonly string[];
}

@Resolver()
export class VisibilityResolver {
  @QueryFor(internal, 'Who may see which field: the table that every rule is made from.', () => [
    FieldVisibility,
  ])
  visibilityMatrix(@Ctx() { policy }: Context & { policy: Policy }): FieldVisibility[] {
    return policy.rows;
  }
}
