import { holdRows } from '../harness/held-rows.js';
import { scheduledJob } from '../harness/jobs.js';
import { openTcpProxy, type TcpProxy } from '../harness/tcp-proxy.js';
import { type Ask, enterWorld, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

const POOL = 3;
/** Expected time until everybody is served again; ten times as much fails the test. */
const WANTED_MS = 2_000;

let direct: World;
let proxy: TcpProxy;
let world: World;
let owner: Ask;
let job: { jobId: string };
beforeAll(async () => {
  direct = await openWorld();
  proxy = await openTcpProxy(direct.databaseUrl);
  world = await enterWorld(proxy.url, { databasePool: POOL });
  owner = await world.as('owner');
  job = await scheduledJob(owner);
});
beforeEach(() => Object.assign(proxy.cut, { request: undefined, answerTo: undefined }));
afterAll(async () => {
  await world.close();
  await proxy.close();
  await direct.close();
});

const addNote = (body: string) =>
  owner(ops.AddNoteDocument, { input: { jobId: job.jobId, body, internal: true } });

async function notes(body: string): Promise<number> {
  const { rows } = await direct.sql('select count(*)::int as n from notes where body = $1', [body]);
  return Number((rows[0] as unknown as { n: number }).n);
}

const readsAgain = () =>
  until(
    async () => !(await owner<object, object>('{ jobs(first: 1) { nodes { id } } }')).errors,
    20,
  );

/** Returns the milliseconds until a read and a write succeed. */
async function untilServed(): Promise<number> {
  const start = performance.now();
  await readsAgain();
  await until(async () => !(await addNote('Served again')).errors, 20);
  const waitedMs = performance.now() - start;
  process.stdout.write(`served again after ${Math.round(waitedMs)} ms (wanted: ${WANTED_MS} ms)\n`);
  return waitedMs;
}

it('somebody whose write was waiting when PostgreSQL ended its connection gets an error, and no connection is lost', async () => {
  for (let round = 0; round < 2; round += 1) {
    const held = await holdRows(direct.databaseUrl, 'select from jobs where id = $1 for update', [
      job.jobId,
    ]);
    const writes = Promise.all(
      Array.from({ length: 10 }, (_, at) => addNote(`Cut ${round} ${at}`)),
    );
    await held.waiting(1);
    await direct.sql(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    await held.waiting(1);
    await held.letGo();
    for (const [at, { data, errors }] of (await writes).entries()) {
      expect(await notes(`Cut ${round} ${at}`)).toBe(data ? 1 : 0);
      if (errors) expect(errors[0]?.extensions.code).toBe('UNAVAILABLE');
    }
  }
  expect(await untilServed()).toBeLessThan(10 * WANTED_MS);
});

it('everybody is served within two seconds after the database was gone while ten writes waited', async () => {
  const held = await holdRows(direct.databaseUrl, 'select from jobs where id = $1 for update', [
    job.jobId,
  ]);
  const writes = Promise.all(Array.from({ length: 10 }, (_, at) => addNote(`Gone ${at}`)));
  await held.waiting(1);
  proxy.down();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { errors } = await owner<object, object>('{ jobs(first: 1) { nodes { id } } }');
  expect(errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
  await held.letGo();
  proxy.up();
  expect(await untilServed()).toBeLessThan(10 * WANTED_MS);
  for (const [at, { data }] of (await writes).entries())
    expect(await notes(`Gone ${at}`)).toBe(data ? 1 : 0);
});

it('everybody is served within two seconds after packets were dropped silently', async () => {
  await readsAgain();
  proxy.dropPackets();
  const stuck = addNote('In the dark');
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  proxy.letThrough();
  expect(await untilServed()).toBeLessThan(10 * WANTED_MS);
  const { data } = await stuck;
  expect(await notes('In the dark')).toBe(data ? 1 : 0);
});

it('meanwhile a caller gets at worst a 503 that allows a retry', async () => {
  await readsAgain();
  proxy.down();
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer jgs_nobody' },
    body: JSON.stringify({ query: '{ viewer { kind } }' }),
  });
  proxy.up();
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('1');
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'UNAVAILABLE' } }],
  });
  await readsAgain();
});

it('somebody whose connection breaks before the commit learns that nothing was changed, and nothing was', async () => {
  await readsAgain();
  proxy.cut.request = 'commit\0';
  const { errors } = await addNote('Before');
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
  expect(errors?.[0]?.message).toMatch(/Nothing was changed/);
  expect(await notes('Before')).toBe(0);
});

it('somebody whose connection breaks after the commit gets the response, and the change is made once', async () => {
  await readsAgain();
  proxy.cut.answerTo = 'commit\0';
  const { errors, data } = await addNote('After');
  expect(await notes('After')).toBe(1);
  // After a checkpoint in the same second the transaction's status is ambiguous.
  if (errors) expect(errors[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', committed: null });
  else expect(data.addNote.note.body).toBe('After');
});

it('somebody whose payload cannot be read learns that the change was committed', async () => {
  await readsAgain();
  proxy.cut.answerTo = 'from jobs r where';
  // The note is known from the change itself; the notes of its job are read.
  const { errors } = await owner<object, object>(
    `mutation ($input: AddNoteInput!) { addNote(input: $input) { job { notes { body } } } }`,
    { input: { jobId: job.jobId, body: 'Made', internal: true } },
  );
  proxy.cut.answerTo = undefined;
  expect(errors?.[0]?.extensions).toMatchObject({ committed: true });
  expect(errors?.[0]?.message).toMatch(/^Your change was made/);
  expect(await notes('Made')).toBe(1);
});
