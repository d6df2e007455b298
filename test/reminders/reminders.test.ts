import { DateTime } from 'luxon';
import { scheduledJob, shared } from '../harness/jobs.js';
import { itInLongForm } from '../harness/long-form.js';
import { type Ask, enterWorld, openWorld, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import {
  aClient,
  clockChangeAfter,
  done,
  goTo,
  holdMails,
  invoiceDue,
  quoteTo,
  remindersTo,
  runReminders,
  SYDNEY,
} from './a-business-that-reminds.js';

const LONG_SESSIONS = { sessionHours: 24 * 600 };

let world: World;
let owner: Ask;
let today: DateTime;
beforeAll(async () => {
  world = await openWorld(LONG_SESSIONS);
  owner = await world.as('owner');
  today = DateTime.now().setZone(SYDNEY).startOf('day');
});
afterAll(() => world.close());

const at = (days: number, hour: number, minute = 0) => today.plus({ days }).set({ hour, minute });
const dayIn = (days: number) => today.plus({ days }).toISODate() as string;
const change = (input: ops.UpdateBusinessInput, by: Ask = owner) =>
  by(ops.ChangeRemindersDocument, { input });
const ofInvoice = async (id: string) =>
  done(await owner(ops.InvoiceRemindersDocument, { id })).invoice;
/** A client with a quote or an invoice, of which it is to be reminded. */
interface Reminded {
  clientId: string;
  email: string;
  quoteId: string;
  invoiceId: string;
}

/** The client answers the quote on its page. */
async function answered(kind: 'ACCEPTED' | 'DECLINED' | 'CHANGES_REQUESTED', quoteId: string) {
  const { rows } = await world.sql(
    `select c.email from quotes q join clients c on c.id = q.client_id where q.id = $1`,
    [quoteId],
  );
  const mail = await until(async () =>
    (await world.mails(String(rows[0]?.email))).find(({ links }) => links.length > 0),
  );
  const client = world.withToken(tokenIn(mail));
  const about = { quoteId, version: 1 };
  if (kind === 'ACCEPTED') done(await client(ops.AcceptQuoteDocument, { ...about, name: 'Kim' }));
  if (kind === 'DECLINED') done(await client(ops.DeclineQuoteDocument, about));
  if (kind === 'CHANGES_REQUESTED')
    done(await client(ops.RequestQuoteChangesDocument, { ...about, message: 'Cheaper?' }));
}

/** Days that the clock of the server is ahead of the first day. */
const daysGone = () =>
  Number(
    DateTime.fromJSDate(world.clock.now(), { zone: SYDNEY })
      .startOf('day')
      .diff(today, 'days')
      .toObject().days,
  );
const inWords = (day: string) => DateTime.fromISO(day).setLocale('en-AU').toFormat('d MMMM yyyy');

/** Ends what a client is to be reminded of, by what ended. */
const ENDINGS: [string, (subject: Reminded) => Promise<void>][] = [
  ['a quote that was accepted', ({ quoteId: id }) => answered('ACCEPTED', id)],
  ['a quote that was declined', ({ quoteId: id }) => answered('DECLINED', id)],
  ['a quote with changes asked for', ({ quoteId: id }) => answered('CHANGES_REQUESTED', id)],
  [
    'a withdrawn quote',
    async ({ quoteId: id }) => void done(await owner(ops.WithdrawQuoteDocument, { id })),
  ],
  [
    'a quote of which a new version was sent',
    async ({ quoteId: id }) => {
      done(await owner(ops.UpdateQuoteDocument, { input: { id, title: 'Other gutters' } }));
      done(await owner(ops.SendQuoteDocument, { id }));
    },
  ],
  [
    'an invoice credited to zero',
    async ({ invoiceId: id }) =>
      void done(await owner(ops.CreditInvoiceDocument, { id, reason: 'Goodwill' })),
  ],
  [
    'an invoice with another due date',
    async ({ invoiceId: id }) => {
      done(await owner(ops.UpdateInvoiceDocument, { input: { id, dueOn: '2099-03-31' } }));
      done(await owner(ops.SendInvoiceDocument, { id }));
    },
  ],
  [
    'a client at another address',
    async ({ clientId: id, email }) =>
      void done(await owner(ops.UpdateClientDocument, { input: { id, email: `other-${email}` } })),
  ],
  [
    'a client that was merged into another',
    async ({ clientId: mergeId, email }) => {
      const keepId = await aClient(owner, email);
      done(await owner(ops.MergeClientsDocument, { keepId, mergeId }));
      // The kept client had its mail of this day with the other one.
      await runReminders(world);
    },
  ],
  [
    'a client that was erased',
    async ({ clientId: id }) =>
      void done(await owner(ops.EraseClientDocument, { id, reason: 'They asked.' })),
  ],
];

describe('the cadence', () => {
  it('is off until somebody who may say how clients pay switches it on', async () => {
    const { business } = done(await owner(ops.ReminderSettingsDocument));
    expect(business).toEqual({
      remindOfInvoices: false,
      invoiceReminderDays: [-3, 1, 7, 14],
      remindOfQuotes: false,
      quoteReminderDaysBeforeExpiry: [2],
      quoteReminderDaysAfterSending: [7],
    });
    const asAdmin = await change({ remindOfInvoices: true }, await world.as('admin'));
    expect(asAdmin.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      field: 'input.remindOfInvoices',
    });
  });

  it.each([
    [{ remindOfInvoices: true, invoiceReminderDays: [] }, 'input.invoiceReminderDays'],
    [{ invoiceReminderDays: [91] }, 'input.invoiceReminderDays.0'],
    [{ invoiceReminderDays: [1, 2, 3, 4, 5, 6, 7] }, 'input.invoiceReminderDays'],
    [{ quoteReminderDaysAfterSending: [0] }, 'input.quoteReminderDaysAfterSending.0'],
    [{ remindOfInvoices: null }, 'input.remindOfInvoices'],
  ])('cannot be %j', async (input, field) => {
    const { errors } = await change(input);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field });
  });
});

