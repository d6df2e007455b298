import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../shareable/shareable.js';
import { staffAndVisitor, staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import type { StaffPrincipal } from '../../visibility/principal.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';

export const StaffRole = {
  BUSINESS_OWNER: 'BUSINESS_OWNER',
  SOLE_TRADER: 'SOLE_TRADER',
  ADMIN: 'ADMIN',
  SUPERVISOR: 'SUPERVISOR',
  FINANCE: 'FINANCE',
  TRADIE: 'TRADIE',
  APPRENTICE: 'APPRENTICE',
} as const satisfies Record<StaffPrincipal['audience'], string>;
export type StaffRole = StaffPrincipal['audience'];
declareEnum(
  StaffRole,
  'StaffRole',
  staffAndVisitor,
  'Role of a staff member; determines their permissions.',
  {
    BUSINESS_OWNER: 'Owner of a business with staff; all permissions.',
    SOLE_TRADER: 'Owner who works alone; all permissions.',
    ADMIN: 'Office manager; all permissions, but cannot manage owners.',
    SUPERVISOR: 'Manages jobs and shares them with clients; cannot see costs.',
    FINANCE: 'Writes quotes and invoices and records payments; sees all jobs, cannot share.',
    TRADIE: 'Works on assigned jobs; cannot share.',
    APPRENTICE: 'Works on assigned jobs: ticks to-dos, adds notes and photos.',
  },
);

/** Condition of members whose address is proved: only they sign in and get mail about the work. */
export const SIGNS_IN = { removedAt: null, passwordHash: { $ne: null } };

/** Staff member of a business. Never visible to clients. */
@NeverShared()
@Entity({ tableName: 'staff_members' })
@ReadByIdFor(staffOnly)
@ObjectType({ implements: Node, description: 'Staff member. Staff only.' })
export class StaffMember extends BusinessEntity {
  static listedBy = ['name', 'id'];

  @Property({ type: 'text' })
  @FieldFor(staffOnly, 'Full name.', () => String)
  name!: string;

  @Property({ type: 'text' })
  @FieldFor(staffOnly, 'Email address for signing in.', () => String)
  email!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffOnly, 'Phone number for colleagues.', () => String, {
    nullable: true,
  })
  phone: string | null = null;

  @Property({ type: 'text' })
  @FieldFor(staffOnly, 'Role; determines the permissions.', () => StaffRole)
  role!: StaffRole;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(
    rolesWith('SEE_COSTS'),
    'Cost of an hour of work to the business, in cents.',
    () => Int,
    {
      nullable: true,
    },
  )
  hourlyCostCents: number = 0;

  /** Null until the member has accepted the invitation: their address is not proved, and they cannot sign in. */
  @Property({ type: 'text', hidden: true, nullable: true })
  passwordHash: string | null = null;

  /** Set when the member was removed. Their name stays on their work. */
  @Property({ type: 'timestamptz', nullable: true })
  removedAt: Date | null = null;
}
