import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Float, ID, ObjectType } from 'type-graphql';
import { v7 } from 'uuid';
import { NeverShared } from '../../shareable/shareable.js';
import { staffAndClient, staffOnly } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { DateOrder } from './date-order.js';
import { BusinessProfile } from './profile/business-profile.js';

/** A trades business. Clients see its public face: name, phone, email, logo, colour, time zone, currency, ways to pay. */
@NeverShared()
@Entity({ tableName: 'businesses' })
@ObjectType({ description: 'A trades business.' })
export class Business extends BusinessProfile {
  @PrimaryKey({ type: 'uuid' })
  @FieldFor(staffOnly, 'Stable identifier.', () => ID, {
    nullable: true,
  })
  id: string = v7();

  /** Part of the URL of the public enquiry form. */
  @Property({ type: 'text', unique: true })
  @FieldFor(staffOnly, 'URL name of the business in its enquiry form.', () => String, {
    nullable: true,
  })
  slug!: string;

  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'Name of the business.', () => String)
  name!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffAndClient, 'Phone number for clients.', () => String, { nullable: true })
  phone: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    'Email address for clients; replies to emails go there.',
    () => String,
    { nullable: true },
  )
  email: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    'Path of the logo; fetch it with the same token as this query.',
    () => String,
    {
      nullable: true,
    },
  )
  logoUrl: string | null = null;

  @Property({ type: 'text', default: 'AU' })
  @FieldFor(staffAndClient, 'ISO 3166 code of its country, such as AU.', () => String)
  country: string = 'AU';

  @Property({ type: 'text', default: 'DAY_MONTH_YEAR' })
  @FieldFor(staffAndClient, 'Order in which dates are written.', () => DateOrder)
  dateOrder: DateOrder = 'DAY_MONTH_YEAR';

  @Property({ type: 'text', default: 'Australia/Sydney' })
  @FieldFor(staffAndClient, 'IANA time zone that defines its calendar days.', () => String)
  timeZone: string = 'Australia/Sydney';

  @Property({ type: 'text', default: 'AUD' })
  @FieldFor(
    staffAndClient,
    'ISO 4217 code of the currency of all amounts. Amounts count its smallest unit.',
    () => String,
  )
  currency: string = 'AUD';

  @Property({ type: 'text', default: 'GST' })
  @FieldFor(
    staffAndClient,
    'Name of the tax on its quotes and invoices, such as GST.',
    () => String,
  )
  taxName: string = 'GST';

  /** In basis points with at most one decimal: 1000 is 10 %, 997.5 is 9.975 %. */
  @Property({ type: 'double', default: 1000 })
  @FieldFor(
    staffOnly,
    'Default tax rate of new quotes and invoices, in basis points with at most one decimal: 1000 is 10 %.',
    () => Float,
    { nullable: true },
  )
  taxRateBasisPoints: number = 1000;

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    staffOnly,
    'Whether the Client Portal is on; when it is off, no portal link works.',
    () => Boolean,
    {
      nullable: true,
    },
  )
  clientPortalEnabled: boolean = false;

  @Property({ type: 'boolean', default: false })
  @FieldFor(staffOnly, 'Whether the public enquiry form is on.', () => Boolean, {
    nullable: true,
  })
  enquiryFormEnabled: boolean = false;

  @Property({ type: 'boolean', default: true })
  @FieldFor(
    staffOnly,
    'Whether clients may pay by card on their page, where the server and the account allow it.',
    () => Boolean,
    { nullable: true },
  )
  cardPaymentsEnabled: boolean = true;

  /** Whether its own Stripe account can take payments; used with STRIPE_CONNECT only. */
  @Property({ type: 'boolean', default: false })
  cardAccountReady: boolean = false;

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    staffOnly,
    'Whether Tradies may set the Share with Client toggle of photos, on their assigned jobs.',
    () => Boolean,
    { nullable: true },
  )
  tradiesMayTogglePhotos: boolean = false;

  /** Roles that must have a second factor; its field is declared in `staff/second-factor`. */
  @Property({ type: 'string[]', columnType: 'text[]', defaultRaw: "'{}'" })
  requireSecondFactorFor: string[] = [];
}
