import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../../shareable/shareable.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { Node, ReadByIdFor } from '../../nodes/node.js';
import { Enquiry } from '../enquiry.entity.js';

const forSales = rolesWith('ANSWER_ENQUIRIES');

/** Photo that a visitor sent with an enquiry. Once the enquiry is a job, it is a photo of that job instead. */
@NeverShared()
@Entity({ tableName: 'enquiry_photos' })
@ReadByIdFor(forSales)
@ObjectType({ implements: Node, description: 'Photo that was sent with an enquiry.' })
export class EnquiryPhoto extends BusinessEntity {
  @ManyToOne(() => Enquiry, { createForeignKeyConstraint: false })
  enquiry!: Rel<Enquiry>;

  @Property({ type: 'integer' })
  @FieldFor(forSales, 'Width of the display size in pixels.', () => Int)
  width!: number;

  @Property({ type: 'integer' })
  @FieldFor(forSales, 'Height of the display size in pixels.', () => Int)
  height!: number;
}
