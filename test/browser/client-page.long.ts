import type { Browser } from 'playwright-core';
import { openBrowser, openWindow, PHONE, type Window } from '../harness/browser.js';
import { until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { aFullJob, type FullJob } from './a-full-job.js';

let job: FullJob;
let browser: Browser;
let client: Window;
let link: string;
beforeAll(async () => {
  [job, browser] = await Promise.all([aFullJob(), openBrowser()]);
  link = `${job.album.url}/portal#${job.token}`;
  client = await openWindow(browser, link, PHONE);
  await client.page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
}, 60_000);
afterAll(async () => {
  await client?.close();
  await browser?.close();
  await job?.album.close();
});

const FOCUSED = 'document.activeElement.textContent';

it('says first what to answer, what to pay and when the next visit is; nothing is new at first', async () => {
  const first = await client.page.locator('.what-matters').textContent();
  expect(first).toContain('Answer this quote: New switchboard');
  expect(first).toContain('Pay $295.00 for Deposit');
  expect(first).toContain('Next visit:');
  expect(first).not.toContain('New since');
  expect(await client.barriers()).toEqual([]);
});

it('fits a phone at 200 % with everything unfolded, in the dark, and does not break the name into letters', async () => {
  const narrow = { ...PHONE, viewport: { width: 195, height: 420 }, colorScheme: 'dark' } as const;
  const zoomed = await openWindow(browser, link, narrow);
  const { page } = zoomed;
  await page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
  for (const button of await page.locator('.fold-button').all()) await button.click();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(195);
  const name = await page.locator('.brand .name').boundingBox();
  expect(name?.width).toBeGreaterThan(80);
  expect(await zoomed.barriers()).toEqual([]);
  await zoomed.picture('client-page-200-percent-dark');
  await zoomed.close();
});

it('leads from there, and from the link of a mail, to the quote', async () => {
  const { page } = client;
  await page.getByRole('button', { name: /^Read and answer/ }).click();
  await until(async () => (await page.evaluate(FOCUSED)) === 'New switchboard');
  const mailed = await openWindow(browser, `${link}/quote/${job.quoteId}`, PHONE);
  await until(async () => (await mailed.page.evaluate(FOCUSED)) === 'New switchboard');
  expect(mailed.troubles).toEqual([]);
  await mailed.close();
});

it('closes a photo with Back, and stays on the page', async () => {
  const { page } = client;
  await page.getByRole('button', { name: 'The house' }).click();
  await page.getByRole('dialog', { name: 'The house' }).waitFor();
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
});

it('keeps what was typed over a reload, and forgets it once it was sent', async () => {
  const { page } = client;
  await page.getByLabel('Your message').fill('Half a sentence');
  await page.reload();
  expect(await page.getByLabel('Your message').inputValue()).toBe('Half a sentence');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Half a sentence' }).waitFor();
  await page.reload();
  expect(await page.getByLabel('Your message').inputValue()).toBe('');
});

it('does not send twice what arrived although its answer was lost', async () => {
  const { page } = client;
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('SendMessageFromPortal')) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByLabel('Your message').fill('Only once, please');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText(/we do not know whether it arrived/).waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Only once, please' }).waitFor();
  const { rows } = await job.album.sql(
    "select count(*)::int as sent from messages where body = 'Only once, please'",
  );
  expect(rows[0]?.sent).toBe(1);
});

it('folds a hundred notes, prints them all, and marks what is new at the next look', async () => {
  for (let number = 1; number <= 100; number += 1)
    await job.owner(ops.AddNoteDocument, {
      input: { jobId: job.jobId, body: `Remark ${number}.`, internal: false },
    });
  await job.share();
  const { page } = client;
  await page.getByRole('button', { name: /^Show \d+ earlier notes$/ }).waitFor();
  expect(await page.locator('.notes > li:visible').count()).toBe(5);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.notes > li:visible').count()).toBe(101);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(`for (const key of Object.keys(localStorage).filter((each) => each.startsWith('jobglass.seen.'))) {
    const seen = JSON.parse(localStorage[key]);
    seen.at = '2026-01-01T00:00:00.000Z';
    seen.items = Object.fromEntries(Object.entries(seen.items).slice(0, -3));
    window.addEventListener('pagehide', () => localStorage.setItem(key, JSON.stringify(seen)));
  }`);
  await page.reload();
  await page.getByText(/^New since you last looked/).waitFor();
  expect(await client.barriers()).toEqual([]);
}, 60_000);

it('sets a step of the work in the direction of its own words', async () => {
  await job.owner(ops.AddTodoDocument, { input: { jobId: job.jobId, title: 'غسالة (a)' } });
  await job.share();
  const words = client.page.getByText('غسالة (a)', { exact: true });
  await words.waitFor({ state: 'attached' });
  expect(await words.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
});

it('a cancelled visit is new while it is on the page, and not when it has left it after two weeks', async () => {
  const { data } = await job.owner<{ job: { visits: { id: string }[] } }, { id: string }>(
    'query ($id: ID!) { job(id: $id) { visits { id } } }',
    { id: job.jobId },
  );
  const windows = [await openWindow(browser, link, PHONE), await openWindow(browser, link, PHONE)];
  for (const { page } of windows) {
    await page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
    await page.goto('about:blank');
  }
  await job.owner(ops.CancelVisitDocument, { id: data.job.visits.at(-1)?.id ?? '' });
  await job.owner(ops.AddNoteDocument, {
    input: { jobId: job.jobId, body: 'One visit less.', internal: false },
  });
  await job.share();
  const later = [1, 30].map((days) => new Date(Date.now() + days * 24 * 3_600_000));
  const said: (string | null)[] = [];
  for (const [at, { page }] of windows.entries()) {
    await page.clock.setFixedTime(later[at] as Date);
    await page.goto(link);
    await page.getByText(/^New since you last looked/).waitFor();
    said.push(await page.locator('.news .row').textContent());
  }
  expect(said).toEqual([expect.stringContaining('1 visit'), expect.not.stringContaining('visit')]);
  for (const { close } of windows) await close();
}, 60_000);
