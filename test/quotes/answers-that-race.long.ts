import { turnsOf } from '../../src/database/unit-of-work/write-turns.js';
import { type HeldRows, holdRows } from '../harness/held-rows.js';
import { codeOf, quotedJob, quoteFacts } from '../harness/quotes.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
let job: Awaited<ReturnType<typeof quotedJob>>;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
beforeEach(async () => {
  job = await quotedJob(world, owner);
});
afterEach(() => owner(ops.SwitchPortalDocument, { on: true }));
afterAll(() => world.close());

const accept = () =>
  job.client(ops.AcceptQuoteDocument, { quoteId: job.quoteId, version: 1, name: 'Kim' });
const revise = () =>
  owner(ops.UpdateQuoteDocument, { input: { id: job.quoteId, title: 'Other taps' } });
const switchOff = () => owner(ops.SwitchPortalDocument, { on: false });

/** Starts the first and then the second while both wait for these rows, then releases the rows. */
async function inThisOrder<A, B>(
  rows: Promise<HeldRows>,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  const held = await rows;
  const one = first();
  await held.waiting(1);
  const other = second();
  // The second write of one job waits for its turn without a connection.
  await held.waiting(2, () => turnsOf(world.running.services.orm.em).waiting);
  await held.letGo();
  return Promise.all([one, other]);
}

const theJob = () =>
  holdRows(world.databaseUrl, 'select from jobs where id = $1 for update', [job.jobId]);
const theBusiness = () =>
  holdRows(
    world.databaseUrl,
    'select from businesses where id = (select business_id from jobs where id = $1) for update',
    [job.jobId],
  );
const theLink = () =>
  holdRows(world.databaseUrl, 'select from portal_links where job_id = $1 for update', [job.jobId]);

describe('the portal is switched off while a client accepts', () => {
  it('and the acceptance, which was first, is kept', async () => {
    const [accepted, off] = await inThisOrder(theJob(), accept, switchOff);
    expect([accepted.errors, off.errors]).toEqual([undefined, undefined]);
    expect(off.data.updateSiteSettings.business.clientPortalEnabled).toBe(false);
    const { status, answers } = await quoteFacts(owner, job.quoteId);
    expect([status, answers?.length]).toEqual(['ACCEPTED', 1]);
    expect(codeOf(await job.client(ops.ClientPortalDocument))).toBe('NOT_FOUND');
  });

  it('and the acceptance, which was second, gets NOT_FOUND and changes nothing', async () => {
    const [off, accepted] = await inThisOrder(theBusiness(), switchOff, accept);
    expect(off.errors).toBeUndefined();
    expect(codeOf(accepted)).toBe('NOT_FOUND');
    const { status, answers } = await quoteFacts(owner, job.quoteId);
    expect([status, answers]).toEqual(['SENT', []]);
    const { rows } = await world.sql('select 1 from publications where job_id = $1', [job.jobId]);
    expect(rows).toHaveLength(1);
  });

  it('and the client can accept after all when it is on again', async () => {
    await inThisOrder(theBusiness(), switchOff, accept);
    await owner(ops.SwitchPortalDocument, { on: true });
    expect((await accept()).data.acceptQuote.quote?.status).toBe('ACCEPTED');
  });
});

describe('staff change the quote while a client accepts', () => {
  it('and learn that it was accepted, when the client was first', async () => {
    const [accepted, revised] = await inThisOrder(theJob(), accept, revise);
    expect(accepted.data.acceptQuote.quote?.status).toBe('ACCEPTED');
    expect(codeOf(revised)).toBe('CONFLICT');
    expect(await quoteFacts(owner, job.quoteId)).toMatchObject({ version: 1, title: 'New taps' });
  });

  it('and the client learns to request the current one, when staff were first', async () => {
    const [revised, accepted] = await inThisOrder(theJob(), revise, accept);
    expect(revised.errors).toBeUndefined();
    expect(codeOf(accepted)).toBe('QUOTE_NOT_ACCEPTABLE');
    expect(await quoteFacts(owner, job.quoteId)).toMatchObject({ version: 2, status: 'DRAFT' });
  });
});

describe('a client loses access while accepting', () => {
  it('because the link was revoked first', async () => {
    const { data } = await owner(ops.JobForStaffDocument, { id: job.jobId });
    // The newest link is that of the job; the one before it is in the mail of the quote.
    const id = data.job?.portalLinks?.at(-1)?.id as string;
    const revoke = () => owner(ops.RevokePortalLinkDocument, { id });
    const [, accepted] = await inThisOrder(theLink(), revoke, accept);
    expect(codeOf(accepted)).toBe('NOT_FOUND');
    expect((await quoteFacts(owner, job.quoteId)).answers).toEqual([]);
  });

  it('because the quote was withdrawn first', async () => {
    const withdraw = () =>
      owner(ops.UpdateSharingDocument, { jobId: job.jobId, items: ['STATUS'] });
    const [withdrawn, accepted] = await inThisOrder(theJob(), withdraw, accept);
    expect(withdrawn.errors).toBeUndefined();
    expect(codeOf(accepted)).toBe('NOT_FOUND');
    expect((await quoteFacts(owner, job.quoteId)).status).toBe('SENT');
  });

  it('because the job went to another client first', async () => {
    const { data } = await owner(ops.CreateClientDocument, { input: { name: 'Next Owner' } });
    const clientId = data.createClient.client.id;
    const handOff = () => owner(ops.UpdateJobDocument, { input: { id: job.jobId, clientId } });
    const [moved, accepted] = await inThisOrder(theJob(), handOff, accept);
    expect(moved.errors).toBeUndefined();
    expect(codeOf(accepted)).toBe('NOT_FOUND');
  });

  it('because the client’s address was changed first', async () => {
    const rows = holdRows(world.databaseUrl, 'select from clients where id = $1 for update', [
      job.clientId,
    ]);
    const change = () =>
      owner(ops.UpdateClientDocument, { input: { id: job.clientId, email: 'new@client.test' } });
    const [changed, accepted] = await inThisOrder(rows, change, accept);
    // Of the link to the job, and the one in the mail of the quote.
    expect(changed.data.updateClient.revokedPortalLinks).toBe(2);
    expect(codeOf(accepted)).toBe('NOT_FOUND');
  });

  it('and is too late, when the client was first', async () => {
    const { data } = await owner(ops.CreateClientDocument, { input: { name: 'Next Owner' } });
    const clientId = data.createClient.client.id;
    const handOff = () => owner(ops.UpdateJobDocument, { input: { id: job.jobId, clientId } });
    const [accepted, moved] = await inThisOrder(theJob(), accept, handOff);
    expect([accepted.errors, moved.errors]).toEqual([undefined, undefined]);
    expect((await quoteFacts(owner, job.quoteId)).status).toBe('ACCEPTED');
    expect(codeOf(await job.client(ops.ClientPortalDocument))).toBe('NOT_FOUND');
  });
});

it('keeps one answer when a client accepts and declines at once', async () => {
  const { client, quoteId } = job;
  const answers = await Promise.all([
    accept(),
    client(ops.DeclineQuoteDocument, { quoteId, version: 1 }),
  ]);
  expect(answers.map(codeOf).filter((code) => code === undefined)).toHaveLength(1);
  expect((await quoteFacts(owner, quoteId)).answers).toHaveLength(1);
});
