import { DateTime } from 'luxon';
import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { codeOf, quotedJob, quoteFacts, sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeEach(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  // The day is moved on below; that must not sign the owner out.
  await world.sql("update staff_sessions set expires_at = expires_at + interval '7 days'");
});
afterEach(() => world.close());

/** The business's own clock; its day is at times another one than that of Greenwich. */
const inSydney = () => DateTime.fromJSDate(world.clock.now(), { zone: 'Australia/Sydney' });
const today = () => inSydney().toFormat('yyyy-MM-dd');

/** Moves the server's clock to so many milliseconds before or after this midnight in Sydney. */
function moveToMidnight(milliseconds: number): void {
  const midnight = inSydney().startOf('day').plus({ days: 1 });
  world.clock.advance(midnight.toMillis() - world.clock.now().getTime() + milliseconds);
}

const accept = (client: Ask, quoteId: string) =>
  client(ops.AcceptQuoteDocument, { quoteId, version: 1, name: 'Kim' });

it('counts to its end in Sydney, whatever day it is in Greenwich', async () => {
  const { client, quoteId } = await quotedJob(world, owner, { validUntil: today() });
  // A real clock goes on underneath: a minute leaves room for the requests before midnight.
  moveToMidnight(-60_000);
  expect((await quoteFacts(owner, quoteId)).status).toBe('SENT');
  expect((await accept(client, quoteId)).data.acceptQuote.quote?.status).toBe('ACCEPTED');
  // What was accepted in time stays accepted, however late it is said again.
  moveToMidnight(0);
  expect((await accept(client, quoteId)).data.acceptQuote.quote?.status).toBe('ACCEPTED');
  expect((await quoteFacts(owner, quoteId)).answers).toHaveLength(1);
});

it('is over at midnight in Sydney: the quote reads expired, and takes no answer', async () => {
  const validUntil = today();
  const { client, jobId, key, quoteId } = await quotedJob(world, owner, { validUntil });
  moveToMidnight(0);
  expect(codeOf(await accept(client, quoteId))).toBe('QUOTE_NOT_ACCEPTABLE');
  const version = 1;
  const others = [
    await client(ops.DeclineQuoteDocument, { quoteId, version }),
    await client(ops.RequestQuoteChangesDocument, { quoteId, version, message: 'More time' }),
  ];
  expect(others.map(codeOf)).toEqual(['QUOTE_NOT_ACCEPTABLE', 'QUOTE_NOT_ACCEPTABLE']);
  expect((await quoteFacts(owner, quoteId)).status).toBe('EXPIRED');
  expect(codeOf(await owner(ops.AcceptQuoteAndCreateJobDocument, { quoteId }))).toBe('CONFLICT');
  // What its client has already is not taken away by the clock.
  const kept = await owner(ops.UpdateSharingDocument, { jobId, items: ['STATUS', key] });
  expect(kept.errors).toBeUndefined();
  const { data } = await client(ops.ClientPortalDocument);
  expect(data.portal?.job.quotes).toHaveLength(1);
});

it('is decided on the clock of each business', async () => {
  await world.sql("update businesses set time_zone = 'America/Los_Angeles'");
  const validUntil = DateTime.fromJSDate(world.clock.now(), {
    zone: 'America/Los_Angeles',
  }).toFormat('yyyy-MM-dd');
  const { client, quoteId } = await quotedJob(world, owner, { validUntil });
  const midnight = DateTime.fromISO(validUntil, { zone: 'America/Los_Angeles' }).plus({ days: 1 });
  world.clock.advance(midnight.toMillis() - world.clock.now().getTime() - 60_000);
  expect((await quoteFacts(owner, quoteId)).status).toBe('SENT');
  world.clock.advance(60_000);
  expect((await quoteFacts(owner, quoteId)).status).toBe('EXPIRED');
  expect(codeOf(await accept(client, quoteId))).toBe('QUOTE_NOT_ACCEPTABLE');
});

it('keeps an expired quote from a client who has not seen it, and says why', async () => {
  const job = await scheduledJob(owner);
  const quoteId = await sentQuote(owner, { jobId: job.jobId, validUntil: today() });
  const key = `QUOTE:${quoteId}`;
  expect((await promptOf(owner, job.jobId))?.items.map((item) => item.key)).toContain(key);
  moveToMidnight(0);
  const prompt = await promptOf(owner, job.jobId);
  expect(prompt?.items.map((item) => item.key)).not.toContain(key);
  const { errors } = await owner(ops.ShareWithClientDocument, {
    input: { jobId: job.jobId, revision: prompt?.revision as number, items: ['STATUS', key] },
  });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'ITEM_NOT_SHAREABLE',
    items: [{ key, reason: expect.stringContaining('last valid day is over') }],
  });
  const { client } = await shared(world, owner, job, ['STATUS']);
  expect((await client(ops.ClientPortalDocument)).data.portal?.job.quotes).toEqual([]);
});

it('is told apart in the list of quotes, and by a later day is new again', async () => {
  const job = await scheduledJob(owner);
  const quoteId = await sentQuote(owner, { jobId: job.jobId, validUntil: today() });
  const listed = async (status: 'SENT' | 'EXPIRED' | 'DRAFT') => {
    const { data } = await owner(ops.QuotesDocument, { status });
    expect(data.quotes.nodes.every((each) => each.status === status)).toBe(true);
    return data.quotes.nodes.some(({ id }) => id === quoteId);
  };
  expect([await listed('SENT'), await listed('EXPIRED')]).toEqual([true, false]);
  moveToMidnight(0);
  expect([await listed('SENT'), await listed('EXPIRED')]).toEqual([false, true]);
  await owner(ops.UpdateQuoteDocument, { input: { id: quoteId, title: 'New taps again' } });
  expect(codeOf(await owner(ops.SendQuoteDocument, { id: quoteId }))).toBe('CONFLICT');
  await owner(ops.UpdateQuoteDocument, { input: { id: quoteId, validUntil: today() } });
  const { data } = await owner(ops.SendQuoteDocument, { id: quoteId });
  expect(data.sendQuote.quote).toMatchObject({ status: 'SENT', version: 2 });
});
