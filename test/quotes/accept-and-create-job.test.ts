import { inHours, scheduledJob } from '../harness/jobs.js';
import { codeOf, LINES, quotedJob, quoteFacts, sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, tokenIn, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
let supervisor: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  supervisor = await world.as('supervisor');
});
afterAll(() => world.close());

const acceptAndCreate = (ask: Ask, quoteId: string) =>
  ask(ops.AcceptQuoteAndCreateJobDocument, { quoteId });
const forNewClient = (email: string | null = null) => ({ newClient: { name: 'Kim', email } });

describe('Accept & Create Job', () => {
  it('creates the job of the quote, for its client, and the first visit raises the prompt', async () => {
    const quoteId = await sentQuote(supervisor, forNewClient('kim-creates@client.test'));
    const { data, errors } = await acceptAndCreate(supervisor, quoteId);
    expect(errors).toBeUndefined();
    const { job, quote, sharePrompt, sharePromptStatus } = data.acceptQuoteAndCreateJob;
    expect(job).toMatchObject({ title: 'New taps', status: 'NEW' });
    expect([sharePrompt, sharePromptStatus]).toEqual([null, 'NOT_SCHEDULED']);
    expect(quote).toMatchObject({ status: 'ACCEPTED' });
    expect(quote.answer).toMatchObject({
      kind: 'ACCEPTED',
      name: null,
      recordedBy: { name: 'Sue Supervisor' },
      digest: quote.versions?.[0]?.digest,
    });
    const { data: visited } = await supervisor(ops.ScheduleVisitDocument, {
      input: { jobId: job.id, startsAt: inHours(24), endsAt: inHours(26) },
    });
    expect(visited.scheduleVisit.sharePromptStatus).toBe('PENDING');
    const offered = visited.scheduleVisit.sharePrompt?.items ?? [];
    expect(offered.find(({ key }) => key === `QUOTE:${quoteId}`)).toMatchObject({
      preselected: true,
    });
  });

  it('returns the same job when it is repeated, or done twice at once', async () => {
    const quoteId = await sentQuote(owner, forNewClient());
    const answers = await Promise.all(
      [owner, supervisor, owner, supervisor].map((ask) => acceptAndCreate(ask, quoteId)),
    );
    answers.push(await acceptAndCreate(owner, quoteId));
    expect(answers.map(codeOf)).toEqual(Array(5).fill(undefined));
    const ids = answers.map(({ data }) => data.acceptQuoteAndCreateJob.job.id);
    expect(new Set(ids).size).toBe(1);
    expect((await quoteFacts(owner, quoteId)).answers).toHaveLength(1);
    const { rows } = await world.sql(
      'select count(distinct job_id)::int as jobs from quotes where id = $1',
      [quoteId],
    );
    expect(rows[0]?.jobs).toBe(1);
  });

  it('creates no second job for a quote of a job, but records the acceptance', async () => {
    const { jobId } = await scheduledJob(owner);
    const quoteId = await sentQuote(owner, { jobId });
    const { data } = await acceptAndCreate(owner, quoteId);
    expect(data.acceptQuoteAndCreateJob).toMatchObject({
      job: { id: jobId },
      quote: { status: 'ACCEPTED' },
      sharePromptStatus: 'PENDING',
    });
  });

  it('returns the job of a quote that its client has already accepted', async () => {
    const { client, jobId, quoteId } = await quotedJob(world, owner);
    await client(ops.AcceptQuoteDocument, { quoteId, version: 1, name: 'Kim Client' });
    const { data } = await acceptAndCreate(owner, quoteId);
    expect(data.acceptQuoteAndCreateJob.job.id).toBe(jobId);
    expect(data.acceptQuoteAndCreateJob.quote.answer?.name).toBe('Kim Client');
  });

  it('accepts a draft with a price as agreed verbally, and none without', async () => {
    const draft = async (lines: typeof LINES) => {
      const { data } = await owner(ops.CreateQuoteDocument, {
        input: { title: 'On the spot', lines, ...forNewClient() },
      });
      return data.createQuote.quote.id;
    };
    const priced = await acceptAndCreate(owner, await draft(LINES));
    expect(priced.data.acceptQuoteAndCreateJob.quote).toMatchObject({
      status: 'ACCEPTED',
      versions: [{ version: 1, status: 'ACCEPTED' }],
    });
    const unpriced = await draft([]);
    expect(codeOf(await acceptAndCreate(owner, unpriced))).toBe('CONFLICT');
    expect(await quoteFacts(owner, unpriced)).toMatchObject({ status: 'DRAFT', answers: [] });
  });

  it('is refused for a declined quote, and for an unknown one', async () => {
    const { client, quoteId } = await quotedJob(world, owner);
    await client(ops.DeclineQuoteDocument, { quoteId, version: 1 });
    const soletrader = await world.as('soletrader');
    const theirs = await sentQuote(soletrader, forNewClient());
    const refused = [
      await acceptAndCreate(owner, quoteId),
      await acceptAndCreate(owner, theirs),
      await acceptAndCreate(owner, 'nonsense'),
    ];
    expect(refused.map(codeOf)).toEqual(['CONFLICT', 'NOT_FOUND', 'NOT_FOUND']);
  });
});

