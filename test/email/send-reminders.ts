import { DateTime } from 'luxon';
import type { Ask, Mail, World } from '../harness/world.js';
import { until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { goTo, quoteTo, runReminders, SYDNEY } from '../reminders/a-business-that-reminds.js';

/**
 * Moves the clock to the days on which a client is reminded of an invoice that was due on 2031-11-30, and of this, one
 * that was due on 2031-12-31 and a quote.
 */
export async function lettersOfReminders(
  world: World,
  owner: Ask,
  client: { id: string; email: string },
): Promise<[Mail, Mail]> {
  await owner(ops.ChangeRemindersDocument, {
    input: { remindOfInvoices: true, invoiceReminderDays: [1, 7, 38], remindOfQuotes: true },
  });
  await quoteTo(owner, client.id, '2032-01-09');
  const remindedOn = async (day: string, subject: RegExp) => {
    goTo(world, DateTime.fromISO(`${day}T09:00`, { zone: SYDNEY }));
    await runReminders(world);
    return until(async () =>
      (await world.mails(client.email)).find((mail) => subject.test(mail.subject)),
    );
  };
  return [
    await remindedOn('2031-12-01', /invoice \d+ was due|كانت مستحقة/),
    await remindedOn('2032-01-07', /a reminder of|تذكير بشأن/),
  ];
}
