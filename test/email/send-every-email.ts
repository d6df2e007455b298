import { promptOf, sharesTo } from '../harness/jobs.js';
import { insertColleague } from '../harness/staff.js';
import { type Ask, type Mail, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { letterOfNewLink } from './new-links.js';
import { lettersToStaff } from './send-letters-to-staff.js';
import { lettersOfReminders } from './send-reminders.js';

/** Names and texts with characters that are special in emails. */
const CLIENT = `Zoë <b>O'Marsh</b> & Co`;
const ZOE = 'zoe@client.test';
const OWNER = 'owner@demo.jobglass.test';
const FAR = { startsAt: '2031-11-03T22:00:00Z', endsAt: '2031-11-04T01:00:00Z' };
const SOON = { startsAt: '2031-11-06T22:30:00Z', endsAt: '2031-11-07T01:00:00Z' };
const LATER = { startsAt: '2031-11-10T02:00:00Z', endsAt: '2031-11-10T04:30:00Z' };
const LINES = [
  { description: 'Switchboard with 16 safety switches', unitPriceCents: 98_000 },
  { description: 'Licensed electrician <hours>', quantity: 6.5, unitPriceCents: 11_500 },
];

/** Lines in groups, one of them for the client to choose. */
const OPTIONS = [
  ...LINES.map((line) => ({ ...line, groupName: 'Board & labour' })),
  { description: 'Surge <protection>', unitPriceCents: 12_345, optional: true },
];
const TERMS = 'Half is due with the order.\nPower is off for <one> day.';

/** Sends one email of each kind and variant, by using the API; the key is its name. */
export async function everyLetter(world: World): Promise<Record<string, Mail>> {
  const owner = await world.as('owner');
  const [reply, declined, asked] = await ofEnquiries(world, owner);
  const { data } = await owner(ops.CreateClientDocument, { input: { name: CLIENT, email: ZOE } });
  const clientId = data.createClient.client.id;
  const [quote, quoteAgain] = await ofStandingQuote(world, owner, clientId);
  const job = await jobOf(owner, clientId);
  const [first, again] = await ofShares(world, owner, job);
  const client = world.withToken(tokenIn(again));
  const answers = await ofAnswers(world, owner, client, job);
  const linked = await ofQuoteOnJob(world, owner, job);
  const invoice = await ofInvoice(world, owner, job);
  const [visits, visitsChanged] = await ofVisits(world, owner);
  const people = await lettersToStaff(world);
  const [toClient, toStaff] = await ofMessages(world, owner, client, job);
  const letters = {
    registration: await ofRegistration(world, 'rita@client.test', /Set up/),
    'registration-known': await ofRegistration(world, OWNER, /already/),
    'enquiry-new': asked,
    'enquiry-reply': reply,
    'enquiry-declined': declined,
    quote,
    'quote-again': quoteAgain,
    'quote-with-link': linked,
    'share-first': first,
    'share-again': again,
    ...answers,
    ...people,
    invoice,
    'invoice-itself': await ofInvoiceItself(world, owner, clientId),
    ...(await ofChangedInvoice(world, owner, job)),
    'messages-to-client': toClient,
    'messages-to-staff': toStaff,
    visits,
    'visits-changed': visitsChanged,
  };
  const newLink = await letterOfNewLink(world, owner);
  // Last, since they move the clock by years.
  const [one, several] = await lettersOfReminders(world, owner, { id: clientId, email: ZOE });
  return { ...letters, 'new-link': newLink, reminder: one, 'reminder-several': several };
}

async function ofRegistration(world: World, email: string, subject: RegExp): Promise<Mail> {
  await done(world.asVisitor, ops.RequestRegistrationDocument, { email });
  return mailAbout(world, email, subject);
}

function mailAbout(world: World, address: string, subject: RegExp): Promise<Mail> {
  return until(async () => (await world.mails(address)).find((mail) => subject.test(mail.subject)));
}

async function done<T, V>(ask: Ask, ...asked: Parameters<typeof ask<T, V>>): Promise<T> {
  const { data, errors } = await ask(...asked);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function ofEnquiries(world: World, owner: Ask): Promise<[Mail, Mail, Mail]> {
  const ask = async (name: string, email: string) => {
    const input = { name, email, message: 'Can you fit two ceiling fans?' };
    await done(world.asVisitor, ops.SubmitEnquiryDocument, { slug: 'bright-spark', input });
    const { enquiries } = await done(owner, ops.EnquiriesDocument, { status: 'NEW' });
    return enquiries.nodes.find((each) => each.email === email)?.id as string;
  };
  const answered = await ask(CLIENT, 'asks@client.test');
  const body = 'Thank you for asking!\n\nWe look at the ceiling first: <b>Tuesday</b> at nine?';
  await done(owner, ops.ReplyToEnquiryDocument, { id: answered, body });
  const turnedDown = await ask('Ned', 'ned@client.test');
  const reason = 'We are booked out until spring, and your fans should not wait that long.';
  await done(owner, ops.DeclineEnquiryDocument, { id: turnedDown, reason });
  return [
    await mailAbout(world, 'asks@client.test', /your enquiry|استفسارك/),
    await mailAbout(world, 'ned@client.test', /your enquiry|استفسارك/),
    await mailAbout(world, OWNER, /New enquiry from Zoë/),
  ];
}

/** A quote without a job, and the same sent again with a new last day. */
async function ofStandingQuote(world: World, owner: Ask, clientId: string): Promise<[Mail, Mail]> {
  const input = {
    clientId,
    title: 'Two ceiling fans',
    lines: OPTIONS,
    validUntil: '2031-10-01',
    depositPercent: 30,
  };
  const { createQuote } = await done(owner, ops.CreateQuoteDocument, { input });
  const { id } = createQuote.quote;
  await withPortalOff(owner, () => done(owner, ops.SendQuoteDocument, { id }));
  const fans = async () =>
    (await world.mails(ZOE)).filter(({ subject }) => /Two ceiling fans/.test(subject));
  const first = await newest(fans, 1);
  await done(owner, ops.SendQuoteAgainDocument, { id, validUntil: '2031-12-01' });
  return [first, await newest(fans, 2)];
}

/** While the portal is off, mails contain what they are about. */
async function withPortalOff(owner: Ask, send: () => Promise<unknown>): Promise<void> {
  await done(owner, ops.SwitchPortalDocument, { on: false });
  await send();
  await done(owner, ops.SwitchPortalDocument, { on: true });
}

interface OneJob {
  jobId: string;
  quoteIds: string[];
}

async function jobOf(owner: Ask, clientId: string): Promise<OneJob> {
  const input = { clientId, title: 'Switchboard <upgrade>' };
  const { createJob } = await done(owner, ops.CreateJobDocument, { input });
  const jobId = createJob.job.id;
  await done(owner, ops.ScheduleVisitDocument, { input: { jobId, ...FAR } });
  const quoteIds: string[] = [];
  for (const title of ['Safety switches', 'Surge protection', 'Smoke alarms'])
    quoteIds.push(await quoted(owner, jobId, title, { lines: OPTIONS, terms: TERMS }));
  return { jobId, quoteIds };
}

async function quoted(owner: Ask, jobId: string, title: string, more = {}): Promise<string> {
  const input = { jobId, title, lines: LINES, ...more };
  const { createQuote } = await done(owner, ops.CreateQuoteDocument, { input });
  await done(owner, ops.SendQuoteDocument, { id: createQuote.quote.id });
  return createQuote.quote.id;
}

async function ofShares(world: World, owner: Ask, { jobId }: OneJob): Promise<[Mail, Mail]> {
  const { scheduleVisit } = await done(owner, ops.ScheduleVisitDocument, {
    input: { jobId, ...SOON },
  });
  const second = await done(owner, ops.ScheduleVisitDocument, { input: { jobId, ...LATER } });
  const { addTodo } = await done(owner, ops.AddTodoDocument, {
    input: { jobId, title: 'Order the switchboard' },
  });
  await shareAll(owner, jobId, null);
  const first = await shareMail(world, 1);
  const body = 'Power is off from 9 to noon.\nPlease empty the freezer, or ask us for a generator.';
  await done(owner, ops.AddNoteDocument, { input: { jobId, body, internal: false } });
  await done(owner, ops.SetJobStatusDocument, { jobId, status: 'IN_PROGRESS' });
  await done(owner, ops.RemoveTodoDocument, { id: addTodo.todo.id });
  await done(owner, ops.RescheduleVisitDocument, { id: scheduleVisit.visit.id, ...LATER });
  await done(owner, ops.CancelVisitDocument, { id: second.scheduleVisit.visit.id });
  await shareAll(owner, jobId, 'Hi Zoë,\n\nwe start on <Monday> & look forward to it.\n\nOlivia');
  return [first, await shareMail(world, 2)];
}

/** Waits for so many share emails and returns the newest. */
function shareMail(world: World, count: number): Promise<Mail> {
  return newest(() => sharesTo(world, ZOE), count);
}

function newest(list: () => Promise<Mail[]>, count: number): Promise<Mail> {
  return until(async () => {
    const mails = await list();
    return mails.length >= count && mails[0];
  });
}

async function shareAll(owner: Ask, jobId: string, message: string | null): Promise<void> {
  const prompt = await promptOf(owner, jobId);
  const items = (prompt?.items ?? []).filter(({ change }) => change !== 'GONE');
  const revision = prompt?.revision as number;
  await done(owner, ops.ShareWithClientDocument, {
    input: { jobId, revision, items: items.map(({ key }) => key), message },
  });
}

async function ofAnswers(world: World, owner: Ask, client: Ask, { quoteIds }: OneJob) {
  const [accepted, declined, changed] = await Promise.all(
    quoteIds.map(async (id) => {
      const { quote } = await done(owner, ops.QuoteDocument, { id });
      return { quoteId: id, version: quote?.version as number };
    }),
  );
  const { quote } = await done(owner, ops.QuoteDocument, { id: versionOf(accepted).quoteId });
  const optionalLineIds = quote?.lines.filter(({ optional }) => optional).map(({ id }) => id);
  const acceptance = { ...versionOf(accepted), name: CLIENT, optionalLineIds };
  await done(client, ops.AcceptQuoteDocument, acceptance);
  const reason = 'Not this year.\nThank you all the same!';
  await done(client, ops.DeclineQuoteDocument, { ...versionOf(declined), reason });
  const message = 'Could the alarms be <white> & flat?';
  await done(client, ops.RequestQuoteChangesDocument, { ...versionOf(changed), message });
  const copy = await mailAbout(world, ZOE, /you accepted quote|لقد قبلت/);
  const undo = { quoteId: acceptance.quoteId, reason: 'Zoë tapped the wrong one' };
  await done(owner, ops.UndoQuoteAcceptanceDocument, undo);
  return {
    'quote-copy': copy,
    'quote-reopened': await mailAbout(world, ZOE, /no longer accepted|لم يعد مقبولًا/),
    'quote-accepted': await mailAbout(world, OWNER, /accepted quote/),
    'quote-declined': await mailAbout(world, OWNER, /declined quote/),
    'quote-changes': await mailAbout(world, OWNER, /asked for changes to quote/),
  };
}

function versionOf(quote: { quoteId: string; version: number } | undefined) {
  return quote as { quoteId: string; version: number };
}

async function ofInvoice(world: World, owner: Ask, { jobId }: OneJob): Promise<Mail> {
  const input = { jobId, title: 'Deposit', dueOn: '2031-11-30', lines: LINES };
  const { createInvoice } = await done(owner, ops.CreateInvoiceDocument, { input });
  const { id } = createInvoice.invoice;
  await done(owner, ops.SendInvoiceDocument, { id });
  const invoices = async () =>
    (await world.mails(ZOE)).filter(({ subject }) => /: (invoice|الفاتورة)/.test(subject));
  await newest(invoices, 1);
  await done(owner, ops.RecordPaymentDocument, { invoiceId: id, amountCents: 50_000 });
  await done(owner, ops.SendInvoiceDocument, { id });
  return newest(invoices, 2);
}

/** Sends a quote on a job whose client has the portal open. */
async function ofQuoteOnJob(world: World, owner: Ask, { jobId }: OneJob): Promise<Mail> {
  await quoted(owner, jobId, 'Outdoor lights');
  return mailAbout(world, ZOE, /Outdoor lights/);
}

/** Sends an invoice of a job that was never shared, so its email has no link. */
async function ofInvoiceItself(world: World, owner: Ask, clientId: string): Promise<Mail> {
  const { createJob } = await done(owner, ops.CreateJobDocument, {
    input: { clientId, title: 'Call-out' },
  });
  const { createInvoice } = await done(owner, ops.CreateInvoiceDocument, {
    input: { jobId: createJob.job.id, title: 'Call-out', dueOn: '2031-12-31', lines: LINES },
  });
  await withPortalOff(owner, () =>
    done(owner, ops.SendInvoiceDocument, { id: createInvoice.invoice.id }),
  );
  return mailAbout(world, ZOE, /Call-out/);
}

/** Changes a sent invoice and sends it again with words of its own; then credits a line that was paid. */
async function ofChangedInvoice(world: World, owner: Ask, { jobId }: OneJob) {
  const input = { jobId, title: 'Garden lights', dueOn: '2031-12-31', lines: LINES };
  const { createInvoice } = await done(owner, ops.CreateInvoiceDocument, { input });
  const { id } = createInvoice.invoice;
  await done(owner, ops.SendInvoiceDocument, { id });
  await mailAbout(world, ZOE, /Garden lights/);
  const lines = [
    { ...LINES[1], quantity: 8 },
    { description: 'Lamps <LED>', unitPriceCents: 4_500 },
  ];
  const change = { id, dueOn: '2032-01-15', lines: lines as ops.InvoiceLineInput[] };
  await done(owner, ops.UpdateInvoiceDocument, { input: change });
  const words = { subject: 'Garden lights: as agreed', message: 'Hi Zoë,\n\nas <agreed> today.' };
  await done(owner, ops.SendInvoiceWithWordsDocument, { id, ...words });
  const changed = await mailAbout(world, ZOE, /as agreed/);
  const { data } = await owner(ops.InvoiceWholeByIdDocument, { id });
  const paid = data.invoice as { owedCents: number; lines: { id: string }[] };
  await done(owner, ops.RecordPaymentDocument, { invoiceId: id, amountCents: paid.owedCents });
  await done(owner, ops.CreditInvoiceDocument, {
    id,
    reason: 'Two of the lamps were broken.',
    lines: [{ lineId: paid.lines[1]?.id as string }],
  });
  return {
    'invoice-changed': changed,
    'credit-note': await mailAbout(world, ZOE, /credit note|الإشعار الدائن/),
  };
}

/** Puts somebody on a visit; then moves it, puts them on two more and takes one back. */
async function ofVisits(world: World, owner: Ask): Promise<[Mail, Mail]> {
  const email = 'tess@staff.test';
  const tess = await insertColleague(world, { name: 'Tess <Tradie>', email, role: 'TRADIE' });
  const { createJob } = await done(owner, ops.CreateJobDocument, {
    input: { title: 'Sauna & <spa>', siteAddress: '7 Steam Street, Newtown' },
  });
  const schedule = async (times: typeof SOON) => {
    const input = {
      jobId: createJob.job.id,
      assigneeIds: [tess.id],
      ...times,
    };
    return (await done(owner, ops.ScheduleVisitDocument, { input })).scheduleVisit.visit.id;
  };
  const mails = () => world.mails(email);
  const moving = await schedule(SOON);
  const leaving = await schedule(FAR);
  const first = await newest(mails, 1);
  await done(owner, ops.RescheduleVisitDocument, { id: moving, ...LATER });
  await done(owner, ops.CancelVisitDocument, { id: leaving });
  const added = await schedule(SOON);
  await schedule(FAR);
  await done(owner, ops.AssignVisitDocument, { id: added, assigneeIds: [] });
  return [first, await newest(mails, 2)];
}

async function ofMessages(world: World, owner: Ask, client: Ask, { jobId }: OneJob) {
  await done(owner, ops.SetClientMessagesDocument, { jobId, enabled: true });
  for (const body of ['We come at nine.', 'Is the <side gate> open?'])
    await done(owner, ops.SendMessageDocument, { jobId, body });
  const toClient = await mailAbout(world, ZOE, /messages? about|رسالتان بشأن/);
  await done(client, ops.SendMessageDocument, { jobId, body: 'The key is with Ned & Söhne.' });
  return [toClient, await mailAbout(world, OWNER, /on job/)] as const;
}
