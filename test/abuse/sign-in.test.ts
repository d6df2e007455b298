import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { cloneDatabase, dropDatabase } from '../../src/database/databases.js';
import { peakMebibytesDuring, residentMebibytes } from '../harness/process-memory.js';
import { type ServerProcess, startServerProcess } from '../harness/server-process.js';
import { othersAreServedDuring } from './watch-health.js';

const FREE = 3;
const MAX_GROWTH_MEBIBYTES = 200;
const OFFICE = '203.0.113.1';
const HOME = '198.51.100.7';

let folder: string;
let databaseUrl: string;
let servers: ServerProcess[];
let pool: pg.Pool;
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
// Counts are by the clock of the machine, which no test turns; and a server remembers who was over.
beforeEach(() => pool.query('delete from rate_limits'));
afterAll(async () => {
  await pool.end();
  for (const { process } of servers) process.kill('SIGTERM');
  await Promise.all(servers.map((each) => each.ended()));
  await dropDatabase(databaseUrl);
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  data: Record<string, { token: string }> | null;
  errors?: { message: string; extensions: { code: string; field?: string } }[];
}

async function ask(query: string, variables: object, from: string, token?: string, server = 0) {
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

async function signIn(person: string, password: string, from: string, server = 0) {
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

it('looks at the length first: nothing of 3.9 MB makes anybody wait', async () => {
  // About as much as the request of a visitor may hold.
  const long = 'a'.repeat(60_000);
  await othersAreServedDuring(servers[0]?.url as string, 'A sign-in of 3.9 MB', async () => {
    const { code } = await signIn(`${'a'.repeat(3_900_000)}@x.test`, 'guess', HOME);
    expect(code).toBe('VALIDATION_FAILED');
    expect(await signIn(`${long}@x.test`, 'guess', HOME)).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'email',
    });
    expect(await signIn('owner', long, HOME)).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'password',
    });
    const { token } = await signIn('owner', DEMO_PASSWORD, HOME);
    for (const [current, next] of [
      [long, DEMO_PASSWORD],
      [DEMO_PASSWORD, long],
    ]) {
      const { errors } = await ask(
        'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }',
        { current, next },
        HOME,
        token,
      );
      expect(errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    }
  });
});

/** Sends wrong passwords of an account, one every 60 ms to both servers in turn, until it is stopped. */
function flood(person: string, from: string, passwordOf: (at: number) => string) {
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

const FLOODS: [string, (at: number) => string][] = [
  ['a new password each time', (at) => `guess ${at}`],
  ['always the same password', () => 'guess'],
];

it.each(FLOODS)(
  'lets the right password in through a flood from its own network: %s',
  async (name, passwordOf) => {
    await signIn('supervisor', DEMO_PASSWORD, OFFICE);
    const stop = flood('supervisor', OFFICE, passwordOf);
    await sleep(2_000);
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
    // After the flood ended, those that still waited had up to eight seconds more.
    expect(lookedAt).toBeLessThanOrEqual(FREE + seconds + 8 + 1);
    expect(new Set(answers.map(({ code }) => code))).toEqual(
      new Set(['UNAUTHENTICATED', 'RATE_LIMITED']),
    );
  },
  120_000,
);

it("lets a whole office in, whatever one person in it guesses at another's account", async () => {
  const { token } = await signIn('owner', DEMO_PASSWORD, OFFICE);
  const stop = flood('admin', OFFICE, (at) => `guess ${at}`);
  await sleep(1_500);
  for (const person of ['owner', 'supervisor', 'tradie'])
    expect((await signIn(person, DEMO_PASSWORD, OFFICE)).token).toBeDefined();
  expect((await signIn('admin', DEMO_PASSWORD, HOME)).token).toBeDefined();
  expect(token).toBeDefined();
  await stop();
});

it('counts for all servers together: past the free guesses each waits, and the right one gets in', async () => {
  const tries = [0, 1, 0, 1, 0].map(async (server, at) =>
    signIn('owner', `guess ${at}`, HOME, server),
  );
  const answers = await Promise.all(tries);
  expect(answers.map(({ code }) => code)).toEqual(Array(5).fill('UNAUTHENTICATED'));
  // Two are free, the third takes the first gap, and the others wait for one and two seconds.
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeGreaterThan(2_000);
  expect((await signIn('owner', DEMO_PASSWORD, HOME, 1)).token).toBeDefined();
});

it('counts guesses at a change of password by session, so no stranger on the network slows it', async () => {
  const { token } = await signIn('owner', DEMO_PASSWORD, HOME);
  const change = async () => {
    const start = performance.now();
    const { errors } = await ask(
      'mutation { changePassword(current: "guess", next: "a long new password") }',
      {},
      HOME,
      token,
      1,
    );
    return { code: errors?.[0]?.extensions.code, ms: performance.now() - start };
  };
  const stop = flood('owner', HOME, (at) => `guess ${at}`);
  await sleep(700);
  const first = await change();
  await stop();
  expect(first.code).toBe('VALIDATION_FAILED');
  expect(first.ms).toBeLessThan(900);
  await change();
  await change();
  expect((await change()).ms).toBeGreaterThan(600);
});

it('lets the owner in while many networks guess at the account: at once where they are known', async () => {
  await signIn('owner', DEMO_PASSWORD, OFFICE);
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => signIn('owner', 'guess', `192.0.2.${at}`)),
  );
  const known = await signIn('owner', DEMO_PASSWORD, OFFICE);
  expect(known.token).toBeDefined();
  const elsewhere = await signIn('owner', DEMO_PASSWORD, '198.51.100.99');
  expect(elsewhere.token).toBeDefined();
  expect(elsewhere.ms).toBeGreaterThan(900);
  expect(elsewhere.ms).toBeLessThan(5_000);
  expect(known.ms).toBeLessThan(900);
});

it('is not brought down by a flood: few hashes at once, a bounded queue, others served', async () => {
  const pid = (servers[0] as ServerProcess).process.pid as number;
  const before = residentMebibytes(pid);
  const { result, peakMebibytes } = await peakMebibytesDuring(pid, () =>
    othersAreServedDuring(servers[0]?.url as string, '120 sign-ins at once', () =>
      Promise.all(
        Array.from({ length: 120 }, (_, at) => signIn(`nobody${at}`, 'guess', `192.0.2.${at % 2}`)),
      ),
    ),
  );
  // How many find the queue full depends on how fast the machine sends them.
  const codes = new Set(result.map(({ code }) => code));
  expect(['RATE_LIMITED', 'UNAUTHENTICATED']).toEqual(expect.arrayContaining([...codes]));
  expect(peakMebibytes - before).toBeLessThan(MAX_GROWTH_MEBIBYTES);
  expect((await signIn('owner', DEMO_PASSWORD, HOME)).token).toBeDefined();
});

it('lets nobody in while guesses cannot be counted', async () => {
  await pool.query('alter table rate_limits rename to rate_limits_away');
  try {
    const { token, code } = await signIn('owner', DEMO_PASSWORD, HOME);
    expect(token).toBeUndefined();
    expect(['INTERNAL_ERROR', 'UNAVAILABLE', 'BUSY']).toContain(code);
  } finally {
    await pool.query('alter table rate_limits_away rename to rate_limits');
  }
});
