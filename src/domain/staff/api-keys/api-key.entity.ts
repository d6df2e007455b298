import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../../shareable/shareable.js';
import { type Capability, rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { Permission } from '../permission.js';
import { StaffMember } from '../staff-member.entity.js';

const managers = rolesWith('MANAGE_STAFF');
const optional = { nullable: true } as const;

/** API key of a business. Only the hash of its token is stored. */
@NeverShared()
@Entity({ tableName: 'api_keys' })
@ObjectType({
  description:
    'API key: a program of the business sends it instead of a session. What it does is recorded as done by the staff member who made it.',
})
export class ApiKey extends BusinessEntity {
  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false, fieldName: 'created_by_id' })
  createdBy!: Rel<StaffMember>;

  @Property({ type: 'text' })
  @FieldFor(managers, 'Name: which program uses it.', () => String)
  name!: string;

  @Property({ type: 'text' })
  @FieldFor(managers, 'First characters of the key, by which it is recognised.', () => String)
  prefix!: string;

  @Property({ type: 'text', unique: true })
  tokenHash!: string;

  @Property({ type: 'string[]', columnType: 'text[]' })
  @FieldFor(
    managers,
    'What the key may do, as far as the staff member who made it may do it too at the time.',
    () => [Permission],
  )
  capabilities!: Capability[];

  @Property({ type: 'timestamptz' })
  @FieldFor(managers, 'Time of creation.', () => GraphQLDateTime)
  createdAt!: Date;

  @Property({ type: 'date', nullable: true })
  @FieldFor(
    managers,
    "Last day on which it works, in the business's time zone; null for no end.",
    () => GraphQLDate,
    optional,
  )
  expiresOn: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(managers, 'Time at which somebody ended it.', () => GraphQLDateTime, optional)
  endedAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(managers, 'Time of the last use, to five minutes.', () => GraphQLDateTime, optional)
  lastUsedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    managers,
    'Network of the last use: an IPv4 address, or an IPv6 /64.',
    () => String,
    optional,
  )
  lastUsedFrom: string | null = null;
}