describe('a client who owes two invoices and has a quote to answer', () => {
  let email: string;
  let jobId: string;
  let invoiceIds: string[];
  let quoteId: string;

  it('gets nothing while reminders are off, nor on the day they are switched on', async () => {
    const job = await scheduledJob(owner);
    ({ email, jobId } = job);
    await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
    invoiceIds = [
      await invoiceDue(owner, job, dayIn(5), { title: 'On the page' }),
      await invoiceDue(owner, { clientId: job.clientId }, dayIn(5), { title: 'By mail only' }),
    ];
    quoteId = await quoteTo(owner, job.clientId, dayIn(7));
    goTo(world, at(1, 9, 1));
    await runReminders(world);
    const settings = {
      remindOfInvoices: true,
      invoiceReminderDays: [1, -3, 1, -4, 8],
      remindOfQuotes: true,
      quoteReminderDaysBeforeExpiry: [5],
    };
    const { updateBusiness } = done(await change(settings));
    expect(updateBusiness.business.invoiceReminderDays).toEqual([-4, -3, 1, 8]);
    await runReminders(world);
    expect(await remindersTo(world, email)).toEqual([]);
    expect(await ofInvoice(invoiceIds[0] as string)).toEqual({
      nextReminderOn: dayIn(2),
      remindersPaused: false,
      reminders: [],
    });
  });

  it('gets one mail that lists them, at nine in the morning and not before, whichever servers run', async () => {
    const other = await enterWorld(world.databaseUrl, LONG_SESSIONS);
    for (const each of [world, other]) goTo(each, at(2, 8, 59));
    await runReminders(world);
    expect(await remindersTo(world, email)).toEqual([]);
    for (const each of [world, other]) goTo(each, at(2, 9));
    await runReminders(world, 8);
    await other.close();
    await runReminders(world);
    const [mail, ...more] = await remindersTo(world, email);
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/: a reminder of 2 invoices and 1 quote$/);
    const due = inWords(dayIn(5));
    expect(mail?.text).toContain(`On the page: $1,100.00 to pay; it is due on ${due}`);
    expect(mail?.text).toContain(`By mail only: $1,100.00 to pay; it is due on ${due}`);
    expect(mail?.text).toContain(
      `Gutters: $550.00; it is valid to the end of ${inWords(dayIn(7))}`,
    );
    // The link is the one to the page that the client has.
    const client = world.withToken(tokenIn(mail));
    const { job } = done(await client(ops.InvoicesOfJobDocument, { jobId }));
    expect(job?.invoices).toMatchObject([{ id: invoiceIds[0] }]);
    const { quote } = done(await owner(ops.QuoteRemindersDocument, { id: quoteId }));
    expect(quote?.reminders).toEqual([
      {
        kind: 'LAST_DAY',
        days: -5,
        on: dayIn(2),
        createdAt: expect.any(String),
        delivery: { to: email, status: 'SENT' },
      },
    ]);
  });

  it('is asked for what is owed when the mail goes out, and not for what was paid meanwhile', async () => {
    goTo(world, at(6, 9, 5));
    const held = await holdMails(world);
    await runReminders(world);
    const [first, second] = invoiceIds as [string, string];
    done(await owner(ops.RecordPaymentDocument, { invoiceId: second, amountCents: 110_000 }));
    done(await owner(ops.RecordPaymentDocument, { invoiceId: first, amountCents: 10_000 }));
    await held.release();
    const mail = (await remindersTo(world, email))[1];
    expect(mail?.subject).toMatch(new RegExp(`: invoice \\d+ was due on ${inWords(dayIn(5))}$`));
    expect(mail?.text).toContain('Still to pay: $1,000.00');
    expect(mail?.text).not.toContain('By mail only');
  });

  it('gets none when everything is settled before the mail goes out, nor with the portal off', async () => {
    const [first] = invoiceIds as [string];
    goTo(world, at(13, 9));
    done(await owner(ops.SwitchPortalDocument, { on: false }));
    await runReminders(world);
    expect((await ofInvoice(first))?.reminders).toHaveLength(2);
    done(await owner(ops.SwitchPortalDocument, { on: true }));
    const held = await holdMails(world);
    await runReminders(world);
    done(await owner(ops.SwitchPortalDocument, { on: false }));
    await held.release();
    expect(await remindersTo(world, email)).toHaveLength(2);
    done(await owner(ops.SwitchPortalDocument, { on: true }));
    const reminded = (await ofInvoice(first))?.reminders;
    expect(reminded?.map(({ delivery }) => delivery?.status)).toEqual([
      'SENT',
      'SENT',
      'CANCELLED',
    ]);
  });
});

