import { v7 } from 'uuid';
import { inHours, scheduledJob, shared } from '../harness/jobs.js';
import { sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, tokenIn, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

const DAY_MS = 86_400_000;

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

interface Item {
  kind: string;
  quote: { id: string } | null;
  invoice: { id: string } | null;
  job: { id: string; unreadMessages: number } | null;
}
const QUERY = '{ attention { kind quote { id } invoice { id } job { id unreadMessages } } }';

/** What waits for this person: kinds with IDs. */
async function waiting(person: Ask = owner): Promise<string[]> {
  const { data, errors } = await person<{ attention: Item[] }, object>(QUERY);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.attention.map(
    ({ kind, quote, invoice, job }) => `${kind} ${(quote ?? invoice ?? job)?.id}`,
  );
}

/** A quote that was sent to a client of its own, and the client. */
async function quoteToClient() {
  const email = `${v7()}@client.test`;
  const id = await sentQuote(owner, { newClient: { name: 'Kim Client', email } });
  const [mail] = await world.mailsTo(email, 1);
  return { id, client: world.withToken(tokenIn(mail)) };
}

it('an acceptance waits until a visit of its job is scheduled', async () => {
  const { id, client } = await quoteToClient();
  expect(await waiting()).not.toContain(`QUOTE_ANSWERED ${id}`);
  await client(ops.AcceptQuoteDocument, { quoteId: id, version: 1, name: 'Kim' });
  expect(await waiting()).toContain(`QUOTE_ANSWERED ${id}`);
  expect(await waiting(await world.as('finance'))).toContain(`QUOTE_ANSWERED ${id}`);

  const { data } = await owner(ops.AcceptQuoteAndCreateJobDocument, { quoteId: id });
  const jobId = data.acceptQuoteAndCreateJob.job.id;
  expect(await waiting()).toContain(`QUOTE_ANSWERED ${id}`);
  await owner(ops.ScheduleVisitDocument, {
    input: { jobId, startsAt: inHours(24), endsAt: inHours(26) },
  });
  expect(await waiting()).not.toContain(`QUOTE_ANSWERED ${id}`);
});

it('a declined quote waits until a new version is sent; an acceptance on paper is known already', async () => {
  const { id, client } = await quoteToClient();
  await client(ops.DeclineQuoteDocument, { quoteId: id, version: 1, reason: 'Too dear' });
  expect(await waiting()).toContain(`QUOTE_ANSWERED ${id}`);
  await owner(ops.UpdateQuoteDocument, { input: { id, title: 'Fewer taps' } });
  await owner(ops.SendQuoteDocument, { id });
  expect(await waiting()).not.toContain(`QUOTE_ANSWERED ${id}`);

  const other = await quoteToClient();
  await owner(ops.AcceptQuoteAndCreateJobDocument, { quoteId: other.id });
  expect(await waiting()).not.toContain(`QUOTE_ANSWERED ${other.id}`);
});

it('messages wait until somebody has read them', async () => {
  const job = await scheduledJob(owner);
  await owner(
    'mutation ($id: ID!) { setClientMessages(jobId: $id, enabled: true) { job { id } } }',
    {
      id: job.jobId,
    },
  );
  const { client } = await shared(world, owner, job, ['STATUS', 'SCHEDULE']);
  await client(ops.SendMessageDocument, { jobId: job.jobId, body: 'Are you coming?' });
  await client(ops.SendMessageDocument, { jobId: job.jobId, body: 'Hello?' });
  const { data } = await owner<{ attention: Item[] }, object>(QUERY);
  const [item] = data.attention.filter((each) => each.job?.id === job.jobId);
  expect(item).toMatchObject({ kind: 'MESSAGE_UNREAD', job: { unreadMessages: 2 } });
  await owner('mutation ($id: ID!) { markMessagesRead(jobId: $id) { read } }', { id: job.jobId });
  expect(await waiting()).not.toContain(`MESSAGE_UNREAD ${job.jobId}`);
});

it('an invoice waits from the day after it was due until it is paid', async () => {
  const { jobId } = await scheduledJob(owner);
  const { data } = await owner(ops.CreateInvoiceDocument, {
    input: { jobId, title: 'Taps', lines: [{ description: 'Labour', unitPriceCents: 120_000 }] },
  });
  const { id } = data.createInvoice.invoice;
  await owner(ops.SendInvoiceDocument, { id, handedOver: true });
  expect(await waiting()).not.toContain(`INVOICE_OVERDUE ${id}`);
  await world.sql(
    'update invoices set due_on = due_on - 60, issued_on = issued_on - 60 where id = $1',
    [id],
  );
  expect(await waiting()).toContain(`INVOICE_OVERDUE ${id}`);
  await owner(ops.RecordPaymentDocument, { invoiceId: id, amountCents: 132_000, key: v7() });
  expect(await waiting()).not.toContain(`INVOICE_OVERDUE ${id}`);
});

it('an answer that nothing followed is forgotten after two weeks', async () => {
  const { id, client } = await quoteToClient();
  await client(ops.AcceptQuoteDocument, { quoteId: id, version: 1, name: 'Kim' });
  world.clock.advance(16 * DAY_MS);
  const later = await world.as('supervisor');
  expect(await waiting(later)).not.toContain(`QUOTE_ANSWERED ${id}`);
});

it('nothing of another business waits, and those on the tools are not asked', async () => {
  const stranger = await world.as('soletrader');
  const mine = await waiting(await world.as('admin'));
  const theirs = await waiting(stranger);
  expect(theirs.filter((each) => mine.includes(each))).toEqual([]);
  for (const person of ['tradie', 'apprentice'] as const) {
    const { errors } = await (await world.as(person))(QUERY);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
});

it('the bare address leads to the console', async () => {
  const answer = await fetch(`${world.url}/`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/console']);
});
