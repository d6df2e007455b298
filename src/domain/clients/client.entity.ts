import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../sharing/shareable.js';
import { internal, staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';

/** Whom the business works for. Through a portal link a client sees its own name here and no one else's. */
@NeverShared()
@Entity({ tableName: 'clients' })
@ObjectType({ description: 'Whom the business works for.' })
export class Client extends BusinessRecord {
  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'Name of the person or company.', () => String)
  name!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    internal,
    'Where portal links are sent. Changing it revokes the links already sent.',
    () => String,
    { nullable: true },
  )
  email: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(internal, 'Phone number in international form.', () => String, {
    nullable: true,
  })
  phone: string | null = null;
}
