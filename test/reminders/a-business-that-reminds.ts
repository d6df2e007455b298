import { DateTime } from 'luxon';
import { type Answer, type Ask, type Mail, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

export const SYDNEY = 'Australia/Sydney';

/** Moves the clock of the server to a moment. */
export function goTo({ clock }: World, moment: DateTime): void {
  clock.advance(moment.toMillis() - clock.now().getTime());
}

/** Runs the task that queues reminders, so many times at once, and waits for its end. */
export async function runReminders(world: World, times = 1): Promise<void> {
  await world.sql(
    "select graphile_worker.add_job('queue_reminders', '{}'::json) from generate_series(1, $1::int)",
    [times],
  );
  await until(async () => {
    const { rowCount } = (await world.sql(
      "select from graphile_worker.jobs where task_identifier = 'queue_reminders'",
    )) as unknown as { rowCount: number };
    return rowCount === 0;
  });
}

/** Waits until no reminder waits to be sent, and returns those to an address, oldest first. */
export async function remindersTo(world: World, address: string): Promise<Mail[]> {
  await until(async () => {
    const { rows } = await world.sql(
      "select count(*)::int as open from outgoing_emails where kind = 'REMINDER' and status = 'QUEUED'",
    );
    return (rows[0]?.open as unknown) === 0;
  });
  const mails = await world.mails(address);
  return mails.filter(({ subject }) => /remind|due|wait|accepted|valid/.test(subject)).reverse();
}

/** Keeps emails from being sent until `release`, as if every worker were down. */
export async function holdMails(world: World): Promise<{ release(): Promise<void> }> {
  await world.sql(`
    create function hold_mails() returns trigger language plpgsql as $$
    begin
      new.run_at = now() + interval '1 hour';
      return new;
    end $$;
    create trigger hold_mails before insert on graphile_worker._private_jobs
    for each row when (new.payload::text like '{"id":%') execute function hold_mails()`);
  return {
    release: async () => {
      await world.sql('drop trigger hold_mails on graphile_worker._private_jobs');
      await world.sql('drop function hold_mails');
      await world.sql(
        'update graphile_worker._private_jobs set run_at = now() where payload::text like \'{"id":%\'',
      );
    },
  };
}

export function done<T>({ data, errors }: Answer<T>): T {
  expect(errors).toBeUndefined();
  return data;
}

/** Creates and sends an invoice with this due date; its job is not shared. */
export async function invoiceDue(
  owner: Ask,
  { clientId, jobId }: { clientId: string; jobId?: string },
  dueOn: string | null,
  { title = 'Roof repair', handedOver = false } = {},
): Promise<string> {
  const ownJob = async () =>
    done(await owner(ops.CreateJobDocument, { input: { title, clientId } })).createJob.job.id;
  const { createInvoice } = done(
    await owner(ops.CreateInvoiceDocument, {
      input: {
        jobId: jobId ?? (await ownJob()),
        title,
        dueOn,
        lines: [{ description: 'Labour', quantity: 10, unitPriceCents: 10_000 }],
      },
    }),
  );
  const { id } = createInvoice.invoice;
  done(await owner(ops.SendInvoiceDocument, { id, handedOver }));
  return id;
}

/** Creates and sends a quote of no job. */
export async function quoteTo(
  owner: Ask,
  clientId: string,
  validUntil: string | null,
): Promise<string> {
  const { createQuote } = done(
    await owner(ops.CreateQuoteDocument, {
      input: {
        clientId,
        title: 'Gutters',
        validUntil,
        lines: [{ description: 'Labour', unitPriceCents: 50_000 }],
      },
    }),
  );
  done(await owner(ops.SendQuoteDocument, { id: createQuote.quote.id }));
  return createQuote.quote.id;
}

/** Creates a client. */
export async function aClient(owner: Ask, email: string | null): Promise<string> {
  const input = { name: 'Kim Client', email };
  return done(await owner(ops.CreateClientDocument, { input })).createClient.client.id;
}

/** The first day after `from` whose nine o'clock has another offset than that of the day before. */
export function clockChangeAfter(from: DateTime): DateTime {
  let day = from.set({ hour: 9, minute: 0, second: 0, millisecond: 0 }).plus({ days: 1 });
  while (day.plus({ days: 1 }).offset === day.offset) day = day.plus({ days: 1 });
  return day.plus({ days: 1 });
}
