import { Float, InputType, Int, ObjectType } from 'type-graphql';
import { Bounded, ListOf, wholeNumber } from '../../../visibility/bounds.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { EmailAddress, PhoneNumber } from '../../common/contact.js';
import { IfUnchangedSince } from '../../common/if-unchanged-since.js';
import { OneLine, OptionalLine, OptionalText } from '../../common/text.js';
import { TaxRate } from '../../money/bounds.js';
import { Business } from '../business.entity.js';
import { MAX_TERMS_LENGTH } from './business-profile.js';
import { Currency, TimeZone } from './listed-values.js';
import { PageColour } from './page-colour.js';
import { PaymentInstructionInput } from './payment-instruction.js';
import { MAX_DAYS_AFTER, MAX_DAYS_BEFORE, ReminderDays } from './reminder-settings.js';
import { settingsEditors } from './settings-editors.js';

const optional = { nullable: true };
const days = (min: number) =>
  wholeNumber(min, 365, `Use a whole number of days from ${min} to 365.`);

@InputType({
  description:
    'Changes to Business Settings; omitted fields are unchanged. Naming a field that your role may not change is FORBIDDEN.',
})
export class UpdateBusinessInput {
  @IfUnchangedSince(settingsEditors)
  ifUnchangedSince?: Date | null;

  @OneLine(200)
  @FieldFor(
    settingsEditors,
    'Name, as clients see it and as sender of emails.',
    () => String,
    optional,
  )
  name?: string | null;

  @PhoneNumber()
  @FieldFor(settingsEditors, 'Phone number for clients; null clears it.', () => String, optional)
  phone?: string | null;

  @EmailAddress()
  @FieldFor(
    settingsEditors,
    'Email address for clients, to which replies to emails go; null clears it.',
    () => String,
    optional,
  )
  email?: string | null;

  @OptionalText(500)
  @FieldFor(settingsEditors, 'Postal address; null clears it.', () => String, optional)
  address?: string | null;

  @OptionalLine(50)
  @FieldFor(settingsEditors, 'Tax number; null clears it.', () => String, optional)
  taxNumber?: string | null;

  @OptionalLine(50)
  @FieldFor(
    settingsEditors,
    'Name of the tax number, such as "ABN"; null clears it.',
    () => String,
    optional,
  )
  taxNumberLabel?: string | null;

  @TimeZone()
  @FieldFor(settingsEditors, 'IANA time zone that defines calendar days.', () => String, optional)
  timeZone?: string | null;

  @Currency()
  @FieldFor(
    settingsEditors,
    'ISO 4217 code of the currency; fixed once a quote or an invoice was sent.',
    () => String,
    optional,
  )
  currency?: string | null;

  @OneLine(60)
  @FieldFor(
    settingsEditors,
    'Name of the tax on quotes and invoices, such as GST.',
    () => String,
    optional,
  )
  taxName?: string | null;

  @TaxRate()
  @FieldFor(
    settingsEditors,
    'Default tax rate of new quotes and invoices, in basis points with at most one decimal: 997.5 is 9.975 %.',
    () => Float,
    optional,
  )
  taxRateBasisPoints?: number | null;

  @FieldFor(
    settingsEditors,
    'Whether Tradies may set the Share with Client toggle of photos, on their assigned jobs.',
    () => Boolean,
    optional,
  )
  tradiesMayTogglePhotos?: boolean | null;

  @FieldFor(settingsEditors, "Accent colour of the client's page.", () => PageColour, optional)
  pageColour?: PageColour | null;

  @Bounded(days(0))
  @FieldFor(
    settingsEditors,
    'Payment terms: days from sending an invoice to its due date.',
    () => Int,
    optional,
  )
  paymentTermsDays?: number | null;

  @Bounded(days(1))
  @FieldFor(
    settingsEditors,
    'Days that a new quote is valid; null for no default.',
    () => Int,
    optional,
  )
  quoteValidityDays?: number | null;

  @OptionalText(MAX_TERMS_LENGTH)
  @FieldFor(
    settingsEditors,
    'Terms of new quotes, which a client agrees to by accepting; null clears them.',
    () => String,
    optional,
  )
  quoteTerms?: string | null;

  @ListOf(10, undefined, 'Use at most 10 ways to pay.')
  @FieldFor(
    settingsEditors,
    'Ways to pay an invoice, in the order shown to clients; replaces all.',
    () => [PaymentInstructionInput],
    optional,
  )
  paymentInstructions?: PaymentInstructionInput[] | null;

  @FieldFor(
    settingsEditors,
    'Whether clients may pay by card on their page, where the server and the account allow it.',
    () => Boolean,
    optional,
  )
  cardPaymentsEnabled?: boolean | null;

  @FieldFor(
    settingsEditors,
    'Whether new jobs publish changes of their shared schedule, status and to-dos without a review.',
    () => Boolean,
    optional,
  )
  keepInSyncByDefault?: boolean | null;

  @FieldFor(
    settingsEditors,
    'Whether clients are reminded of unpaid invoices.',
    () => Boolean,
    optional,
  )
  remindOfInvoices?: boolean | null;

  @ReminderDays(-MAX_DAYS_BEFORE, MAX_DAYS_AFTER)
  @FieldFor(
    settingsEditors,
    'Days of the reminders of an invoice, from its due date: -3 is three days before, 7 is a week after.',
    () => [Int],
    optional,
  )
  invoiceReminderDays?: number[] | null;

  @FieldFor(
    settingsEditors,
    'Whether clients are reminded of quotes without an answer.',
    () => Boolean,
    optional,
  )
  remindOfQuotes?: boolean | null;

  @ReminderDays(0, MAX_DAYS_BEFORE)
  @FieldFor(
    settingsEditors,
    'Days of the reminders of a quote, before its last valid day; 0 is that day.',
    () => [Int],
    optional,
  )
  quoteReminderDaysBeforeExpiry?: number[] | null;

  @ReminderDays(1, MAX_DAYS_AFTER)
  @FieldFor(
    settingsEditors,
    'Days of the reminders of a quote, after the day on which it was sent.',
    () => [Int],
    optional,
  )
  quoteReminderDaysAfterSending?: number[] | null;
}

@ObjectType({ description: 'Result of updateBusiness.' })
export class UpdateBusinessPayload {
  @FieldFor(settingsEditors, 'Updated business.', () => Business)
  business!: Business;
}
