import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser, openWindow } from '../harness/browser.js';
import { freePort } from '../harness/server-process.js';
import { until } from '../harness/world.js';

/** A copy to be changed, with the packages of the original. */
const clone = mkdtempSync(join(tmpdir(), 'jobglass-dev-'));
let dev: ChildProcess;
let url: string;
let printed = '';
let browser: Browser;

beforeAll(async () => {
  chmodSync(clone, 0o755);
  for (const each of ['src', 'db', 'scripts', 'test', 'schema', 'package.json', 'tsconfig.json'])
    cpSync(each, join(clone, each), { recursive: true, filter: isOurs });
  for (const each of ['src', 'db', 'scripts', 'web'])
    cpSync(`dist/${each}`, join(clone, 'dist', each), { recursive: true });
  symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
  const port = await freePort();
  url = `http://localhost:${port}`;
  const { PATH, HOME } = process.env;
  dev = spawn(process.execPath, ['dist/scripts/dev.js'], {
    cwd: clone,
    env: { PATH, HOME, PORT: String(port), JOBGLASS_DATA: join(clone, '.data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [dev.stdout, dev.stderr]) {
    stream?.on('data', (chunk) => {
      printed += chunk;
    });
  }
  browser = await openBrowser();
  await until(() => printed.includes('is running') || dev.exitCode !== null, 150);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  dev?.kill('SIGKILL');
  rmSync(clone, { recursive: true, force: true });
});

const isOurs = (path: string) => !path.includes('node_modules');

function changed(file: string, from: string, to: string): void {
  const path = join(clone, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const health = () => fetch(`${url}/health`).then((answer) => answer.text());

it('tells a developer what to open, at the port that was asked for', () => {
  for (const each of ['/graphql', '/console', '/dev/mailbox'])
    expect(printed).toContain(`${url}${each}`);
});

it('shows a change of a page in the open browser by itself', async () => {
  const { page, troubles, close } = await openWindow(browser, `${url}/console`);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await page.goto(`${url}/portal`);
  await page.getByRole('heading', { name: 'This link does not open anything' }).waitFor();
  changed('src/web/portal/words.ts', 'This link does not open anything', 'Shown by itself');
  await page.getByRole('heading', { name: 'Shown by itself' }).waitFor({ timeout: 60_000 });
  expect(troubles).toEqual([]);
  await close();
}, 90_000);

it('starts the API anew when its code changes, and leaves it as it was while that does not compile', async () => {
  expect(await health()).toBe('{"ok":true}');
  const ready = ': uncached(reply).send({ ok';
  changed('src/server/health-routes.ts', ready, ': Nothing.at.all(reply).send({ ok');
  await until(() => printed.includes('stays as it was'), 110);
  expect(await health()).toBe('{"ok":true}');
  changed('src/server/health-routes.ts', ': Nothing.at.all(reply).send({ ok', ready);
  changed('src/server/health-routes.ts', ready, ': uncached(reply).send({ isNew: true, ok');
  await until(() => printed.includes('The API is up again'), 110);
  expect(await health()).toBe('{"isNew":true,"ok":true}');
}, 240_000);

it('ends with all that it started', async () => {
  dev.kill('SIGINT');
  expect(await once(dev, 'exit')).toEqual([0, null]);
  const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  expect(running.split('\n').filter((line) => line.includes(clone))).toEqual([]);
});
