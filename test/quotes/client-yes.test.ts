import { sharesTo } from '../harness/jobs.js';
import { codeOf, quotedJob, quoteFacts, sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

// A quote of 1,000.00 for labour and, if the client likes, 333.33 for a mixer and 20.05 for a trap, all with 10 % tax.
const LINES = [
  { description: 'Plumber', groupName: 'Labour', unitPriceCents: 100_000, unitCostCents: 60_000 },
  {
    description: 'Mixer',
    groupName: 'Materials',
    unitPriceCents: 33_333,
    unitCostCents: 20_000,
    optional: true,
  },
  {
    description: 'Trap',
    groupName: 'Materials',
    unitPriceCents: 2_005,
    unitCostCents: 1_000,
    optional: true,
  },
];
const TERMS = 'Half a day of access is needed.\nPrices hold while stock lasts.';
const OWNER = 'owner@demo.jobglass.test';
const DAY_MS = 86_400_000;

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld({ sessionHours: 96 });
  owner = await world.as('owner');
});
afterAll(() => world.close());

type Quoted = Awaited<ReturnType<typeof quotedJob>>;

const mailsAbout = async (address: string, subject: RegExp) =>
  (await world.mails(address)).filter((mail) => subject.test(mail.subject));
const optionsOf = async (quoteId: string) =>
  (await quoteFacts(owner, quoteId)).lines.filter(({ optional }) => optional);
const publishedQuote = async ({ client, quoteId }: Quoted) => {
  const { data } = await client(ops.ClientPortalDocument);
  return data.portal?.job?.quotes?.find(({ id }) => id === quoteId);
};

describe('a client accepts a quote with options', () => {
  let job: Quoted;
  let optionalLineIds: string[];
  const accept = (ids: string[], name = 'Kim Client') =>
    job.client(ops.AcceptQuoteDocument, {
      quoteId: job.quoteId,
      version: 1,
      name,
      optionalLineIds: ids,
    });
  beforeAll(async () => {
    await owner(ops.UpdateBusinessDocument, { input: { quoteTerms: TERMS } });
    job = await quotedJob(world, owner, { lines: LINES });
    const [mixer] = await optionsOf(job.quoteId);
    optionalLineIds = [mixer?.id as string];
  });

  it('and reads its lines in groups, its terms, and a total without options', async () => {
    expect(await publishedQuote(job)).toMatchObject({
      terms: TERMS,
      totalCents: 110_000,
      answeredAt: null,
      lines: [
        { groupName: 'Labour', optional: false, chosen: true },
        { groupName: 'Materials', optional: true, chosen: false },
        { groupName: 'Materials', optional: true, chosen: false },
      ],
    });
  });

  it('and is told by the server what a choice costs, as staff are, to the cent', async () => {
    const variables = { quoteId: job.quoteId, version: 1, optionalLineIds };
    const forClient = await job.client(ops.QuoteTotalDocument, variables);
    expect(forClient.data.quoteTotal).toEqual({
      netCents: 133_333,
      taxCents: 13_333,
      totalCents: 146_666,
    });
    expect((await owner(ops.QuoteTotalDocument, variables)).data).toEqual(forClient.data);
    const stale = await job.client(ops.QuoteTotalDocument, { ...variables, version: 2 });
    expect(codeOf(stale)).toBe('QUOTE_NOT_ACCEPTABLE');
  });

  it('but not with a line that is no option of it', async () => {
    const all = (await quoteFacts(owner, job.quoteId)).lines.map(({ id }) => id);
    const refused = await accept(all);
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'optionalLineIds',
    });
    expect((await quoteFacts(owner, job.quoteId)).status).toBe('SENT');
  });

  it('and the acceptance binds the choice, on the page and for staff', async () => {
    const { data } = await accept(optionalLineIds);
    expect(data.acceptQuote.quote).toMatchObject({ status: 'ACCEPTED', totalCents: 146_666 });
    expect(await publishedQuote(job)).toMatchObject({
      status: 'ACCEPTED',
      answeredBy: 'Kim Client',
      answeredAt: expect.any(String),
      totalCents: 146_666,
      lines: [{ chosen: true }, { chosen: true }, { chosen: false }],
    });
    const facts = await quoteFacts(owner, job.quoteId);
    // The margin counts what was chosen: 1,333.33 less 600.00 and 200.00.
    expect(facts.marginCents).toBe(53_333);
    expect(facts.answers).toMatchObject([{ chosenLineIds: optionalLineIds, totalCents: 146_666 }]);
    const { data: prompt } = await owner(ops.SharePromptDocument, { jobId: job.jobId });
    expect(prompt.sharePrompt).toBeNull();
  });

  it('once: the same again changes nothing, another choice is refused', async () => {
    expect((await accept(optionalLineIds)).errors).toBeUndefined();
    expect(codeOf(await accept([]))).toBe('QUOTE_NOT_ACCEPTABLE');
    expect((await quoteFacts(owner, job.quoteId)).answers).toHaveLength(1);
  });

  it('and both sides get a copy with the chosen lines and the terms', async () => {
    await world.mailsTo(job.email, 3);
    const [copy, ...more] = await mailsAbout(job.email, /you accepted quote/);
    expect(more).toEqual([]);
    for (const text of ['Labour: Plumber', 'Materials: Mixer', '$1,466.66', TERMS.split('\n')[1]])
      expect(copy?.text).toContain(text);
    expect(copy?.text).not.toContain('Trap');
    expect(copy?.text).toContain('Kim Client');
    // Each mail has the accepted quote as PDF, so they do not go out at the same moment.
    const toStaff = await until(async () => (await mailsAbout(OWNER, /accepted quote/))[0]);
    expect(toStaff?.text).toContain('Materials: Mixer');
    expect(toStaff?.text).not.toContain('Trap');
  });

  it('and an invoice of it has the chosen lines only', async () => {
    const { data } = await owner(ops.CreateInvoiceDocument, { input: { quoteId: job.quoteId } });
    expect(data.createInvoice.invoice.totalCents).toBe(146_666);
    const undo = await owner(ops.UndoQuoteAcceptanceDocument, {
      quoteId: job.quoteId,
      reason: 'Mistake',
    });
    expect(codeOf(undo)).toBe('CONFLICT');
  });
});

