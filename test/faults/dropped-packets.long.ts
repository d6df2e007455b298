import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { scheduledJob } from '../harness/jobs.js';
import { openTcpProxy } from '../harness/tcp-proxy.js';
import { type Ask, enterWorld, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

// Timeouts so long that recovery cannot be due to one of them.
const TIMEOUTS = {
  connectMs: 60_000,
  statementMs: 60_000,
  lockMs: 3_000,
  idleTransactionMs: 60_000,
};
const WRITE_QUEUE = { maxWaiting: 200, maxWaitMs: 60_000 };
const POOL = 3;
/** Expected time until everybody is served again; ten times as much fails the test. */
const WANTED_MS = 2_000;
/** Maximum time of a reconnect attempt of the listener, and its pause. */
const NOTICED_MS = 1_600;
/** Application name of the listener. */
const LISTENER = 'jobglass live';

let direct: World;
beforeAll(async () => {
  direct = await openWorld();
});
afterAll(() => direct.close());

const reads = (owner: Ask) => owner<object, object>('{ jobs(first: 1) { nodes { id } } }');
const readsAgain = (owner: Ask) => until(async () => !(await reads(owner)).errors);

/** Fails after ten times the expected time, and prints how long it took. */
async function soon(what: string, work: Promise<unknown>): Promise<void> {
  const start = performance.now();
  const late = after(10 * WANTED_MS, 'LATE', { ref: false });
  const first = await Promise.race([work.then(() => 'IN_TIME'), late]);
  const tookMs = Math.round(performance.now() - start);
  process.stdout.write(`${what} after ${tookMs} ms (wanted: ${WANTED_MS} ms)\n`);
  expect(first).toBe('IN_TIME');
}

it('a write whose packets are lost ends soon, even if the listener was not connected at that time', async () => {
  const proxy = await openTcpProxy(direct.databaseUrl);
  const world = await enterWorld(proxy.url, {
    databasePool: POOL,
    database: { timeouts: TIMEOUTS, writeQueue: WRITE_QUEUE },
  });
  const owner = await world.as('owner');
  const { jobId } = await scheduledJob(owner);
  const addNote = (body: string) =>
    owner(ops.AddNoteDocument, { input: { jobId, body, internal: true } });
  proxy.cut.request = LISTENER;
  await direct.sql(
    'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()',
    [LISTENER],
  );
  await after(200);
  // The server notices the loss, and may first ask to try again.
  await until(async () => !(await addNote('In the light')).errors);
  proxy.dropPackets();
  proxy.cut.request = undefined;
  const stuck = addNote('In the dark');
  await after(2 * NOTICED_MS);
  proxy.letThrough();
  await soon(
    'written again',
    readsAgain(owner).then(() => addNote('Served again')),
  );
  await soon('the stuck write ended', stuck);
  await world.close();
  await proxy.close();
});

it('reads are served soon even if all pool places were taken by connections without an answer', async () => {
  const proxy = await openTcpProxy(direct.databaseUrl);
  const world = await enterWorld(proxy.url, {
    databasePool: POOL,
    database: { timeouts: TIMEOUTS, writeQueue: WRITE_QUEUE },
  });
  const owner = await world.as('owner');
  await readsAgain(owner);
  proxy.dropPackets();
  await after(NOTICED_MS);
  // Its idle connections are closed by now, so these open new ones.
  const stuck = Promise.all(Array.from({ length: 2 * POOL }, () => reads(owner)));
  await after(200);
  proxy.letThrough();
  await soon('read again', readsAgain(owner));
  await soon('the stuck reads ended', stuck);
  await world.close();
  await proxy.close();
});

it('a new connection without an answer from PostgreSQL is given up within the connect timeout', async () => {
  const proxy = await openProxyThatSwallows('set session statement_timeout');
  const world = await enterWorld(proxy.url, {
    databasePool: POOL,
    database: { timeouts: { ...TIMEOUTS, connectMs: WANTED_MS / 4 }, writeQueue: WRITE_QUEUE },
  });
  const owner = await world.as('owner');
  proxy.isSwallowing = true;
  await direct.sql(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await after(100);
  const answer = reads(owner);
  await soon('answered', answer);
  expect((await answer).errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
  proxy.isSwallowing = false;
  await soon('read again', readsAgain(owner));
  await world.close();
  await proxy.close();
});

/** Proxy to PostgreSQL on which, while it swallows, a connection falls silent once this text is sent on it. */
async function openProxyThatSwallows(text: string) {
  const target = new URL(direct.databaseUrl);
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let isSilent = false;
    near.on('data', (data) => {
      isSilent ||= proxy.isSwallowing && data.includes(text);
      if (!isSilent) far.write(data);
    });
    far.on('data', (data) => near.write(data));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on('error', () => undefined).on('close', () => other.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(direct.databaseUrl);
  url.search = '';
  url.port = String((server.address() as AddressInfo).port);
  const proxy = {
    url: url.href,
    isSwallowing: false,
    close: async () => {
      await once(server.close(), 'close');
    },
  };
  return proxy;
}
