import type { Browser, BrowserContextOptions } from 'playwright-core';
import { DESKTOP, openBrowser, openWindow, PHONE } from '../harness/browser.js';
import { aFullJob, type FullJob } from './a-full-job.js';

let job: FullJob;
let browser: Browser;
beforeAll(async () => {
  [job, browser] = await Promise.all([aFullJob(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await job?.album.close();
});

const LOOKS: [string, BrowserContextOptions][] = [
  ['phone', PHONE],
  ['desktop', DESKTOP],
];

it.each(LOOKS)('fits on a %s, by day and by night', async (name, looks) => {
  const client = await openWindow(browser, `${job.album.url}/portal#${job.token}`, looks);
  const { page } = client;
  for (const alt of ['The house', 'The old switchboard']) {
    await page.getByRole('button', { name: alt }).scrollIntoViewIfNeeded();
    await page.getByAltText(alt).waitFor();
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate('scrollTo(0, 0)');
    await client.picture(`portal-${name}-${colorScheme}`);
  }
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.getByRole('button', { name: 'Accept quote' }).click();
  await client.picture(`portal-${name}-accept`, { fullPage: false });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'The house' }).click();
  await page.getByRole('dialog').getByAltText('The house').waitFor();
  await client.picture(`portal-${name}-photo`, { fullPage: false });
  await page.keyboard.press('Escape');
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  await client.picture(`portal-${name}-print`);
  await client.close();
});
