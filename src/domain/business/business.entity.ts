import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ID, ObjectType } from 'type-graphql';
import { v7 } from 'uuid';
import { NeverShared } from '../../sharing/shareable.js';
import { internal, staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';

/** One trades business. Its public face (name, phone, email, logo) is what a client sees of it. */
@NeverShared()
@Entity({ tableName: 'businesses' })
@ObjectType({ description: 'A trades business.' })
export class Business {
  @PrimaryKey({ type: 'uuid' })
  @FieldFor(internal, 'Stable name of this record.', () => ID, {
    nullable: true,
  })
  id: string = v7();

  /** Part of the address of the public enquiry form. */
  @Property({ type: 'text', unique: true })
  @FieldFor(internal, 'Short name in the address of the enquiry form.', () => String, {
    nullable: true,
  })
  slug!: string;

  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'Name of the business as clients know it.', () => String)
  name!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffAndClient, 'Phone number that clients may call.', () => String, { nullable: true })
  phone: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    'Address that clients may write to; their replies to our mails go there.',
    () => String,
    { nullable: true },
  )
  email: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    'Path of the logo, asked for with the token that this was asked for with.',
    () => String,
    {
      nullable: true,
    },
  )
  logoUrl: string | null = null;

  @Property({ type: 'text', default: 'Australia/Sydney' })
  @FieldFor(
    staffAndClient,
    'IANA name of the time zone in which its days begin and end.',
    () => String,
  )
  timeZone: string = 'Australia/Sydney';

  @Property({ type: 'text', default: 'AUD' })
  @FieldFor(
    staffAndClient,
    'ISO 4217 code of the currency of every amount, in cents.',
    () => String,
  )
  currency: string = 'AUD';

  /** In basis points: 1000 is 10 %. */
  @Property({ type: 'integer', default: 1000 })
  @FieldFor(
    internal,
    'Tax rate for new quotes and invoices in basis points: 1000 is 10 %.',
    () => Number,
    { nullable: true },
  )
  taxRateBasisPoints: number = 1000;

  @Property({ type: 'boolean', default: false })
  @FieldFor(internal, 'Whether clients can open their links at all.', () => Boolean, {
    nullable: true,
  })
  clientPortalEnabled: boolean = false;

  @Property({ type: 'boolean', default: false })
  @FieldFor(internal, 'Whether the public enquiry form takes enquiries.', () => Boolean, {
    nullable: true,
  })
  enquiryFormEnabled: boolean = false;
}
