import { DateTime } from 'luxon';
import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { codeOf, quotedJob, quoteFacts, sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  // The clock is moved below, which must not end the owner's session.
  await world.sql("update staff_sessions set expires_at = expires_at + interval '7 days'");
});
afterEach(() => {
  world.clock.advance(Date.now() - world.clock.now().getTime());
});
afterAll(() => world.close());

/** Time zone of the business, where the day may differ from the UTC day. */
const inSydney = () => DateTime.fromJSDate(world.clock.now(), { zone: 'Australia/Sydney' });
const today = () => inSydney().toFormat('yyyy-MM-dd');

/** Moves the server's clock to so many milliseconds before or after this midnight in Sydney. */
function moveToMidnight(milliseconds: number): void {
  const midnight = inSydney().startOf('day').plus({ days: 1 });
  world.clock.advance(midnight.toMillis() - world.clock.now().getTime() + milliseconds);
}

const accept = (client: Ask, quoteId: string) =>
  client(ops.AcceptQuoteDocument, { quoteId, version: 1, name: 'Kim' });

it('lasts until the end of the day in Sydney, whatever the UTC day is', async () => {
  const { client, quoteId } = await quotedJob(world, owner, { validUntil: today() });
  // A real clock continues to run: a minute leaves room for the requests before midnight.
  moveToMidnight(-60_000);
  expect((await quoteFacts(owner, quoteId)).status).toBe('SENT');
  expect((await accept(client, quoteId)).data.acceptQuote.quote?.status).toBe('ACCEPTED');
  // A quote accepted in time stays accepted when the acceptance is repeated later.
  moveToMidnight(0);
  expect((await accept(client, quoteId)).data.acceptQuote.quote?.status).toBe('ACCEPTED');
  expect((await quoteFacts(owner, quoteId)).answers).toHaveLength(1);
});

it('is over at midnight in Sydney: the quote is expired, and cannot be answered', async () => {
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
  // Documents that the client already has stay visible.
  const kept = await owner(ops.UpdateSharingDocument, { jobId, items: ['STATUS', key] });
  expect(kept.errors).toBeUndefined();
  const { data } = await client(ops.ClientPortalDocument);
  expect(data.portal?.job?.quotes).toHaveLength(1);
});

it('an expired quote is not offered to a client who has not seen it, and the reason is shown', async () => {
  const job = await scheduledJob(owner);
  // With the portal off its mail has no link.
  await owner(ops.SwitchPortalDocument, { on: false });
  const quoteId = await sentQuote(owner, { jobId: job.jobId, validUntil: today() });
  await owner(ops.SwitchPortalDocument, { on: true });
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
  expect((await client(ops.ClientPortalDocument)).data.portal?.job?.quotes).toEqual([]);
});

it('has a filter in the list of quotes, and a later day makes the quote valid again', async () => {
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

// Last, since the others are about a business in Sydney.
it('depends on the time zone of each business', async () => {
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
