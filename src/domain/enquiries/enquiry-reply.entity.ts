import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../shareable/shareable.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Enquiry } from './enquiry.entity.js';

/** Reply of the business to an enquiry, as emailed. */
@NeverShared()
@Entity({ tableName: 'enquiry_replies' })
@ReadByIdFor(rolesWith('ANSWER_ENQUIRIES'))
@ObjectType({ implements: Node, description: 'Reply of the business to an enquiry.' })
export class EnquiryReply extends BusinessEntity {
  @ManyToOne(() => Enquiry, { createForeignKeyConstraint: false })
  enquiry!: Rel<Enquiry>;

  @Property({ type: 'text' })
  @FieldFor(rolesWith('ANSWER_ENQUIRIES'), 'Text of the reply.', () => String)
  body!: string;

  @Property({ type: 'text' })
  @FieldFor(rolesWith('ANSWER_ENQUIRIES'), 'Email address of the recipient.', () => String)
  sentTo!: string;

  @Property({ type: 'timestamptz' })
  @FieldFor(rolesWith('ANSWER_ENQUIRIES'), 'Time of creation.', () => GraphQLDateTime)
  createdAt!: Date;

  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false })
  author!: Rel<StaffMember>;
}