it('staff see the quote that expired and the invoice whose reminders ended', async () => {
  const expired = await quoteTo(owner, await aClient(owner, 'late@client.test'), dayIn(13));
  const { rows } = await world.sql(
    `select i.id from reminders r join invoices i on i.id = r.invoice_id where i.paid_cents = 10000 limit 1`,
  );
  goTo(world, at(14, 8));
  const { attention } = done(await owner(ops.NeedsAttentionDocument));
  expect(attention).toContainEqual({
    kind: 'QUOTE_EXPIRED',
    on: dayIn(14),
    quote: { id: expired },
    invoice: null,
  });
  expect(attention).toContainEqual({
    kind: 'OVERDUE_AFTER_REMINDERS',
    on: dayIn(13),
    quote: null,
    invoice: rows[0],
  });
});

describe('an invoice', () => {
  it('is not reminded of while it is paused, nor in the evening, nor at night', async () => {
    const email = 'paused@client.test';
    const clientId = await aClient(owner, email);
    const id = await invoiceDue(owner, { clientId }, dayIn(18));
    const pause = async (input: ops.PauseRemindersInput) =>
      done(await owner(ops.PauseRemindersDocument, { input })).pauseReminders;
    goTo(world, at(14, 10));
    const paused = await pause({ invoiceId: id });
    expect(paused.invoice).toEqual({ remindersPaused: true, nextReminderOn: null });
    expect(await pause({ invoiceId: id })).toEqual(paused);
    await runReminders(world);
    await pause({ invoiceId: id, paused: false });
    expect((await pause({ clientId })).client).toEqual({ remindersPaused: true });
    expect((await ofInvoice(id))?.remindersPaused).toBe(true);
    goTo(world, at(15, 10));
    await runReminders(world);
    await pause({ clientId, paused: false });
    // Every worker was down until the evening.
    goTo(world, at(15, 18));
    await runReminders(world);
    expect((await ofInvoice(id))?.reminders).toEqual([]);
    expect((await ofInvoice(id))?.nextReminderOn).toBe(dayIn(19));
    goTo(world, at(19, 17));
    const held = await holdMails(world);
    await runReminders(world);
    goTo(world, at(19, 20));
    await held.release();
    expect(await remindersTo(world, email)).toEqual([]);
    expect((await ofInvoice(id))?.reminders).toMatchObject([{ delivery: { status: 'CANCELLED' } }]);
    const both = await owner(ops.PauseRemindersDocument, { input: { invoiceId: id, clientId } });
    expect(both.errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
  });

  it('of a client without an address is noted as not reminded of, and void or archived ends it', async () => {
    const without = await aClient(owner, null);
    const noAddress = await invoiceDue(owner, { clientId: without }, dayIn(24), {
      handedOver: true,
    });
    const withAddress = await aClient(owner, 'void@client.test');
    const voided = await invoiceDue(owner, { clientId: withAddress }, dayIn(24));
    const archivedClient = await aClient(owner, 'archived@client.test');
    const archived = await invoiceDue(owner, { clientId: archivedClient }, dayIn(24));
    done(await owner(ops.VoidInvoiceDocument, { id: voided }));
    await world.sql('update clients set archived_at = now() where id = $1', [archivedClient]);
    goTo(world, at(20, 9));
    await runReminders(world);
    goTo(world, at(21, 9));
    await runReminders(world);
    expect((await ofInvoice(noAddress))?.reminders).toMatchObject([
      { kind: 'DUE_DAY', days: -4, on: dayIn(20), delivery: null },
      { kind: 'DUE_DAY', days: -3, on: dayIn(21), delivery: null },
    ]);
    for (const id of [voided, archived]) expect((await ofInvoice(id))?.reminders).toEqual([]);
    const notSent = { kind: 'REMINDER_NOT_SENT', on: dayIn(21), quote: null };
    const listed = async () => done(await owner(ops.NeedsAttentionDocument)).attention;
    expect(await listed()).toContainEqual({ ...notSent, invoice: { id: noAddress } });
    const input = { id: without, email: 'now@client.test' };
    done(await owner(ops.UpdateClientDocument, { input }));
    expect(await listed()).not.toContainEqual({ ...notSent, invoice: { id: noAddress } });
  });
});

describe('a client without a shared job', () => {
  it('gets a reminder with the link to the page of its quote or invoice, or a new one', async () => {
    done(await change({ invoiceReminderDays: [1, -3], quoteReminderDaysBeforeExpiry: [5] }));
    const email = 'own-page@client.test';
    const clientId = await aClient(owner, email);
    const invoiceId = await invoiceDue(owner, { clientId }, dayIn(28));
    goTo(world, at(25, 9));
    await runReminders(world);
    const [mail] = await remindersTo(world, email);
    const page = async (token: string) => done(await world.withToken(token)(ops.OwnPageDocument));
    expect((await page(tokenIn(mail))).portal).toMatchObject({
      job: null,
      invoice: { id: invoiceId, owedCents: 110_000 },
    });
    const links = async () =>
      (await world.sql('select id from portal_links where invoice_id = $1', [invoiceId])).rows;
    expect(await links()).toHaveLength(1);

    // The link of the invoice's mail is revoked, so the next reminder has one of its own.
    await world.sql('update portal_links set revoked_at = now() where invoice_id = $1', [
      invoiceId,
    ]);
    const quoteId = await quoteTo(owner, clientId, dayIn(34));
    goTo(world, at(29, 9));
    await runReminders(world);
    const [, second] = await remindersTo(world, email);
    expect(second?.links.filter((link) => link.includes('/portal#'))).toHaveLength(2);
    const shown = await Promise.all(
      second?.links
        .filter((link) => link.includes('/portal#'))
        .map(async (link) => (await page(link.split('#')[1] as string)).portal) ?? [],
    );
    expect(shown).toContainEqual(
      expect.objectContaining({ quote: expect.objectContaining({ id: quoteId }) }),
    );
    expect(shown).toContainEqual(
      expect.objectContaining({ invoice: expect.objectContaining({ id: invoiceId }) }),
    );
    expect(await links()).toHaveLength(2);
  });

  itInLongForm('gets no reminder of what ended while the mail waited', async () => {
    const day = daysGone();
    const subjects: (Reminded & { name: string; end: (subject: Reminded) => Promise<void> })[] = [];
    for (const [at, [name, end]] of ENDINGS.entries()) {
      const email = `ended-${at}@client.test`;
      const clientId = await aClient(owner, email);
      const isOfQuote = name.includes('quote');
      const quoteId = isOfQuote ? await quoteTo(owner, clientId, dayIn(day + 7)) : '';
      const invoiceId = isOfQuote ? '' : await invoiceDue(owner, { clientId }, dayIn(day + 5));
      subjects.push({ name, end, clientId, email, quoteId, invoiceId });
    }
    goTo(world, at(day + 2, 9));
    const held = await holdMails(world);
    await runReminders(world);
    for (const subject of subjects) await subject.end(subject);
    await held.release();
    await remindersTo(world, '');
    const outcomes: Record<string, unknown[]> = {};
    for (const { name, email, quoteId, invoiceId } of subjects) {
      const { rows } = await world.sql(
        `select status from outgoing_emails where kind = 'REMINDER' and (recipient like '%' || $1
          or id in (select delivery_id from reminders where quote_id::text = $2 or invoice_id::text = $3))`,
        [email, quoteId, invoiceId],
      );
      outcomes[name] = rows.map(({ status }) => status);
    }
    const expected = ENDINGS.map(([name]) => [name, ['CANCELLED']]);
    expect(outcomes).toEqual(Object.fromEntries(expected));
  });
});

it('an open quote is reminded of some days after its sending, once a day, and the mail takes off a credit', async () => {
  const day = daysGone();
  done(
    await change({
      invoiceReminderDays: [0],
      quoteReminderDaysBeforeExpiry: [5],
      quoteReminderDaysAfterSending: [2, 3],
    }),
  );
  const email = 'after-sending@client.test';
  const clientId = await aClient(owner, email);
  const bothSteps = await quoteTo(owner, clientId, dayIn(day + 7));
  const without = await quoteTo(owner, clientId, null);
  const id = await invoiceDue(owner, { clientId }, dayIn(day + 3));
  const { rows } = await world.sql('select id from invoice_lines where invoice_id = $1', [id]);
  const lines = [{ lineId: String(rows[0]?.id), quantity: 3 }];
  done(await owner(ops.CreditInvoiceDocument, { id, lines, reason: 'Less work' }));
  const kindsOf = async (quoteId: string) =>
    done(await owner(ops.QuoteRemindersDocument, { id: quoteId })).quote?.reminders?.map(
      ({ kind, days }) => `${kind} ${days}`,
    );
  goTo(world, at(day + 2, 9));
  await runReminders(world);
  expect(await kindsOf(bothSteps)).toEqual(['LAST_DAY -5']);
  expect(await kindsOf(without)).toEqual(['SENDING 2']);
  for (const each of [bothSteps, without])
    done(await owner(ops.WithdrawQuoteDocument, { id: each }));
  goTo(world, at(day + 3, 9));
  await runReminders(world);
  const mails = await remindersTo(world, email);
  expect(mails).toHaveLength(2);
  expect(mails[0]?.text).toContain('Gutters: $550.00; it waits for your answer');
  expect(mails[1]?.subject).toContain('is due today');
  for (const words of ['Total: $1,100.00', 'Credited: $330.00', 'Still to pay: $770.00'])
    expect(mails[1]?.text).toContain(words);
  expect(await kindsOf(without)).toEqual(['SENDING 2']);
});

it.each(['America/New_York', SYDNEY])(
  'nine o’clock is nine on the day the clocks change in %s',
  async (zone) => {
    done(await change({ timeZone: zone, invoiceReminderDays: [0], remindOfQuotes: false }));
    const nine = clockChangeAfter(DateTime.fromJSDate(world.clock.now(), { zone }));
    const email = `${zone.replace('/', '-').toLowerCase()}@client.test`;
    const clientId = await aClient(owner, email);
    const id = await invoiceDue(owner, { clientId }, nine.toISODate());
    goTo(world, nine.minus({ seconds: 1 }));
    await runReminders(world);
    expect((await ofInvoice(id))?.reminders).toEqual([]);
    goTo(world, nine);
    await runReminders(world);
    const [mail, ...more] = await remindersTo(world, email);
    expect(mail?.subject).toContain('is due today');
    expect(more).toEqual([]);
  },
);
