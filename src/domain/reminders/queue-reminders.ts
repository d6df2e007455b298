import type { EntityManager } from '@mikro-orm/postgresql';
import type { CronItem, TaskList } from 'graphile-worker';
import { v7 } from 'uuid';
import type { Config } from '../../config/config.js';
import { changeInOneUnit, type Unit } from '../../database/unit-of-work/unit-of-work.js';
import { queueEmail } from '../../email/outbox/outbox.js';
import type { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { Client } from '../clients/client.entity.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { type DueReminder, dueReminders } from './due-reminders.js';
import { linkFor } from './link-for.js';
import { RemindedClient } from './reminded-client.entity.js';
import { Reminder } from './reminder.entity.js';
import { MAX_LISTED, REMINDER_MAIL, type ReminderMailData } from './reminder-mail.js';

const TASK = 'queue_reminders';
/** Clients of one transaction. */
const BATCH_SIZE = 50;

/** Every five minutes: it is nine in the morning somewhere. */
export const REMINDER_CRON: CronItem[] = [{ task: TASK, match: '*/5 * * * *' }];

/** Task of the job queue that queues the reminders of the morning, in batches. */
export function reminderTasks(em: EntityManager, clock: () => Date, config: Config): TaskList {
  return {
    [TASK]: async () => {
      let hasMore = true;
      while (hasMore) {
        const batch = await changeInOneUnit(em, null, clock, (unit) => queueBatch(unit, config));
        hasMore = batch.result;
      }
    },
  };
}

/**
 * Queues one mail for each client. That the client had its mail, the reminders, the links and the mails commit together, so
 * after a crash the next run finds all or nothing. Returns whether there may be more; clients that are being changed are
 * left to the next run.
 */
async function queueBatch(unit: Unit, config: Config): Promise<boolean> {
  if (!(await hasTurn(unit))) return false;
  const due = await dueReminders(unit, BATCH_SIZE);
  if (due.length === 0) return false;
  // Locked, so that a change of the address revokes the links of this batch too.
  const clients = await unit.sql.rows<Addressee>(ADDRESSES, [due.map((each) => each.clientId)]);
  for (const client of clients) {
    const subjects = due.filter(({ clientId }) => clientId === client.id);
    await remind(unit, config, client, subjects as [DueReminder, ...DueReminder[]]);
  }
  const found = new Set(due.map(({ clientId }) => clientId)).size;
  return found === BATCH_SIZE && clients.length > 0;
}

/** Whether no other server queues a batch. The unique keys of the tables would refuse a second one. */
async function hasTurn(unit: Unit): Promise<boolean> {
  const [row] = await unit.sql.rows<{ isFree: boolean }>(TURN, [TASK]);
  return row?.isFree ?? false;
}

const TURN = `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as "isFree"`;

interface Addressee {
  id: string;
  email: string | null;
}

const ADDRESSES = `
  select id, email from clients where id = any($1::uuid[]) order by id for share skip locked`;

async function remind(
  unit: Unit,
  config: Config,
  { email }: Addressee,
  subjects: [DueReminder, ...DueReminder[]],
): Promise<void> {
  const { em } = unit;
  const [{ businessId, clientId, day }] = subjects;
  const client = em.getReference(Client, clientId);
  em.create(RemindedClient, { id: v7(), businessId, client, day }, { partial: true });
  const reminders = subjects.map((subject) => ({ id: v7(), ...subject }));
  const delivery = email === null ? null : await queueMail(unit, config, email, reminders);
  for (const { id, invoiceId, quoteId, kind, days } of reminders)
    em.create(
      Reminder,
      {
        ...{ id, businessId, kind, days, day, createdAt: unit.now, delivery },
        invoice: invoiceId === null ? null : em.getReference(Invoice, invoiceId),
        quote: quoteId === null ? null : em.getReference(Quote, quoteId),
      },
      { partial: true },
    );
}

async function queueMail(
  unit: Unit,
  config: Config,
  email: string,
  reminders: (DueReminder & { id: string })[],
): Promise<OutgoingEmail> {
  const { businessId, clientId, day } = reminders[0] as DueReminder;
  const links: ReminderMailData['links'] = {};
  for (const reminder of reminders.slice(0, MAX_LISTED))
    links[reminder.id] = await linkFor(unit, config, reminder, email);
  const reminderIds = reminders.map(({ id }) => id);
  const data: ReminderMailData = { clientId, day, reminderIds, links };
  return queueEmail(unit.em, {
    businessId,
    kind: REMINDER_MAIL,
    recipient: email,
    data: { ...data },
    now: unit.now,
  });
}
