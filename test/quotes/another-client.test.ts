import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { quotedJob, sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

async function newClient(): Promise<string> {
  const { data } = await owner(ops.CreateClientDocument, {
    input: { name: 'The next one', email: `next-${Date.now()}@client.test` },
  });
  return data.createClient.client.id;
}

it("a quote for the job's former client is not offered to the current one", async () => {
  const { jobId, key } = await quotedJob(world, owner);
  await owner(ops.UpdateJobDocument, { input: { id: jobId, clientId: await newClient() } });
  const waiting = await promptOf(owner, jobId);
  expect(waiting?.items.map((item) => item.key)).not.toContain(key);
  const { errors } = await owner(ops.ShareWithClientDocument, {
    input: { jobId, revision: waiting?.revision as number, items: ['STATUS', key] },
  });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'ITEM_NOT_SHAREABLE',
    items: [{ key, reason: expect.stringContaining('another client') }],
  });
});

it('a quote attached before the job had a client is offered only to the client it was made for', async () => {
  const its = await newClient();
  const quoteId = await sentQuote(owner, { clientId: its });
  const job = await scheduledJob(owner);
  await owner(ops.UpdateJobDocument, { input: { id: job.jobId, clientId: null } });
  const { errors } = await owner<unknown, object>(
    'mutation ($jobId: ID!, $quoteId: ID!) { attachQuote(jobId: $jobId, quoteId: $quoteId) { quote { id } } }',
    { jobId: job.jobId, quoteId },
  );
  expect(errors).toBeUndefined();
  await owner(ops.UpdateJobDocument, { input: { id: job.jobId, clientId: job.clientId } });
  const keys = async () => (await promptOf(owner, job.jobId))?.items.map(({ kind }) => kind);
  expect(await keys()).toEqual(['STATUS', 'SCHEDULE']);
  await owner(ops.UpdateJobDocument, { input: { id: job.jobId, clientId: its } });
  expect(await keys()).toEqual(['STATUS', 'SCHEDULE', 'QUOTE']);
});

it("a quote without a client is offered to the job's client", async () => {
  const job = await scheduledJob(owner);
  const quoteId = await sentQuote(owner, { jobId: job.jobId });
  await world.sql('update quotes set client_id = null where id = $1', [quoteId]);
  const { client } = await shared(world, owner, job, ['STATUS', `QUOTE:${quoteId}`]);
  const { data } = await client(ops.ClientPortalDocument);
  expect(data.portal?.job?.quotes).toMatchObject([{ id: quoteId }]);
});
