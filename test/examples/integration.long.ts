import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { cloneDatabase, dropDatabase } from '../../src/database/setup/databases.js';
import { freePort, type ServerProcess, startServerProcess } from '../harness/server-process.js';
import { type Answer, type Ask, ask, until } from '../harness/world.js';

const CHANGES = 1_000;
const PEOPLE = ['owner', 'admin', 'supervisor', 'owner'];
/** Numbers of changes after which the program, or the server, is killed. */
const PROGRAM_KILLS = [120, 300, 420, 640, 810, 900];
const SERVER_KILL = 500;

let folder: string;
let databaseUrl: string;
let pool: pg.Pool;
let server: ServerProcess;
let program: ChildProcess;
let env: Record<string, string>;
let programEnv: Record<string, string>;
/** The last of what the program complained of. */
let complaints = '';

beforeAll(async () => {
  const template = process.env.TEST_DATABASE_URL as string;
  databaseUrl = await cloneDatabase(template, 'template', `test_${v7().replaceAll('-', '')}`);
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  folder = mkdtempSync(join(tmpdir(), 'jobglass-follow-'));
  env = {
    DATABASE_URL: databaseUrl,
    JOBGLASS_DATA: process.env.TEST_FOLDER as string,
    SEED_DEMO: 'false',
    WEBHOOKS_ALLOW_PRIVATE: 'true',
    PORT: String(await freePort()),
  };
  server = await startServerProcess(env);
  const port = String(await freePort());
  programEnv = {
    JOBGLASS_URL: server.url,
    JOBGLASS_TOKEN: await signIn('owner'),
    OWN_URL: `http://127.0.0.1:${port}/`,
    PORT: port,
    DATA: join(folder, 'data'),
    CATCH_UP_SECONDS: '2',
  };
});
afterAll(async () => {
  program?.kill('SIGKILL');
  server?.process.kill('SIGKILL');
  await pool?.end();
  await dropDatabase(databaseUrl);
  rmSync(folder, { recursive: true, force: true });
});

it('a program that is killed again and again while people make 1,000 changes has a true copy in the end', async () => {
  await startProgram();
  const people = await Promise.all(
    PEOPLE.map(async (person) => ask(server.url, await signIn(person))),
  );
  let made = 0;
  const progress = async () => {
    made += 1;
    if (PROGRAM_KILLS.includes(made)) await restartProgram();
    if (made === SERVER_KILL) await restartServer();
  };
  await Promise.all(
    people.map((person, at) => work(person, at, CHANGES / people.length, progress)),
  );
  expect(made).toBe(CHANGES);
  // Killed once more, while it catches up with the last ones.
  await restartProgram();
  await until(async () => (await waiting()) === 0, 60).catch(async (error) => {
    throw new Error(`${await waiting()} deliveries wait. ${complaints}`, { cause: error });
  });
  const expected = await everything(people[0] as Ask);
  expect(Object.keys(expected).length).toBeGreaterThan(CHANGES / 4);
  await until(() => JSON.stringify(copied()) === JSON.stringify(expected), 10).catch(
    () => undefined,
  );
  expect(copied()).toEqual(expected);
}, 240_000);

/** Makes so many changes of jobs, notes and quotes of its own; what fails while the server is away is made again. */
async function work(person: Ask, seed: number, count: number, progress: () => Promise<void>) {
  const jobs: string[] = [];
  const notes: string[] = [];
  const quotes: string[] = [];
  let number = seed;
  const newest = (ids: string[]) => ids[(number * 7) % ids.length];
  const steps: (() => Promise<void>)[] = [
    async () => {
      jobs.push(
        await make(
          person,
          `createJob(input: { title: "Job ${number} of ${seed}" }) { job { id } }`,
        ),
      );
    },
    async () => {
      notes.push(
        await make(
          person,
          `addNote(input: { jobId: "${newest(jobs)}", body: "Note ${number}" }) { note { id } }`,
        ),
      );
    },
    () =>
      done(
        person,
        `updateJob(input: { id: "${newest(jobs)}", title: "Changed ${number}" }) { job { id } }`,
      ),
    () =>
      done(person, `updateNote(id: "${newest(notes)}", body: "Changed ${number}") { note { id } }`),
    async () => {
      quotes.push(
        await make(
          person,
          `createQuote(input: { jobId: "${newest(jobs)}", title: "Quote ${number}", lines: [{ description: "Work", unitPriceCents: 100 }] }) { quote { id } }`,
        ),
      );
    },
    () =>
      done(
        person,
        `updateQuote(input: { id: "${newest(quotes)}", title: "Changed ${number}" }) { quote { id } }`,
      ),
    () =>
      done(person, `setJobStatus(jobId: "${newest(jobs)}", status: IN_PROGRESS) { job { id } }`),
    async () => {
      notes.push(
        await make(
          person,
          `addNote(input: { jobId: "${newest(jobs)}", body: "Soon gone" }) { note { id } }`,
        ),
      );
    },
    () => done(person, `removeNote(id: "${notes.pop()}") { noteId }`),
  ];
  for (let change = 0; change < count; change += 1, number += 1) {
    await retried(steps[change % steps.length] as () => Promise<void>);
    await progress();
  }
}

