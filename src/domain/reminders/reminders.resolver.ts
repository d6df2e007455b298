import { GraphQLDate } from 'graphql-scalars';
import { Ctx, Resolver } from 'type-graphql';
import { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { Client } from '../clients/client.entity.js';
import { ComputedFor } from '../common/computed.js';
import type { StaffContext } from '../common/context.js';
import { BelongsTo, HasMany, type Related } from '../common/relations.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { isPaused, nextOfInvoice, nextOfQuote } from './next-reminder.js';
import { pauseReminders } from './pause-reminders.js';
import { Reminder } from './reminder.entity.js';
import { PauseRemindersInput, PauseRemindersPayload } from './reminder.inputs.js';

const readers = rolesWith('WRITE_SALES');
const PAUSED = 'Whether reminders are paused, for it or for its client.';
const NEXT = 'Next day after today on which its client is reminded; null when none is planned.';

/** Reminders of an invoice. Clients learn nothing of them. */
@Resolver(() => Invoice)
export class InvoiceRemindersResolver {
  @HasMany(readers, 'Reminders, oldest first.', () => Reminder, 'invoice', { nullable: true })
  reminders!: Reminder[];

  @ComputedFor({
    audiences: readers,
    description: NEXT,
    type: () => GraphQLDate,
    record: () => Invoice,
    computedSql: nextOfInvoice,
  })
  nextReminderOn!: string | null;

  @ComputedFor({
    audiences: readers,
    description: PAUSED,
    type: () => Boolean,
    record: () => Invoice,
    computedSql: (invoice) => isPaused('invoice_id', invoice),
  })
  remindersPaused!: boolean | null;
}

/** Reminders of a quote. */
@Resolver(() => Quote)
export class QuoteRemindersResolver {
  @HasMany(readers, 'Reminders, oldest first.', () => Reminder, 'quote', { nullable: true })
  reminders!: Reminder[];

  @ComputedFor({
    audiences: readers,
    description: NEXT,
    type: () => GraphQLDate,
    record: () => Quote,
    computedSql: nextOfQuote,
  })
  nextReminderOn!: string | null;

  @ComputedFor({
    audiences: readers,
    description: PAUSED,
    type: () => Boolean,
    record: () => Quote,
    computedSql: (quote) => isPaused('quote_id', quote),
  })
  remindersPaused!: boolean | null;
}

@Resolver(() => Client)
export class ClientRemindersResolver {
  @ComputedFor({
    audiences: readers,
    description: 'Whether the client gets no reminders of anything.',
    type: () => Boolean,
    record: () => Client,
    computedSql: (client) =>
      `exists (select from reminder_pauses x where x.client_id = ${client}.id)`,
  })
  remindersPaused!: boolean | null;
}

@Resolver(() => Reminder)
export class ReminderResolver {
  @BelongsTo(
    readers,
    'Email that lists it; null when the client had no email address.',
    () => OutgoingEmail,
  )
  delivery!: Related<OutgoingEmail> | null;

  @MutationFor(
    readers,
    'Pauses the reminders of an invoice, a quote or a client, or lets them go on.',
    () => PauseRemindersPayload,
  )
  pauseReminders(
    @ArgFor(readers, 'input', 'What to pause.', () => PauseRemindersInput)
    input: PauseRemindersInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => pauseReminders(unit, input));
  }
}
