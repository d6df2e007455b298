import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../sharing/shareable.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Enquiry } from './enquiry.entity.js';

/** What the business wrote back, as it was mailed. */
@NeverShared()
@Entity({ tableName: 'enquiry_replies' })
@ObjectType({ description: 'What the business wrote back to an enquiry.' })
export class EnquiryReply extends BusinessRecord {
  @ManyToOne(() => Enquiry, { createForeignKeyConstraint: false })
  enquiry!: Rel<Enquiry>;

  @Property({ type: 'text' })
  @FieldFor(whoMay('WRITE_SALES'), 'What it says.', () => String)
  body!: string;

  @Property({ type: 'text' })
  @FieldFor(whoMay('WRITE_SALES'), 'The address it was mailed to.', () => String)
  sentTo!: string;

  @Property({ type: 'timestamptz' })
  @FieldFor(whoMay('WRITE_SALES'), 'When it was written.', () => GraphQLDateTime)
  createdAt!: Date;

  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false })
  author!: Rel<StaffMember>;
}
