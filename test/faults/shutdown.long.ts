import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { dropDatabase } from '../../src/database/setup/databases.js';
import { holdRows } from '../harness/held-rows.js';
import { scheduledJob } from '../harness/jobs.js';
import { openResend } from '../harness/resend-loopback.js';
import { type ServerProcess, spawnServer, startServerProcess } from '../harness/server-process.js';
import { ask, until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { ownerToken, person } from './office.js';
import { ownClone } from './own-database.js';

const LIMIT_MS = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'jobglass-shutdown-'));
chmodSync(folder, 0o755);
const started: ServerProcess[] = [];
let databaseUrl: string;
beforeAll(async () => {
  databaseUrl = await ownClone();
});
afterAll(async () => {
  for (const { process } of started) process.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  await dropDatabase(databaseUrl);
});

async function start(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServerProcess({
    DATABASE_URL: databaseUrl,
    JOBGLASS_DATA: process.env.TEST_FOLDER as string,
    ...env,
  });
  started.push(server);
  return server;
}

/** Stops the server; returns the exit code and the duration. */
async function stopped(server: ServerProcess, signals: NodeJS.Signals[] = ['SIGTERM']) {
  const startMs = performance.now();
  for (const [at, signal] of signals.entries()) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve, 700));
    server.process.kill(signal);
  }
  const code = await server.ended();
  return { code, ms: performance.now() - startMs };
}

it('a write that never gets its turn is answered, not reset, and is not half done', async () => {
  const server = await start();
  const token = await ownerToken(server.url);
  const { jobId } = await scheduledJob(ask(server.url, token));
  const held = await holdRows(databaseUrl, 'select from jobs where id = $1 for update', [jobId]);
  const write = person(server.url, token).post(
    `mutation { addNote(input: { jobId: "${jobId}", body: "Never written" }) { note { id } } }`,
  );
  await held.waiting(1);
  const { ms } = await stopped(server);
  expect(ms).toBeLessThan(LIMIT_MS);
  expect(await write).toMatchObject({
    status: 503,
    connection: 'close',
    // BUSY if the lock timeout is over before the time to stop.
    body: { errors: [{ extensions: { code: expect.stringMatching(/^(BUSY|UNAVAILABLE)$/) } }] },
  });
  await held.letGo();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { rows } = await client.query("select from notes where body = 'Never written'");
  await client.end();
  expect(rows).toEqual([]);
}, 60_000);

it('a hanging mail server does not delay the stop; the next server sends the email, once', async () => {
  const resend = await openResend();
  const env = {
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: resend.baseUrl,
    MAIL_FROM: 'jobs@bright-spark.test',
  };
  let answers: (() => void)[] = [];
  resend.beforeAnswer(() => new Promise((resolve) => answers.push(resolve)));
  const server = await start(env);
  const owner = ask(server.url, await ownerToken(server.url));
  const { jobId, revision, email } = await scheduledJob(owner);
  await owner(ops.ShareWithClientDocument, { input: { jobId, revision, items: ['STATUS'] } });
  await until(() => resend.posts.length === 1);
  const { code, ms } = await stopped(server);
  expect(code).toBe(0);
  expect(ms).toBeLessThan(LIMIT_MS);

  resend.beforeAnswer(() => undefined);
  const next = await start(env);
  await until(() => resend.posts.length === 2, 10);
  for (const answer of answers) answer();
  answers = [];
  await stopped(next);
  expect(resend.posts.map(({ body }) => body.to)).toEqual([email, email]);
  expect(resend.delivered.size).toBe(1);
  await resend.close();
}, 90_000);

describe('the embedded PostgreSQL ends with the server', () => {
  const env = { JOBGLASS_DATA: folder, DATABASE_URL: '' };

  it('when a second signal shortens the shutdown', async () => {
    const server = await start(env);
    const postgres = postgresPid();
    // A request that never arrives completely; after the first signal alone the server would wait for it.
    const url = new URL(server.url);
    const hanging = await import('node:net').then(({ connect }) =>
      connect(Number(url.port), '127.0.0.1'),
    );
    hanging.on('error', () => undefined);
    hanging.write(
      'POST /graphql HTTP/1.1\r\nHost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { ms } = await stopped(server, ['SIGTERM', 'SIGTERM']);
    expect(ms).toBeLessThan(4_000);
    await until(() => !isAlive(postgres), 3);
  }, 60_000);

  it('when the signal arrives during start-up', async () => {
    for (const waitMs of [150, 400, 900, 1_500]) {
      const server = await spawnServer(env);
      started.push(server);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      const { ms } = await stopped(server);
      expect(ms).toBeLessThan(LIMIT_MS);
      expect(server.output()).not.toMatch(/Error|at .*\.js:/);
      await until(() => !isAlive(postgresPid()), 5);
    }
    const last = await start(env);
    expect((await fetch(`${last.url}/readyz`)).status).toBe(200);
    await stopped(last);
  }, 120_000);
});

/** Process id of the cluster in the folder; null if it does not run. */
function postgresPid(): number | null {
  try {
    return Number.parseInt(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8'), 10);
  } catch {
    return null;
  }
}

function isAlive(pid: number | null): boolean {
  if (pid === null) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}
