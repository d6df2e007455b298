import type { Browser } from 'playwright-core';
import { openBrowser, openWindow } from '../harness/browser.js';
import { until } from '../harness/world.js';
import { DevProject } from './dev-project.js';

const HEALTH = 'src/server/http/health-routes.ts';

let dev: DevProject;
let browser: Browser;
beforeAll(async () => {
  dev = new DevProject();
  browser = await openBrowser();
  await dev.start();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  dev?.remove();
}, 120_000);

it('updates a changed page in the open browser', async () => {
  const { page, troubles, close } = await openWindow(browser, `${dev.url}/console`);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await page.goto(`${dev.url}/portal#never-was`);
  await page.getByRole('heading', { name: 'This link does not open anything' }).waitFor();
  dev.change('src/texts/en/page/strings.ts', 'This link does not open anything', 'Shown by itself');
  await page.getByRole('heading', { name: 'Shown by itself' }).waitFor({ timeout: 60_000 });
  expect(troubles).toEqual([]);
  await close();
}, 90_000);

it('restarts the API when its code changes, and keeps it running while the code does not compile', async () => {
  expect(await dev.text('/health')).toBe('{"ok":true}');
  const ready = ': uncached(reply).send({ ok';
  dev.change(HEALTH, ready, ': Nothing.at.all(reply).send({ ok');
  await until(() => dev.printed().includes('keeps running as it was'), 110);
  expect(await dev.text('/health')).toBe('{"ok":true}');
  dev.change(HEALTH, ': Nothing.at.all(reply).send({ ok', ready);
  dev.change(HEALTH, ready, ': uncached(reply).send({ isNew: true, ok');
  await until(() => dev.printed().includes('The API is up again'), 110);
  expect(await dev.text('/health')).toBe('{"isNew":true,"ok":true}');
}, 240_000);

it('stops everything that it started, with the embedded database', () => dev.stopsEverything());
