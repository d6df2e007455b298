import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ID, ObjectType } from 'type-graphql';
import { v7 } from 'uuid';
import { staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';

/**
 * Base of entities that belong to one business. IDs are UUIDv7, which grow with time: ordering by ID is
 * ordering by creation.
 */
@Entity({ abstract: true })
@ObjectType()
export abstract class BusinessEntity {
  @PrimaryKey({ type: 'uuid' })
  @FieldFor(staffAndClient, 'Stable identifier.', () => ID)
  id: string = v7();

  /** Part of every foreign key, so the database refuses a child whose parent belongs to another business. */
  @Property({ type: 'uuid' })
  businessId!: string;
}
