import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import {
  type EmbeddedDatabase,
  startEmbeddedPostgres,
} from '../../src/database/embedded/embedded-postgres.js';
import { holdRows } from '../harness/held-rows.js';
import { scheduledJob } from '../harness/jobs.js';
import { type ServerProcess, startServerProcess } from '../harness/server-process.js';
import { openTcpProxy, type TcpProxy } from '../harness/tcp-proxy.js';
import { type Ask, ask, until } from '../harness/world.js';
import * as ops from '../operations.gen.js';

// A PostgreSQL that is stopped and killed under its own Jobglass server, with writes in every state.

const FOLDER = join(process.env.TEST_FOLDER as string, `restart-${process.pid}`);
/** Expected time until everybody is served again; ten times as much fails the test. */
const WANTED_MS = 2_000;

let database: EmbeddedDatabase;
let proxy: TcpProxy;
let server: ServerProcess;
let owner: Ask;
let jobs: string[];

beforeAll(async () => {
  database = await startDatabase();
  // The address of the database stays the same, though PostgreSQL has another port at each start.
  proxy = await openTcpProxy(database.url);
  server = await startServerProcess({ DATABASE_URL: proxy.url, JOBGLASS_DATA: FOLDER });
  const { data } = await ask(server.url)<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email: 'owner@demo.jobglass.test', password: DEMO_PASSWORD },
  );
  owner = ask(server.url, data.signIn.token);
  jobs = [];
  for (let at = 0; at < 4; at += 1) jobs.push((await scheduledJob(owner)).jobId);
}, 120_000);
afterAll(async () => {
  server?.process.kill('SIGKILL');
  await proxy?.close();
  await database?.stop();
  rmSync(FOLDER, { recursive: true, force: true });
});

const startDatabase = () =>
  startEmbeddedPostgres({ folder: FOLDER, database: 'faults', log: () => undefined });

/** Kills PostgreSQL, as in a crash. */
function killPostgres(): void {
  const file = join(database.folder, 'postgres', 'postmaster.pid');
  process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL');
}

const addNote = (jobId: string, body: string) =>
  owner(ops.AddNoteDocument, { input: { jobId, body, internal: true } });

/** The response to each write, by the text of its note. */
type Responses = Map<string, { made: boolean | null; sentence: string }>;

/** Writes to all jobs repeatedly until stopped. */
function storm(name: string, responses: Responses) {
  let goesOn = true;
  const callers = Array.from({ length: 10 }, async (_, caller) => {
    for (let at = 0; goesOn; at += 1) {
      const body = `${name} ${caller} ${at}`;
      const { data, errors } = await addNote(jobs[caller % jobs.length] as string, body).catch(
        () => ({ data: null, errors: undefined }),
      );
      const committed = errors?.[0]?.extensions.committed;
      const made = data ? true : committed === undefined ? false : (committed as boolean | null);
      responses.set(body, { made, sentence: errors?.[0]?.message ?? '' });
      if (errors) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  return async () => {
    goesOn = false;
    await Promise.all(callers);
  };
}

async function untilServed(): Promise<number> {
  const start = performance.now();
  await until(async () => !(await addNote(jobs[0] as string, 'Served again')).errors, 20);
  const waitedMs = performance.now() - start;
  process.stdout.write(`served again after ${Math.round(waitedMs)} ms (wanted: ${WANTED_MS} ms)\n`);
  return waitedMs;
}

async function committedNotes(): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ body: string }>('select body from notes');
  await client.end();
  return new Set(rows.map(({ body }) => body));
}

async function expectTruth(responses: Responses): Promise<void> {
  const committed = await committedNotes();
  const wrong = [...responses].filter(
    ([body, { made }]) => made !== null && made !== committed.has(body),
  );
  const unknown = [...responses.values()].filter(({ made }) => made === null).length;
  process.stdout.write(`${responses.size} answers, ${wrong.length} untrue, ${unknown} unknown\n`);
  expect(wrong).toEqual([]);
}

it.each([
  ['is stopped', () => database.stop()],
  ['is killed', async () => killPostgres()],
])(
  'everybody is served again within two seconds, with true responses, when PostgreSQL %s',
  async (how, end) => {
    const responses: Responses = new Map();
    const held = await holdRows(database.url, 'select from jobs where id = $1 for update', [
      jobs[1],
    ]);
    const stop = storm(how, responses);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await end();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { errors } = await owner<object, object>('{ jobs(first: 1) { nodes { id } } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    database = await startDatabase();
    proxy.leadTo(database.url);
    expect(await untilServed()).toBeLessThan(10 * WANTED_MS);
    await held.letGo().catch(() => undefined);
    await stop();
    await expectTruth(responses);
  },
  120_000,
);

it('the responses are true while connections are cut all the time', async () => {
  const responses: Responses = new Map();
  const stop = storm('Storm', responses);
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  for (let times = 0; times < 60; times += 1) {
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and random() < 0.5`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await admin.end();
  await stop();
  expect(await untilServed()).toBeLessThan(10 * WANTED_MS);
  await expectTruth(responses);
}, 120_000);

it('emails are sent after all of that', async () => {
  expect(server.process.exitCode).toBeNull();
  const { jobId, email, revision } = await scheduledJob(owner);
  const { errors } = await owner(ops.ShareWithClientDocument, {
    input: { jobId, revision, items: ['STATUS'] },
  });
  expect(errors).toBeUndefined();
  await until(async () => {
    const mails = await fetch(`${server.url}/dev/mailbox.json?to=${encodeURIComponent(email)}`);
    return ((await mails.json()) as unknown[]).length > 0;
  });
}, 30_000);
