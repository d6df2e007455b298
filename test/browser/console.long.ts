import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, PHONE } from '../harness/browser.js';
import { openWorld, type World } from '../harness/world.js';
import { atConsole } from './at-console.js';
import {
  isUsable,
  seesNothingOfSharing,
  visitEveryPage,
  WITHOUT_SHARING,
} from './console-pages.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

it.each(WITHOUT_SHARING)(
  'every tab of a job is accessible to people who may not share: %s',
  async (person, tabs) => {
    const window = await atConsole(browser, world.url, person, PHONE);
    await seesNothingOfSharing(window, person, tabs, tabs);
  },
  90_000,
);

it.each([
  ['phone-dark', { ...PHONE, colorScheme: 'dark' as const }],
  ['desktop-light', { ...DESKTOP, colorScheme: 'light' as const }],
])(
  'every page is accessible: %s',
  async (name, look) => {
    const window = await atConsole(browser, world.url, 'owner', look);
    await visitEveryPage(window, name, (place) => isUsable(window, place, name));
    expect(window.troubles).toEqual([]);
    await window.close();
  },
  90_000,
);
