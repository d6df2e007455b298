import { ID, InputType, ObjectType } from 'type-graphql';
import { rolesWith, rolesWithBoth } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { Client } from '../clients/client.entity.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Quote } from '../quotes/quote.entity.js';

const writers = rolesWith('WRITE_SALES');
const optional = { nullable: true };

@InputType({ description: 'Input of pauseReminders: one invoice, one quote or one client.' })
export class PauseRemindersInput {
  @FieldFor(writers, 'Invoice ID.', () => ID, optional)
  invoiceId?: string | null;

  @FieldFor(writers, 'Quote ID.', () => ID, optional)
  quoteId?: string | null;

  @FieldFor(writers, 'Client ID: pauses everything of the client.', () => ID, optional)
  clientId?: string | null;

  @FieldFor(writers, 'False lets the reminders go on.', () => Boolean, { defaultValue: true })
  paused!: boolean;
}

@ObjectType({ description: 'Result of pauseReminders: what was named in the input.' })
export class PauseRemindersPayload {
  @FieldFor(
    rolesWithBoth('WRITE_SALES', 'READ_INVOICES'),
    'Invoice; null unless it was named.',
    () => Invoice,
    optional,
  )
  invoice!: Invoice | null;

  @FieldFor(writers, 'Quote; null unless it was named.', () => Quote, optional)
  quote!: Quote | null;

  @FieldFor(writers, 'Client; null unless it was named.', () => Client, optional)
  client!: Client | null;
}
