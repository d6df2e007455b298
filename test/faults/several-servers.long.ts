import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { dropDatabase } from '../../src/database/setup/databases.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { startServerProcess } from '../harness/server-process.js';
import { ask, enterWorld } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { ownClone } from './own-database.js';
import { serveTogether } from './serve-together.js';

const run = promisify(execFile);
const NEXT_SECRET = 'the next secret of this database, long enough';
describe('started together', () => serveTogether(3));

let databaseUrl: string;
beforeAll(async () => {
  databaseUrl = await ownClone();
});
afterAll(() => dropDatabase(databaseUrl));

it('rotating the secret invalidates the links in earlier emails, and servers run with the new one', async () => {
  const before = await enterWorld(databaseUrl);
  const owner = await before.as('owner');
  const { token } = await shared(before, owner, await scheduledJob(owner), ['STATUS']);
  await before.close();

  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    JOBGLASS_DATA: process.env.TEST_FOLDER as string,
    JOBGLASS_SECRET: NEXT_SECRET,
  };
  const { stdout } = await run(process.execPath, ['dist/scripts/database.js', 'rotate-secret'], {
    env,
  });
  expect(stdout).toMatch(/Links from earlier emails no longer work \(\d+ revoked\)/);

  const next = await startServerProcess(env as Record<string, string>);
  const { errors } = await ask(next.url, token)(ops.ClientPortalDocument);
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  next.process.kill('SIGTERM');
  expect(await next.ended()).toBe(0);
}, 90_000);
