import type { Browser } from 'playwright-core';
import { openBrowser, PHONE } from '../harness/browser.js';
import { openWorld, type World } from '../harness/world.js';
import { openConversation, send } from '../messages/conversation.js';
import { atConsole, enter, roomLink } from './at-console.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

it('what clients wrote about any job is in one list, one click from its thread, and gone from "To read" once it was read', async () => {
  const { client, jobId } = await openConversation(world);
  await send(client, jobId, 'Which colour will the tiles be?');
  const window = await atConsole(browser, world.url, 'supervisor', PHONE);
  const { page } = window;
  await roomLink(page, 'Messages')
    .getByTitle(/^\d+ waiting$/)
    .waitFor();
  await enter(page, 'Messages');
  await page.getByLabel('Status').selectOption('To read');
  const row = page.getByRole('listitem').filter({ hasText: 'Which colour will the tiles be?' });
  await row.getByText('1 to read').waitFor();
  expect(page.url()).toMatch(/#\/messages\?status=UNREAD$/);
  await expect(await window.barriers()).toEqual([]);

  await row.getByRole('link', { name: /Kim Client/ }).click();
  await page.getByRole('region', { name: 'Messages' }).getByText('Which colour').waitFor();
  await page.goBack();
  await page.getByRole('listitem').filter({ hasText: 'one more socket' }).waitFor();
  await row.waitFor({ state: 'detached' });
  await page.getByLabel('Status').selectOption('All');
  await row.waitFor();
  await row.getByText('to read').waitFor({ state: 'detached' });
  await page.context().close();
});