async function make(person: Ask, mutation: string): Promise<string> {
  const { data, errors } = await person<Record<string, Record<string, { id: string }>>, object>(
    `mutation { made: ${mutation} }`,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data.made ?? {})[0]?.id as string;
}

async function done(person: Ask, mutation: string): Promise<void> {
  const { errors } = await person(`mutation { made: ${mutation} }`);
  if (errors) throw new Error(JSON.stringify(errors));
}

/** The server is gone for some seconds only. */
async function retried(step: () => Promise<void>): Promise<void> {
  await until(async () => {
    try {
      await step();
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      // Asked again after its answer was lost, the note is gone already.
      if (/NOT_FOUND/.test(String(error))) return true;
      throw error;
    }
  }, 60);
}

async function startProgram(): Promise<void> {
  program = spawn(process.execPath, ['examples/integration/follow.mjs'], {
    env: { PATH: process.env.PATH, ...programEnv },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  program.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  program.stderr?.on('data', (chunk) => {
    complaints = `${complaints}${chunk}`.slice(-2_000);
  });
  await until(() => printed.includes('Following'), 30);
}

async function restartProgram(): Promise<void> {
  const ended = once(program, 'exit');
  program.kill('SIGKILL');
  await ended;
  await startProgram();
}

async function restartServer(): Promise<void> {
  server.process.kill('SIGKILL');
  await server.ended();
  server = await startServerProcess(env);
}

async function waiting(): Promise<number> {
  const { rows } = await pool.query(
    "select count(*)::int as count from webhook_deliveries where status = 'WAITING'",
  );
  return rows[0].count;
}

type Records = Record<string, Record<string, unknown>>;

/** Jobs, quotes and notes as the API has them. */
async function everything(owner: Ask): Promise<Records> {
  const found: Records = {};
  for (const [list, fields] of [
    ['jobs', '__typename id number title status updatedAt notes { __typename id body updatedAt }'],
    ['quotes', '__typename id number title status updatedAt'],
  ] as const) {
    for (let after: string | null = null, hasMore = true; hasMore; ) {
      const { data, errors }: Answer<{ page: Page }> = await owner(
        `query ($after: String) { page: ${list}(first: 50, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      if (errors) throw new Error(JSON.stringify(errors));
      for (const { notes = [], ...node } of data.page.nodes)
        for (const each of [node, ...notes]) found[each.id] = each;
      after = data.page.pageInfo.endCursor;
      hasMore = data.page.pageInfo.hasNextPage;
    }
  }
  return sorted(found);
}

interface Page {
  nodes: ({ id: string; notes?: { id: string }[] } & Record<string, unknown>)[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The copy of the program, read as it reads it. */
function copied(): Records {
  const found: Records = {};
  const text = readFileSync(join(folder, 'data/copy.jsonl'), 'utf8');
  for (const line of text.split('\n').slice(0, -1)) {
    const { id, record } = JSON.parse(line);
    if (id && record) found[id] = record;
    else if (id) delete found[id];
  }
  return sorted(found);
}

function sorted(records: Records): Records {
  return Object.fromEntries(Object.entries(records).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function signIn(person: string): Promise<string> {
  const { data } = await ask(server.url)<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email: `${person}@demo.jobglass.test`, password: DEMO_PASSWORD },
  );
  return data.signIn.token;
}
