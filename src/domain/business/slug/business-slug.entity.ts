import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { NeverShared } from '../../../shareable/shareable.js';

/**
 * A slug that a business has or had. Kept for ever, so that no other business gets an address that was printed or
 * linked. The database adds a row whenever a business gets a slug (migration 0028).
 */
@NeverShared()
@Entity({ tableName: 'business_slugs' })
export class BusinessSlug {
  @PrimaryKey({ type: 'text' })
  slug!: string;

  @Property({ type: 'uuid' })
  businessId!: string;
}
