import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../sharing/shareable.js';
import { internal, staffAndVisitor } from '../../visibility/audience.js';
import { declareEnum, FieldFor } from '../../visibility/declare.js';
import type { StaffPrincipal } from '../../visibility/principal.js';
import { BusinessRecord } from '../business-record.js';
import { whoMay } from './capabilities.js';

export const StaffRole = {
  BUSINESS_OWNER: 'BUSINESS_OWNER',
  SOLE_TRADER: 'SOLE_TRADER',
  ADMIN: 'ADMIN',
  SUPERVISOR: 'SUPERVISOR',
  TRADIE: 'TRADIE',
  APPRENTICE: 'APPRENTICE',
} as const satisfies Record<StaffPrincipal['audience'], string>;
export type StaffRole = StaffPrincipal['audience'];
declareEnum(
  StaffRole,
  'StaffRole',
  staffAndVisitor,
  'What somebody is in the business; decides what they may do.',
  {
    BUSINESS_OWNER: 'Owns a business with staff; may do everything.',
    SOLE_TRADER: 'Is the business; may do everything.',
    ADMIN: 'Runs the office; everything but owners.',
    SUPERVISOR: 'Runs jobs and shares them with clients; sees no costs.',
    TRADIE: 'Works on assigned jobs; never sees a share prompt.',
    APPRENTICE: 'Works on assigned jobs: to-dos, notes and photos.',
  },
);

/** Somebody who works for the business. Nothing here ever reaches a client. */
@NeverShared()
@Entity({ tableName: 'staff_members' })
@ObjectType({ description: 'Somebody who works for the business. Staff only.' })
export class StaffMember extends BusinessRecord {
  static listedBy = ['name', 'id'];

  @Property({ type: 'text' })
  @FieldFor(internal, 'Full name.', () => String)
  name!: string;

  @Property({ type: 'text' })
  @FieldFor(internal, 'What they sign in with.', () => String)
  email!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(internal, 'Phone number for colleagues.', () => String, {
    nullable: true,
  })
  phone: string | null = null;

  @Property({ type: 'text' })
  @FieldFor(internal, 'Decides what they may do.', () => StaffRole)
  role!: StaffRole;

  /** What an hour of their work costs the business. */
  @Property({ type: 'integer', default: 0 })
  @FieldFor(whoMay('SEE_COSTS'), 'What an hour of their work costs, in cents.', () => Int, {
    nullable: true,
  })
  hourlyCostCents: number = 0;

  @Property({ type: 'text', hidden: true })
  passwordHash!: string;

  /** A removed member keeps their name on what they did, and nothing else. */
  @Property({ type: 'timestamptz', nullable: true })
  removedAt: Date | null = null;
}
