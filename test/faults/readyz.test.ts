import pg from 'pg';
import { dropDatabase } from '../../src/database/setup/databases.js';
import { type DatabaseProxy, openDatabaseProxy } from '../harness/database-proxy.js';
import { type ServerProcess, startServerProcess } from '../harness/server-process.js';
import { until } from '../harness/world.js';
import { ownClone } from './own-database.js';

let databaseUrl: string;
let proxy: DatabaseProxy;
let server: ServerProcess;
beforeAll(async () => {
  databaseUrl = await ownClone();
  proxy = await openDatabaseProxy(databaseUrl);
  server = await startServerProcess({
    DATABASE_URL: proxy.url,
    JOBGLASS_DATA: process.env.TEST_FOLDER as string,
  });
}, 60_000);
afterAll(async () => {
  server?.process.kill('SIGKILL');
  await proxy?.close();
  await dropDatabase(databaseUrl);
});

async function asked(path: string) {
  const start = performance.now();
  const response = await fetch(`${server.url}${path}`);
  const body = await response.json();
  return { status: response.status, body, ms: performance.now() - start };
}

async function onDatabase(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

it('a load balancer gets 200 from a ready server', async () => {
  for (const path of ['/livez', '/readyz', '/health'])
    expect(await asked(path)).toMatchObject({ status: 200, body: { ok: true } });
});

it('a flood of checks queries the database a few times at most', async () => {
  // A busy machine may take longer than a check waits for the database; then the flood is repeated.
  const { longestMs, statements } = await until(async () => {
    const before = proxy.count('from secret_fingerprint');
    const answers = await Promise.all(Array.from({ length: 300 }, () => asked('/readyz')));
    const statements = proxy.count('from secret_fingerprint') - before;
    const longestMs = Math.max(...answers.map(({ ms }) => ms));
    return answers.every(({ status }) => status === 200) && { longestMs, statements };
  });
  // One, and one more each time that a cached result expired.
  expect(statements).toBeLessThanOrEqual(2 + longestMs / 100);
});

it('reports a hanging database within a second, and its return', async () => {
  proxy.hang(true);
  await new Promise((resolve) => setTimeout(resolve, 150));
  for (const path of ['/readyz', '/health']) {
    const { ms, ...answer } = await asked(path);
    expect(answer).toEqual({ status: 503, body: { ok: false, reason: 'DATABASE' } });
    expect(ms).toBeLessThan(1_000);
  }
  expect(await asked('/livez')).toMatchObject({ status: 200, body: { ok: true } });
  proxy.hang(false);
  await until(async () => (await asked('/readyz')).status === 200, 3);
});

it('reports a missing migration, and another secret', async () => {
  await onDatabase("update migrations set name = 'away' where name = '0018-failed-emails'");
  await until(async () => (await asked('/readyz')).body.reason === 'SCHEMA', 3);
  await onDatabase("update migrations set name = '0018-failed-emails' where name = 'away'");
  await onDatabase("update secret_fingerprint set fingerprint = 'another'");
  await until(async () => (await asked('/readyz')).body.reason === 'SECRET', 3);
});
