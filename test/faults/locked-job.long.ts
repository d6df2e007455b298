import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { holdRows } from '../harness/held-rows.js';
import { scheduledJob } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

const POOL = 4;
const WANTED_MS = 200;

let world: World;
let owner: Ask;
let other: Ask;
let job: { jobId: string };
beforeAll(async () => {
  world = await openWorld({
    databasePool: POOL,
    database: {
      timeouts: { connectMs: 3_000, statementMs: 10_000, lockMs: 1_000, idleTransactionMs: 10_000 },
      writeQueue: { maxWaiting: 20, maxWaitMs: 1_500 },
    },
  });
  owner = await world.as('owner');
  other = await world.as('soletrader');
  job = await scheduledJob(owner);
  await other('{ jobs(first: 1) { nodes { id } } }');
});
afterAll(() => world.close());

const addNote = (jobId: string) =>
  owner(ops.AddNoteDocument, { input: { jobId, body: 'Waits', internal: true } });

const hold = (jobId: string) =>
  holdRows(world.databaseUrl, 'select from jobs where id = $1 for update', [jobId]);

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const signIn = () =>
  world.asVisitor<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email: 'soletrader@demo.jobglass.test', password: DEMO_PASSWORD },
  );

it('twelve writes of one locked job delay nobody else, and their callers learn to try again', async () => {
  const held = await hold(job.jobId);
  const writes = Promise.all(Array.from({ length: 12 }, () => addNote(job.jobId)));
  await held.waiting(1);
  const reading = await took(() => other('{ jobs(first: 1) { nodes { id title } } }'));
  const { errors } = await signIn();
  expect(errors).toBeUndefined();
  process.stdout.write(`a read of another business took ${Math.round(reading)} ms\n`);
  expect(reading).toBeLessThan(WANTED_MS * 5);
  const answers = await writes;
  await held.letGo();
  expect(answers.map((each) => each.errors?.[0]?.extensions.code)).toEqual(
    Array.from({ length: 12 }, () => 'BUSY'),
  );
  const { rows } = await world.sql("select from notes where body = 'Waits'");
  expect(rows).toHaveLength(0);
});

it('writes of many locked jobs of one business leave connections to others', async () => {
  const jobs = await Promise.all(Array.from({ length: 6 }, () => scheduledJob(owner)));
  const held = await Promise.all(jobs.map(({ jobId }) => hold(jobId)));
  const writes = Promise.all(jobs.map(({ jobId }) => addNote(jobId)));
  await held[0]?.waiting(2);
  const { errors } = await signIn();
  expect(errors).toBeUndefined();
  for (const each of held) await each.letGo();
  await writes;
});

it('concurrent writes of one job that is not locked all succeed, one after the other', async () => {
  const { jobId } = await scheduledJob(owner);
  const answers = await Promise.all(Array.from({ length: 15 }, () => addNote(jobId)));
  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
});

it('a write whose caller disconnected while it waited is not made', async () => {
  const { jobId } = await scheduledJob(owner);
  const held = await hold(jobId);
  const { data } = await signIn();
  const caller = new AbortController();
  const left = fetch(`${world.url}/graphql`, {
    method: 'POST',
    signal: caller.signal,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await tokenOfOwner()}`,
    },
    body: JSON.stringify({
      query: String(ops.AddNoteDocument),
      variables: { input: { jobId, body: 'Nobody waits for this', internal: true } },
    }),
  }).catch(() => 'left');
  expect(data.signIn.token).toBeTruthy();
  await held.waiting(1);
  caller.abort();
  expect(await left).toBe('left');
  await new Promise((resolve) => setTimeout(resolve, 100));
  await held.letGo();
  // The next write of this job comes after it.
  await addNote(jobId);
  const { rows } = await world.sql("select from notes where body = 'Nobody waits for this'");
  expect(rows).toHaveLength(0);
});

async function tokenOfOwner(): Promise<string> {
  const { data } = await world.asVisitor<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email: 'owner@demo.jobglass.test', password: DEMO_PASSWORD },
  );
  return data.signIn.token;
}
