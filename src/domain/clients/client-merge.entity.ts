import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { NeverShared } from '../../shareable/shareable.js';
import { BusinessEntity } from '../common/business-entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Client } from './client.entity.js';

/** A merge of two clients, kept as history. */
@NeverShared()
@Entity({ tableName: 'client_merges' })
export class ClientMerge extends BusinessEntity {
  /** Idempotency key of a merge by an earlier release; newer keys are in `used_keys`. */
  @Property({ type: 'text', nullable: true })
  key: string | null = null;

  @ManyToOne(() => Client, { createForeignKeyConstraint: false })
  keptClient!: Rel<Client>;

  @ManyToOne(() => Client, { createForeignKeyConstraint: false })
  mergedClient!: Rel<Client>;

  @Property({ type: 'timestamptz' })
  mergedAt!: Date;

  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false })
  mergedBy!: Rel<StaffMember>;
}
