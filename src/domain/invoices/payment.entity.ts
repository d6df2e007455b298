import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../sharing/shareable.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Invoice } from './invoice.entity.js';

/** Money that came in for an invoice. The client sees the invoice's sum of them, and not who wrote them down. */
@NeverShared()
@Entity({ tableName: 'payments' })
@ObjectType({ description: 'Money that came in for an invoice.' })
export class Payment extends BusinessRecord {
  @ManyToOne(() => Invoice, { createForeignKeyConstraint: false })
  invoice!: Rel<Invoice>;

  @Property({ type: 'integer' })
  @FieldFor(whoMay('READ_INVOICES'), 'How much, in cents.', () => Int)
  amountCents!: number;

  @Property({ type: 'timestamptz' })
  @FieldFor(whoMay('READ_INVOICES'), 'When it was recorded.', () => GraphQLDateTime)
  recordedAt!: Date;

  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false })
  recordedBy!: Rel<StaffMember>;
}