describe('sending a quote', () => {
  it('without a job emails its total and a link to the client, once', async () => {
    const email = 'kim-reads@client.test';
    const quoteId = await sentQuote(owner, forNewClient(email));
    await owner(ops.SendQuoteDocument, { id: quoteId });
    const [mail, ...more] = await world.mailsTo(email, 1);
    expect(more).toEqual([]);
    expect(mail?.text).toContain('Total: $1,320.00');
    // The lines are on the page of the quote.
    for (const hidden of ['Labour', '700.00']) expect(mail?.text).not.toContain(hidden);
    const { rows } = await world.sql('select 1 from outgoing_emails where recipient = $1', [email]);
    expect(rows).toHaveLength(1);
    const client = world.withToken(tokenIn(mail));
    const accepted = await client(ops.AcceptQuoteDocument, { quoteId, version: 1, name: 'Kim' });
    expect(accepted.data.acceptQuote.quote?.status).toBe('ACCEPTED');
  });

  it('emails its lines instead while the portal is off', async () => {
    const email = 'kim-reads-all@client.test';
    await owner(ops.SwitchPortalDocument, { on: false });
    await sentQuote(owner, forNewClient(email));
    const [mail] = await world.mailsTo(email, 1);
    await owner(ops.SwitchPortalDocument, { on: true });
    expect(mail?.links).toEqual([]);
    expect(mail?.text).toContain('Labour: 1 × $1,200.00 = $1,200.00');
    expect(mail?.text).toContain('Total: $1,320.00');
    for (const cost of ['700.00', '70000']) expect(mail?.text).not.toContain(cost);
  });

  it('reports which emails are queued, and none when it was handed over', async () => {
    const send = async (details: object, handedOver = false) => {
      const { data } = await owner(ops.CreateQuoteDocument, {
        input: { title: 'New taps', lines: LINES, ...details },
      });
      const id = data.createQuote.quote.id;
      const sent = await owner(ops.SendQuoteDocument, { id, handedOver });
      return sent.data.sendQuote.deliveries?.map(({ to }) => to);
    };
    const { jobId, email } = await scheduledJob(owner);
    expect(await send(forNewClient('kim-waits@client.test'))).toEqual(['kim-waits@client.test']);
    expect(await send(forNewClient(), true)).toEqual([]);
    expect(await send({ jobId })).toEqual([email]);
  });
});

it('shows its margin to those who see costs and to nobody else', async () => {
  const { jobId } = await scheduledJob(owner);
  const quoteId = await sentQuote(owner, { jobId });
  expect((await quoteFacts(owner, quoteId)).marginCents).toBe(50_000);
  expect((await quoteFacts(supervisor, quoteId)).marginCents).toBeNull();
});
