import { RemindedClient } from './reminded-client.entity.js';
import { Reminder } from './reminder.entity.js';
import { ReminderPause } from './reminder-pause.entity.js';
import {
  ClientRemindersResolver,
  InvoiceRemindersResolver,
  QuoteRemindersResolver,
  ReminderResolver,
} from './reminders.resolver.js';

export const reminders = {
  entities: [Reminder, RemindedClient, ReminderPause],
  resolvers: [
    InvoiceRemindersResolver,
    QuoteRemindersResolver,
    ClientRemindersResolver,
    ReminderResolver,
  ],
};
