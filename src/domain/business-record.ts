import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ID, ObjectType } from 'type-graphql';
import { v7 } from 'uuid';
import { staffAndClient } from '../visibility/audience.js';
import { FieldFor } from '../visibility/declare.js';

/**
 * A row that belongs to one business. Ids are version 7: they grow with time, so ordering by id is
 * ordering by creation.
 */
@Entity({ abstract: true })
@ObjectType()
export abstract class BusinessRecord {
  @PrimaryKey({ type: 'uuid' })
  @FieldFor(staffAndClient, 'Stable name of this record.', () => ID)
  id: string = v7();

  /** Part of every key and index: the database refuses a child row of another business's parent. */
  @Property({ type: 'uuid' })
  businessId!: string;
}
