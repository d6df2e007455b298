import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

it("lets a whole office in, whatever one person in it guesses at another's account", async () => {
  await signIn('owner', DEMO_PASSWORD, OFFICE);
  const codes: (string | undefined)[] = [];
  for (let at = 0; at < 30; at += 1) codes.push((await signIn('admin', 'guess', OFFICE)).code);
  expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(FREE);
  const refused = await signIn('admin', DEMO_PASSWORD, OFFICE);
  expect(refused.code).toBe('RATE_LIMITED');
  expect(refused.message).toMatch(
    /^Too many wrong passwords from here; try again in \d+ seconds?\.$/,
  );
  for (const person of ['owner', 'supervisor', 'tradie'])
    expect((await signIn(person, DEMO_PASSWORD, OFFICE)).token).toBeDefined();
  expect((await signIn('admin', DEMO_PASSWORD, HOME)).token).toBeDefined();
});

it('counts for all servers together, and for changing a password too', async () => {
  const { token } = await signIn('owner', DEMO_PASSWORD, HOME);
  expect((await signIn('owner', 'guess', HOME, 0)).code).toBe('UNAUTHENTICATED');
  expect((await signIn('owner', 'guess', HOME, 1)).code).toBe('UNAUTHENTICATED');
  const change = async () =>
    (
      await ask(
        'mutation { changePassword(current: "guess", next: "a long new password") }',
        {},
        HOME,
        token,
        1,
      )
    ).errors?.[0]?.extensions.code;
  expect(await change()).toBe('VALIDATION_FAILED');
  expect(await change()).toBe('RATE_LIMITED');
  expect((await signIn('owner', DEMO_PASSWORD, HOME, 0)).code).toBe('RATE_LIMITED');
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