describe('an acceptance is taken back', () => {
  it('with a reason: it stays on record, and the client can answer again', async () => {
    const job = await quotedJob(world, owner, { lines: LINES });
    const [mixer] = await optionsOf(job.quoteId);
    const answer = { quoteId: job.quoteId, version: 1, name: 'Kim Client' };
    const optionalLineIds = [mixer?.id as string];
    await job.client(ops.AcceptQuoteDocument, { ...answer, optionalLineIds });
    const undo = { quoteId: job.quoteId, reason: 'Kim tapped the wrong one', key: 'undo-1' };
    const { data } = await owner(ops.UndoQuoteAcceptanceDocument, undo);
    expect(data.undoQuoteAcceptance.quote).toMatchObject({ status: 'SENT', totalCents: 110_000 });
    expect((await owner(ops.UndoQuoteAcceptanceDocument, undo)).errors).toBeUndefined();
    expect(await publishedQuote(job)).toMatchObject({
      status: 'SENT',
      answeredAt: null,
      answeredBy: null,
      lines: [{ chosen: true }, { chosen: false }, { chosen: false }],
    });
    const facts = await quoteFacts(owner, job.quoteId);
    expect(facts.answer).toBeNull();
    expect(facts.answers).toMatchObject([
      { undoReason: 'Kim tapped the wrong one', undoneAt: expect.any(String), totalCents: 146_666 },
    ]);
    await world.mailsTo(job.email, 4);
    const [notice] = await mailsAbout(job.email, /no longer accepted/);
    expect(notice?.text).not.toContain('wrong one');
    const again = await job.client(ops.AcceptQuoteDocument, answer);
    expect(again.data.acceptQuote.quote).toMatchObject({ status: 'ACCEPTED', totalCents: 110_000 });
  });

  it('that staff recorded, which the client reads at once like its recording', async () => {
    const job = await quotedJob(world, owner);
    await owner(ops.AcceptQuoteAndCreateJobDocument, { quoteId: job.quoteId });
    expect(await publishedQuote(job)).toMatchObject({ status: 'ACCEPTED', answeredBy: null });
    await owner(ops.UndoQuoteAcceptanceDocument, { quoteId: job.quoteId, reason: 'Wrong quote' });
    expect((await publishedQuote(job))?.status).toBe('SENT');
    expect(await mailsAbout(job.email, /accepted/)).toEqual([]);
  });
});

it('a withdrawn quote cannot be answered, and the client reads that it was withdrawn', async () => {
  const job = await quotedJob(world, owner);
  const withdraw = () => owner(ops.WithdrawQuoteDocument, { id: job.quoteId });
  expect((await withdraw()).data.withdrawQuote.quote.status).toBe('WITHDRAWN');
  expect((await withdraw()).errors).toBeUndefined();
  expect((await publishedQuote(job))?.status).toBe('WITHDRAWN');
  const answer = { quoteId: job.quoteId, version: 1, name: 'Kim' };
  expect(codeOf(await job.client(ops.AcceptQuoteDocument, answer))).toBe('QUOTE_NOT_ACCEPTABLE');
});

it('an accepted quote joins a job of its client, with the options staff were told', async () => {
  const job = await quotedJob(world, owner);
  const quoteId = await sentQuote(owner, { clientId: job.clientId, lines: LINES });
  const [, trap] = await optionsOf(quoteId);
  const call = { quoteId, jobId: job.jobId, optionalLineIds: [trap?.id as string], key: 'join' };
  const { data } = await owner(ops.AcceptQuoteAndCreateJobDocument, call);
  const { quote, job: joined } = data.acceptQuoteAndCreateJob;
  expect([joined.id, quote.status, quote.totalCents]).toEqual([job.jobId, 'ACCEPTED', 112_206]);
  expect((await owner(ops.AcceptQuoteAndCreateJobDocument, call)).errors).toBeUndefined();
  const other = await owner(ops.AcceptQuoteAndCreateJobDocument, { ...call, optionalLineIds: [] });
  expect(codeOf(other)).toBe('CONFLICT');
  const elsewhere = await quotedJob(world, owner);
  const refused = await owner(ops.AcceptQuoteAndCreateJobDocument, {
    quoteId,
    jobId: elsewhere.jobId,
  });
  expect(codeOf(refused)).toBe('CONFLICT');
});

