import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { cloneDatabase, dropDatabase } from '../../src/database/setup/databases.js';
import { peakMebibytesDuring, residentMebibytes } from '../harness/process-memory.js';
import { type ServerProcess, startServerProcess } from '../harness/server-process.js';
import { othersAreServedDuring } from './watch-health.js';

const FREE = 3;
const MAX_GROWTH_MEBIBYTES = 200;
export const OFFICE = '203.0.113.1';
export const HOME = '198.51.100.7';

let folder: string;
let databaseUrl: string;
export let servers: ServerProcess[];
export let pool: pg.Pool;
/** Runs two servers on one database for the tests of a file. */
export function runTwoServers(): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jobglass-sign-in-'));
    const template = process.env.TEST_DATABASE_URL as string;
    databaseUrl = await cloneDatabase(template, 'template', `test_sign_in_${process.pid}`);
    const settings = {
      DATABASE_URL: databaseUrl,
      JOBGLASS_DATA: folder,
      SEED_DEMO: 'false',
      TRUST_PROXY: 'loopback',
      WRONG_SIGN_INS_PER_10_MINUTES: String(FREE),
    };
    servers = [await startServerProcess(settings), await startServerProcess(settings)];
    pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  });
  // Counts use the machine's clock, which tests cannot move; and a server remembers who exceeded a limit.
  beforeEach(() => pool.query('delete from rate_limits'));
  afterAll(async () => {
    await pool.end();
    for (const { process } of servers) process.kill('SIGTERM');
    await Promise.all(servers.map((each) => each.ended()));
    await dropDatabase(databaseUrl);
    rmSync(folder, { recursive: true, force: true });
  });
}

interface Answer {
  data: Record<string, { token: string }> | null;
  errors?: { message: string; extensions: { code: string; field?: string } }[];
}

/** Sends a request to one of the servers from this address. */
export async function ask(
  query: string,
  variables: object,
  from: string,
  token?: string,
  server = 0,
) {
  const response = await fetch(`${servers[server]?.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': from,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

/** Signs in; returns the result and its duration. */
export async function signIn(person: string, password: string, from: string, server = 0) {
  const start = performance.now();
  const { data, errors } = await ask(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email: person.includes('@') ? person : `${person}@demo.jobglass.test`, password },
    from,
    undefined,
    server,
  );
  const { code, field } = errors?.[0]?.extensions ?? {};
  const message = errors?.[0]?.message;
  return { token: data?.signIn?.token, code, field, message, ms: performance.now() - start };
}

/** Sends wrong passwords of an account, every 60 ms to both servers in turn, until stopped. */
export function flood(person: string, from: string, passwordOf: (at: number) => string) {
  const answers: ReturnType<typeof signIn>[] = [];
  const send = () =>
    answers.push(signIn(person, passwordOf(answers.length), from, answers.length % 2));
  const timer = setInterval(send, 60);
  const start = performance.now();
  return async () => {
    clearInterval(timer);
    const seconds = (performance.now() - start) / 1000;
    return { seconds, answers: await Promise.all(answers) };
  };
}

/** Duration of the guesses before the right password is sent. */
const LEAD_MS = 2_000;

/** Signs in with the right password while guesses continue, and retries as often as the server says to wait. */
export async function getsInThroughFlood(
  name: string,
  passwordOf: (at: number) => string,
  leadMs = LEAD_MS,
): Promise<void> {
  await signIn('supervisor', DEMO_PASSWORD, OFFICE);
  const stop = flood('supervisor', OFFICE, passwordOf);
  await sleep(leadMs);
  const start = performance.now();
  let token: string | undefined;
  for (let time = 0; !token && time < 40; time += 1) {
    const tried = await signIn('supervisor', DEMO_PASSWORD, OFFICE);
    token = tried.token;
    if (!token) {
      expect(tried.message).toMatch(
        /^Many passwords are being tried for this account from here; try again in [12] seconds?\.$/,
      );
      await sleep(2_000);
    }
  }
  const waitedSeconds = (performance.now() - start) / 1000;
  const { seconds, answers } = await stop();
  const lookedAt = answers.filter(({ code }) => code === 'UNAUTHENTICATED').length;
  console.info(
    `Flood of ${name}: in after ${waitedSeconds.toFixed(1)} s (wanted: 10 s); ${lookedAt} of ${answers.length} guesses looked at in ${seconds.toFixed(1)} s`,
  );
  expect(token).toBeDefined();
  // After the end of the flood the waiting attempts had up to eight seconds more.
  expect(lookedAt).toBeLessThanOrEqual(FREE + seconds + 8 + 1);
  expect(new Set(answers.map(({ code }) => code))).toEqual(
    new Set(['UNAUTHENTICATED', 'RATE_LIMITED']),
  );
}

/** Signs in as many unknown people at once: few hashes run, the queue is bounded, other requests are served. */
export async function survivesSignInsAtOnce(count: number): Promise<void> {
  const pid = (servers[0] as ServerProcess).process.pid as number;
  const before = residentMebibytes(pid);
  const { result, peakMebibytes } = await peakMebibytesDuring(pid, () =>
    othersAreServedDuring(servers[0]?.url as string, `${count} sign-ins at once`, () =>
      Promise.all(
        Array.from({ length: count }, (_, at) =>
          signIn(`nobody${at}`, 'guess', `192.0.2.${at % 2}`),
        ),
      ),
    ),
  );
  // How many find the queue full depends on the speed of the machine.
  const codes = new Set(result.map(({ code }) => code));
  expect(['RATE_LIMITED', 'UNAUTHENTICATED']).toEqual(expect.arrayContaining([...codes]));
  expect(peakMebibytes - before).toBeLessThan(MAX_GROWTH_MEBIBYTES);
  expect((await signIn('owner', DEMO_PASSWORD, HOME)).token).toBeDefined();
}
