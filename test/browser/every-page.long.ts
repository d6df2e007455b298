import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { DESKTOP, openBrowser, openWindow, PHONE } from '../harness/browser.js';
import { openWorld, type World } from '../harness/world.js';
import { aFullJob, type FullJob } from './a-full-job.js';
import { atConsole } from './at-console.js';
import { isUsable, smallTargets, visitEveryPage } from './console-pages.js';
import { WITHOUT_SESSION } from './pages-without-session.js';

let job: FullJob;
let world: World;
let browser: Browser;
beforeAll(async () => {
  [job, world, browser] = await Promise.all([aFullJob(), openWorld(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await Promise.all([job?.album.close(), world?.close()]);
});

/** A desktop's window at 200 %: as many pixels of the screen, half as many of the page. */
const ZOOMED: BrowserContextOptions = {
  viewport: { width: 640, height: 450 },
  deviceScaleFactor: 2,
};

const LOOKS: [string, BrowserContextOptions][] = [
  ['phone', PHONE],
  ['desktop', DESKTOP],
  ['desktop-200', ZOOMED],
].flatMap(([name, look]) =>
  (['light', 'dark'] as const).map((colorScheme): [string, BrowserContextOptions] => [
    `${name}-${colorScheme}`,
    { ...(look as BrowserContextOptions), colorScheme },
  ]),
);

it.each(LOOKS)(
  'every page of the console is accessible and fits: %s',
  async (name, look) => {
    const small: string[] = [];
    const window = await atConsole(browser, world.url, 'owner', look);
    await visitEveryPage(window, name, async (place) => {
      await isUsable(window, place, name);
      if (look.hasTouch)
        for (const target of await smallTargets(window)) small.push(`${place}: ${target}`);
    });
    expect(small).toEqual([]);
    expect(window.troubles).toEqual([]);
    await window.close();
  },
  180_000,
);

it.each(LOOKS)(
  "a client's page is accessible and fits, and so does each of its dialogs: %s",
  async (name, look) => {
    const url = `${job.album.url}/portal#${job.token}`;
    const window = await openWindow(browser, url, look);
    const { page } = window;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await isUsable(window, 'portal', name);
    if (look.hasTouch) expect(await smallTargets(window)).toEqual([]);
    for (const button of ['Accept quote', 'The house']) {
      await page.getByRole('button', { name: button }).first().click();
      await page.getByRole('dialog').waitFor();
      await isUsable(window, `portal-${button.toLowerCase().replace(' ', '-')}`, name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(window.troubles).toEqual([]);
    await window.close();
  },
  60_000,
);

it.each(LOOKS)(
  'every page for people who are not signed in is accessible and fits: %s',
  async (name, look) => {
    for (const [place, path, heading] of WITHOUT_SESSION) {
      const window = await openWindow(browser, `${world.url}${path}`, look);
      await window.page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await isUsable(window, place, name);
      if (look.hasTouch)
        expect({ place, small: await smallTargets(window) }).toEqual({ place, small: [] });
      await window.close();
    }
  },
  120_000,
);

it('the pages that need no session are all among those that were looked at', () => {
  const paths = WITHOUT_SESSION.map(([, path]) => path.split('#')[0]);
  const source = readFileSync('src/web/console/session/pages-without-session.tsx', 'utf8');
  const known = [...source.matchAll(/^ {2}'(\/[a-z-]+)':/gm)].map(([, path]) => path);
  expect(known.length).toBeGreaterThan(0);
  for (const path of known) expect(paths).toContain(path);
});