it('a quote that is made twice with one key is made once', async () => {
  const input = { title: 'New sink', lines: LINES, newClient: { name: 'Una Once' } };
  const [one, two] = await Promise.all([
    owner(ops.CreateQuoteDocument, { input, key: 'sink' }),
    owner(ops.CreateQuoteDocument, { input, key: 'sink' }),
  ]);
  expect(two.data.createQuote.quote.id).toBe(one.data.createQuote.quote.id);
  const { rows } = await world.sql("select 1 from clients where name = 'Una Once'");
  expect(rows).toHaveLength(1);
});

it('a quote of options only can be sent, and is accepted with at least one of them', async () => {
  const job = await quotedJob(world, owner, { lines: LINES.slice(1) });
  const answer = { quoteId: job.quoteId, version: 1, name: 'Kim' };
  expect((await publishedQuote(job))?.totalCents).toBe(0);
  const none = await job.client(ops.AcceptQuoteDocument, answer);
  expect(none.errors?.[0]?.extensions).toMatchObject({ field: 'optionalLineIds' });
  const [mixer] = await optionsOf(job.quoteId);
  const optionalLineIds = [mixer?.id as string];
  const { data } = await job.client(ops.AcceptQuoteDocument, { ...answer, optionalLineIds });
  expect(data.acceptQuote.quote?.totalCents).toBe(36_666);
});

// The last, since it moves the clock.
it('an expired quote is sent again by a day only, and the mail says so', async () => {
  await owner(ops.UpdateBusinessDocument, { input: { quoteValidityDays: 1 } });
  const job = await quotedJob(world, owner, { lines: LINES });
  const before = await quoteFacts(owner, job.quoteId);
  world.clock.advance(2.5 * DAY_MS);
  expect((await quoteFacts(owner, job.quoteId)).status).toBe('EXPIRED');
  const late = await owner(ops.SendQuoteAgainDocument, {
    id: job.quoteId,
    validUntil: before.validUntil,
  });
  expect(late.errors?.[0]?.extensions).toMatchObject({ field: 'validUntil' });
  const call = { id: job.quoteId, key: 'again-1' };
  const { data } = await owner(ops.SendQuoteAgainDocument, call);
  const repeated = await owner(ops.SendQuoteAgainDocument, call);
  expect(repeated.data.sendQuoteAgain.deliveries).toEqual(data.sendQuoteAgain.deliveries);
  const { quote } = data.sendQuoteAgain;
  expect([quote.status, quote.version, quote.lines]).toEqual(['SENT', 2, before.lines]);
  expect(String(quote.validUntil) > String(before.validUntil)).toBe(true);
  await world.mailsTo(job.email, 3);
  const mails = await mailsAbout(job.email, /: quote \d+, /);
  expect(mails[0]?.text).toContain('It is unchanged; only its last day is new.');
  const accepted = await job.client(ops.AcceptQuoteDocument, {
    quoteId: job.quoteId,
    version: 2,
    name: 'Kim',
  });
  expect(accepted.data.acceptQuote.quote?.status).toBe('ACCEPTED');
  expect(await sharesTo(world, job.email)).not.toEqual([]);
  expect(codeOf(await owner(ops.SendQuoteAgainDocument, { id: job.quoteId }))).toBe('CONFLICT');
});

it('no choice of options adds up to more than can be paid', async () => {
  const priced = (unitPriceCents: number, optional: boolean) => ({
    ...{ description: 'Crane', quantity: 12, unitPriceCents, optional },
  });
  const lines = [priced(100_000_000, true), priced(100_000_000, true), priced(-100_000_000, true)];
  const newClient = { name: 'Kim', email: 'crane@client.test' };
  const input = { title: 'Crane', newClient, lines };
  const { errors } = await owner(ops.CreateQuoteDocument, { input });
  expect(errors?.[0]?.extensions).toMatchObject({
    ...{ code: 'VALIDATION_FAILED', field: 'input.lines' },
  });
  // One that was made before that was checked.
  const small = { ...input, lines: lines.map((line) => ({ ...line, quantity: 1 })) };
  const { data } = await owner(ops.CreateQuoteDocument, { input: small });
  const { id } = data.createQuote.quote;
  await world.sql('update quote_lines set net_cents = net_cents * 12 where quote_id = $1', [id]);
  const optionalLineIds = data.createQuote.quote.lines.slice(0, 2).map((line) => line.id);
  const total = await owner(ops.QuoteTotalDocument, { quoteId: id, version: 1, optionalLineIds });
  expect(codeOf(total)).toBe('NUMBER_TOO_LARGE');
});
