import type { EntityClass } from '../../database/sql/rows.js';
import type { Change } from '../../database/unit-of-work/change.js';
import { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { Business } from '../business/business.entity.js';
import { Client } from '../clients/client.entity.js';
import { Enquiry } from '../enquiries/enquiry.entity.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Job } from '../jobs/job.entity.js';
import { Message } from '../messages/message.entity.js';
import { QuoteAnswer } from '../quotes/answers/quote-answer.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { Reminder } from '../reminders/reminder.entity.js';
import { ReminderPause } from '../reminders/reminder-pause.entity.js';
import { Visit } from '../visits/visit.entity.js';

/** What the list of waiting things is made of: any change of these, */
const READ: EntityClass[] = [
  Quote,
  QuoteAnswer,
  Invoice,
  Message,
  Visit,
  Enquiry,
  Reminder,
  ReminderPause,
];
/** and a change of these columns. A mail that is queued does not wait for anybody. */
const READ_COLUMNS: [EntityClass, string[]][] = [
  [OutgoingEmail, ['status']],
  [Client, ['email']],
  [Job, ['client']],
  [Business, ['clientPortalEnabled', 'remindOfInvoices', 'invoiceReminderDays', 'timeZone']],
];

/** Whether what waits for the office may differ after this change. */
export function changesAttention({ kind, entity, after }: Change): boolean {
  if (READ.some((entityClass) => entity instanceof entityClass)) return true;
  return (
    kind === 'update' &&
    READ_COLUMNS.some(
      ([entityClass, columns]) =>
        entity instanceof entityClass && columns.some((column) => column in after),
    )
  );
}
