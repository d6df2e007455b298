import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { v7 } from 'uuid';
import { cloneDatabase, dropDatabase } from '../../src/database/setup/databases.js';
import { spawnServer } from '../harness/server-process.js';
import { ask, until } from '../harness/world.js';

const run = promisify(execFile);

/** What a release carries; everything else is installed from the lock file. */
const RELEASE = ['package.json', 'package-lock.json', 'dist/bundle', 'dist/web'];

const folder = mkdtempSync(join(tmpdir(), 'jobglass-production-'));
let databaseUrl: string;
beforeAll(async () => {
  const template = process.env.TEST_DATABASE_URL as string;
  databaseUrl = await cloneDatabase(template, 'template', `prod_${v7().replaceAll('-', '')}`);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await dropDatabase(databaseUrl);
  // A whole installation is removed, which takes a slow disk its time.
}, 120_000);

it('an installation without what only the build needs starts, answers and shows its pages', async () => {
  for (const path of RELEASE) cpSync(path, join(folder, path), { recursive: true });
  const install = ['ci', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline'];
  await run('npm', install, { cwd: folder, maxBuffer: 16 * 1024 * 1024 });
  const { stdout } = await run('npm', ['ls', 'react', 'vite', 'knip', '--json'], {
    cwd: folder,
  }).catch((error: { stdout: string }) => error);
  expect(JSON.parse(stdout).dependencies).toBeUndefined();

  const settings = { DATABASE_URL: databaseUrl, JOBGLASS_DATA: join(folder, 'data') };
  const server = await spawnServer(settings, folder);
  try {
    await until(() => server.output().includes('Jobglass is running'), 60);
    const { data } = await ask(server.url)<{ me: { kind: string } }, object>('{ me { kind } }');
    expect(data.me.kind).toBe('VISITOR');
    expect((await fetch(`${server.url}/portal`)).status).toBe(200);
  } finally {
    server.process.kill('SIGTERM');
  }
  expect(await server.ended()).toBe(0);
}, 600_000);
