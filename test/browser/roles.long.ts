import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../harness/browser.js';
import { openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { atConsole, enter, openJob, turnTo } from './at-console.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Names of the sections, without the number of what waits in each. */
const rooms = async (page: Page) => {
  const links = page.getByRole('navigation', { name: 'Rooms' }).getByRole('link');
  return (await links.allTextContents()).map((text) => text.replace(/\d+$/, ''));
};
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

it('offers an admin everybody but owners to manage, and no owner role', async () => {
  const window = await atConsole(browser, world.url, 'admin');
  const { page } = window;
  await enter(page, 'Staff');
  await button(page, 'Remove Fiona Finance').waitFor();
  expect(await button(page, /(Remove|Edit) Olivia Owner/).count()).toBe(0);
  const roles = await page.getByLabel('Role').locator('option').allTextContents();
  expect(roles).toEqual(['Admin', 'Supervisor', 'Finance', 'Tradie', 'Apprentice']);
  expect(window.troubles).toEqual([]);
  await window.close();
});

it('shows finance the money and the messages, and nothing to share, plan or work on', async () => {
  const window = await atConsole(browser, world.url, 'finance');
  const { page } = window;
  expect(await rooms(page)).toEqual([
    'Today',
    'Jobs',
    'Messages',
    'Quotes',
    'Invoices',
    'Clients',
    'Settings',
    'Your account',
  ]);
  await openJob(page, 'Kitchen rewire');
  for (const tab of ['Schedule', 'Notes', 'To-dos', 'Photos', 'Materials']) {
    await turnTo(page, tab);
    await page.waitForLoadState('networkidle');
    const region = page.getByRole('region', { name: tab });
    expect({ tab, buttons: await region.getByRole('button').allTextContents() }).toEqual({
      tab,
      buttons: [],
    });
  }
  await turnTo(page, 'Messages');
  await button(page, 'Send message').waitFor();
  await enter(page, 'Invoices');
  await page.getByRole('main').getByRole('link').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(window.troubles).toEqual([]);
  await window.close();
});

it('offers a tradie the toggle of photos while the business allows it', async () => {
  const window = await atConsole(browser, world.url, 'tradie');
  const { page } = window;
  const toggles = page.getByRole('switch');
  await openJob(page, 'Kitchen rewire');
  await turnTo(page, 'Photos');
  await page.getByText('Before', { exact: true }).waitFor();
  expect(await toggles.count()).toBe(0);
  expect(await button(page, /^Remove/).count()).toBe(0);
  await (await world.as('owner'))(ops.LetTradiesTogglePhotosDocument, { on: true });
  await page.reload();
  const toggle = toggles.first();
  await toggle.waitFor();
  const wasOn = await toggle.isChecked();
  await toggle.click();
  await page.waitForFunction(
    (before) => (document.querySelector('[role=switch]') as HTMLInputElement).checked !== before,
    wasOn,
  );
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(window.troubles).toEqual([]);
  await window.close();
});
