import { promptOf, sharesTo } from '../harness/jobs.js';
import { type Ask, type Mail, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

/** What people may be called and may write, in case it means something to a mail program. */
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

/** One mail of each kind and each shade of it, sent as people's doings send it; its name says which. */
export async function everyLetter(world: World): Promise<Record<string, Mail>> {
  const owner = await world.as('owner');
  const [reply, declined, asked] = await ofEnquiries(world, owner);
  const { data } = await owner(ops.CreateClientDocument, { input: { name: CLIENT, email: ZOE } });
  const clientId = data.createClient.client.id;
  const quote = await ofStandingQuote(world, owner, clientId);
  const job = await jobOf(owner, clientId);
  const [first, again] = await ofShares(world, owner, job);
  const client = world.withToken(tokenIn(again));
  const answers = await ofAnswers(world, owner, client, job);
  const linked = await ofQuoteOnJob(world, owner, job);
  const invoice = await ofInvoice(world, owner, job);
  const [toClient, toStaff] = await ofMessages(world, owner, client, job);
  return {
    'enquiry-new': asked,
    'enquiry-reply': reply,
    'enquiry-declined': declined,
    quote,
    'quote-with-link': linked,
    'share-first': first,
    'share-again': again,
    ...answers,
    invoice,
    'invoice-itself': await ofInvoiceItself(world, owner, clientId),
    'messages-to-client': toClient,
    'messages-to-staff': toStaff,
  };
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
    await mailAbout(world, 'asks@client.test', /your enquiry/),
    await mailAbout(world, 'ned@client.test', /your enquiry/),
    await mailAbout(world, OWNER, /New enquiry from Zoë/),
  ];
}

async function ofStandingQuote(world: World, owner: Ask, clientId: string): Promise<Mail> {
  const input = { clientId, title: 'Two ceiling fans', lines: LINES, validUntil: '2031-10-01' };
  const { createQuote } = await done(owner, ops.CreateQuoteDocument, { input });
  await done(owner, ops.SendQuoteDocument, { id: createQuote.quote.id });
  return mailAbout(world, ZOE, /Two ceiling fans/);
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
    quoteIds.push(await quoted(owner, jobId, title));
  return { jobId, quoteIds };
}

async function quoted(owner: Ask, jobId: string, title: string): Promise<string> {
  const input = { jobId, title, lines: LINES };
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

/** The newest mail of a share, once there are so many. */
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
  await done(client, ops.AcceptQuoteDocument, { ...versionOf(accepted), name: CLIENT });
  const reason = 'Not this year.\nThank you all the same!';
  await done(client, ops.DeclineQuoteDocument, { ...versionOf(declined), reason });
  const message = 'Could the alarms be <white> & flat?';
  await done(client, ops.RequestQuoteChangesDocument, { ...versionOf(changed), message });
  return {
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
    (await world.mails(ZOE)).filter(({ subject }) => /: invoice/.test(subject));
  await newest(invoices, 1);
  await done(owner, ops.RecordPaymentDocument, { invoiceId: id, amountCents: 50_000 });
  await done(owner, ops.SendInvoiceDocument, { id });
  return newest(invoices, 2);
}

/** A quote that was sent on a job which its client has in front of it. */
async function ofQuoteOnJob(world: World, owner: Ask, { jobId }: OneJob): Promise<Mail> {
  await quoted(owner, jobId, 'Outdoor lights');
  return mailAbout(world, ZOE, /Outdoor lights/);
}

/** An invoice of a job that was never shared: there is nothing to open, so the mail says it all. */
async function ofInvoiceItself(world: World, owner: Ask, clientId: string): Promise<Mail> {
  const { createJob } = await done(owner, ops.CreateJobDocument, {
    input: { clientId, title: 'Call-out' },
  });
  const { createInvoice } = await done(owner, ops.CreateInvoiceDocument, {
    input: { jobId: createJob.job.id, title: 'Call-out', dueOn: '2031-12-31', lines: LINES },
  });
  await done(owner, ops.SendInvoiceDocument, { id: createInvoice.invoice.id });
  return mailAbout(world, ZOE, /Call-out/);
}

async function ofMessages(world: World, owner: Ask, client: Ask, { jobId }: OneJob) {
  await done(owner, ops.SetClientMessagesDocument, { jobId, enabled: true });
  for (const body of ['We come at nine.', 'Is the <side gate> open?'])
    await done(owner, ops.SendMessageDocument, { jobId, body });
  const toClient = await mailAbout(world, ZOE, /messages? about/);
  await done(client, ops.SendMessageDocument, { jobId, body: 'The key is with Ned & Söhne.' });
  return [toClient, await mailAbout(world, OWNER, /on job/)] as const;
}
