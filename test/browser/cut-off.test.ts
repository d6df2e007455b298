import type { Browser, WebSocketRoute } from 'playwright-core';
import { openBrowser, openWindow, type Window } from '../harness/browser.js';
import { itInLongForm } from '../harness/long-form.js';
import { until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { aFullJob, type FullJob } from './a-full-job.js';

let job: FullJob;
let browser: Browser;
let link: string;
beforeAll(async () => {
  [job, browser] = await Promise.all([aFullJob(), openBrowser()]);
  link = `${job.album.url}/portal#${job.token}`;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await job?.album.close();
});

const SOON = { timeout: 2_000 };
const NOTHING = 'This link does not open anything';

async function opened(): Promise<Window> {
  const client = await openWindow(browser, link);
  await client.page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
  return client;
}

/** Text and markup of the page. */
async function expectNothingLeft({ page }: Window, title = NOTHING): Promise<void> {
  const markup = await page.locator('html').innerHTML();
  for (const each of ['Switchboard', 'Casey', 'Bright Spark', 'blob:', '2,004.75'])
    expect(markup).not.toContain(each);
  expect(await page.title()).toBe(title);
}

it('is emptied for its reader when the portal is switched off, and returns when it is on', async () => {
  const client = await opened();
  await job.owner(ops.SwitchPortalDocument, { on: false });
  await client.page.getByRole('heading', { name: NOTHING }).waitFor(SOON);
  await expectNothingLeft(client);
  expect(await client.barriers()).toEqual([]);
  await client.page.reload();
  await client.page.getByRole('heading', { name: NOTHING }).waitFor();
  await expectNothingLeft(client);
  await job.owner(ops.SwitchPortalDocument, { on: true });
  await client.page.getByRole('button', { name: 'Try again' }).click();
  await client.page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
  await client.close();
});

itInLongForm('refuses an acceptance that arrives after the switch, and is emptied', async () => {
  const client = await opened();
  const { page } = client;
  await page.getByRole('button', { name: 'Accept quote' }).click();
  await page.getByLabel(/full name/).fill('Casey Client');
  // The click is made before the portal is switched off, and the server refuses it.
  await page.route('**/graphql', async (route) => {
    await job.owner(ops.SwitchPortalDocument, { on: false });
    await route.continue();
  });
  await page.evaluate(`document.querySelector('dialog form').requestSubmit()`);
  await page.getByRole('heading', { name: NOTHING }).waitFor();
  await expectNothingLeft(client);
  await page.unrouteAll({ behavior: 'wait' });
  const { data } = await job.owner(ops.QuoteDocument, { id: job.quoteId });
  expect(data.quote?.status).toBe('SENT');
  await job.owner(ops.SwitchPortalDocument, { on: true });
  await client.close();
});

itInLongForm('shows nothing of anybody for an invalid link and for none', async () => {
  for (const [address, title] of [
    [`${job.album.url}/portal#never-was`, NOTHING],
    [`${job.album.url}/portal`, 'Open your page'],
  ] as const) {
    const client = await openWindow(browser, address);
    await client.page.getByRole('heading', { name: title }).waitFor();
    await expectNothingLeft(client, title);
    await client.close();
  }
});

it('keeps its content while there is no connection, says so and catches up', async () => {
  const client = await openWindow(browser, 'about:blank');
  const { page } = client;
  // Chromium's offline mode keeps open sockets open, so they are closed explicitly.
  let isOffline = false;
  const sockets: WebSocketRoute[] = [];
  await page.routeWebSocket('**/graphql', (socket) => {
    if (isOffline) return socket.close();
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.goto(link);
  await page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
  isOffline = true;
  await page.context().setOffline(true);
  for (const socket of sockets) await socket.close();
  const notice = page.getByText('No connection at the moment.');
  await notice.waitFor();
  expect(await client.barriers()).toEqual([]);
  await client.picture('portal-phone-offline', { fullPage: false });
  expect(await page.getByRole('heading', { name: 'Switchboard upgrade' }).count()).toBe(1);
  await job.owner(ops.AddNoteDocument, {
    input: { jobId: job.jobId, body: 'Told while you were away', internal: false },
  });
  await job.share();
  isOffline = false;
  await page.context().setOffline(false);
  await page.getByText('Told while you were away').waitFor();
  await notice.waitFor({ state: 'detached' });
  await client.close();
});

itInLongForm('polls where WebSockets are blocked', async () => {
  const client = await openWindow(browser, 'about:blank');
  const { page } = client;
  await page.routeWebSocket('**/graphql', (socket) => socket.close());
  await page.clock.install();
  await page.goto(link);
  await page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
  await job.owner(ops.AddNoteDocument, {
    input: { jobId: job.jobId, body: 'Told without a socket', internal: false },
  });
  await job.share();
  await until(async () => {
    await page.clock.runFor(15_000);
    return page.getByText('Told without a socket').isVisible();
  });
  await client.close();
});

itInLongForm(
  'blames the connection, not the link, when the first request gets no response',
  async () => {
    const client = await openWindow(browser, 'about:blank');
    await client.page.route('**/graphql', (route) => route.abort());
    await client.page.goto(link);
    await client.page.getByRole('heading', { name: 'The page could not be loaded' }).waitFor();
    expect(await client.barriers()).toEqual([]);
    await client.page.unrouteAll();
    await client.page.getByRole('button', { name: 'Try again' }).click();
    await client.page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
    await client.close();
  },
);
