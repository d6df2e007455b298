import { Float, InputType, ObjectType } from 'type-graphql';
import { staffAndVisitor } from '../../../visibility/audience.js';
import { Bounded, opaque } from '../../../visibility/bounds.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { InputRules } from '../../../visibility/inputs/input-rules.js';
import { EmailAddress, RequiredEmailAddress } from '../../common/contact.js';
import { OneLine, OptionalLine, password } from '../../common/text.js';
import { TaxRate } from '../../money/bounds.js';
import { checkPassword } from '../../staff/sessions/password-rule.js';
import { phoneOf, taxOf } from './create-business.js';
import { country, currency, timeZone } from './places.js';

/** Longer than any token. */
export const MAX_TOKEN_LENGTH = 200;
const optional = { nullable: true };

@InputRules<SetUpBusinessInput>(
  {
    fields: ['password'],
    check: ({ password }, path) => checkPassword(password, `${path}.password`),
  },
  { fields: ['country', 'taxName', 'taxRateBasisPoints'], check: (input) => void taxOf(input) },
  { fields: ['country', 'phone'], check: (input) => void phoneOf(input) },
)
@InputType({ description: 'Input of setUpBusiness.' })
export class SetUpBusinessInput {
  @Bounded(opaque(MAX_TOKEN_LENGTH))
  @FieldFor(staffAndVisitor, 'Token of a set-up link: what follows the # in it.', () => String)
  setupToken!: string;

  @OneLine(200)
  @FieldFor(staffAndVisitor, 'Name of the business, as clients know it.', () => String)
  businessName!: string;

  @Bounded(country)
  @FieldFor(staffAndVisitor, 'ISO 3166 code of its country, such as AU.', () => String)
  country!: string;

  @Bounded(timeZone)
  @FieldFor(staffAndVisitor, 'IANA time zone that defines its calendar days.', () => String)
  timeZone!: string;

  @Bounded(currency)
  @FieldFor(staffAndVisitor, 'ISO 4217 code of the currency of all amounts.', () => String)
  currency!: string;

  @OptionalLine(60)
  @FieldFor(
    staffAndVisitor,
    'Name of the tax on its quotes and invoices; default: that of the country.',
    () => String,
    optional,
  )
  taxName?: string | null;

  @TaxRate()
  @FieldFor(
    staffAndVisitor,
    'Default tax rate, in basis points: 1000 is 10 %. Default: that of the country; required where none is known (other than AU, NZ, GB, JP).',
    () => Float,
    optional,
  )
  taxRateBasisPoints?: number | null;

  @OptionalLine(40)
  @FieldFor(
    staffAndVisitor,
    'Phone number for clients, in international form or that of the country.',
    () => String,
    optional,
  )
  phone?: string | null;

  @EmailAddress()
  @FieldFor(
    staffAndVisitor,
    'Email address for clients; replies to our emails go there.',
    () => String,
    optional,
  )
  email?: string | null;

  @OneLine(200)
  @FieldFor(staffAndVisitor, 'Full name of the owner.', () => String)
  ownerName!: string;

  @RequiredEmailAddress()
  @FieldFor(
    staffAndVisitor,
    'Email address with which the owner signs in; of a link that was mailed, the address it was mailed to.',
    () => String,
  )
  ownerEmail!: string;

  @Bounded(password)
  @FieldFor(staffAndVisitor, 'Password of the owner, 12 to 200 characters.', () => String)
  password!: string;

  @FieldFor(staffAndVisitor, 'Whether the owner works alone.', () => Boolean, {
    defaultValue: false,
  })
  soleTrader!: boolean;
}

@ObjectType({ description: 'Set-up link that still works.' })
export class SetupLinkStatus {
  @FieldFor(
    staffAndVisitor,
    'Address that it was mailed to, which becomes that of the owner; null for the link that start-up prints.',
    () => String,
    { nullable: true },
  )
  email!: string | null;
}

@ObjectType({ description: 'Country with what a new business takes over from it.' })
export class Country {
  @FieldFor(staffAndVisitor, 'ISO 3166 code, such as AU.', () => String)
  code!: string;

  @FieldFor(staffAndVisitor, 'Name in English.', () => String)
  name!: string;

  @FieldFor(staffAndVisitor, 'Its time zones.', () => [String])
  timeZones!: string[];

  @FieldFor(staffAndVisitor, 'Currency to begin with; null if unknown.', () => String, optional)
  currency!: string | null;

  @FieldFor(staffAndVisitor, 'Time zone to begin with; null if unknown.', () => String, optional)
  timeZone!: string | null;

  @FieldFor(staffAndVisitor, 'Name of its tax; null if unknown.', () => String, optional)
  taxName!: string | null;

  @FieldFor(
    staffAndVisitor,
    'Its usual tax rate, in basis points; null if unknown, then it is asked for.',
    () => Float,
    optional,
  )
  taxRateBasisPoints!: number | null;
}

@ObjectType({ description: 'Currency.' })
export class Currency {
  @FieldFor(staffAndVisitor, 'ISO 4217 code, such as AUD.', () => String)
  code!: string;

  @FieldFor(staffAndVisitor, 'Name in English.', () => String)
  name!: string;
}

@ObjectType({ description: 'Countries, time zones and currencies that a business can have.' })
export class BusinessChoices {
  @FieldFor(staffAndVisitor, 'Countries, by name.', () => [Country])
  countries!: Country[];

  @FieldFor(staffAndVisitor, 'IANA time zones.', () => [String])
  timeZones!: string[];

  @FieldFor(staffAndVisitor, 'Currencies, by name.', () => [Currency])
  currencies!: Currency[];
}
