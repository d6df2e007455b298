import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../harness/browser.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { openWorld, type World } from '../harness/world.js';
import { atConsole } from './at-console.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** What the browser itself reads of the page's manifest, once there is one. */
async function manifestOf(page: Page) {
  await page.locator('link[rel=manifest]').waitFor({ state: 'attached' });
  const session = await page.context().newCDPSession(page);
  const { data, errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // The windows of tests are private ones, from which nothing can be installed.
  const problems = installabilityErrors.map(({ errorId }) => errorId);
  expect(problems.filter((id) => id !== 'in-incognito')).toEqual([]);
  return JSON.parse(data as string) as Manifest;
}

interface Manifest {
  name: string;
  start_url: string;
  icons: { src: string; sizes: string }[];
}

async function expectIcons({ icons }: Manifest): Promise<void> {
  expect(icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512']);
  for (const { src } of icons) {
    const answer = await fetch(src);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  }
}

it('a client installs the page under the name of the business, and it opens their link again', async () => {
  const job = await scheduledJob(await world.as('owner'));
  const { token } = await shared(world, await world.as('owner'), job, ['STATUS', 'SCHEDULE']);
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.headers().referer}`));
  await page.goto(`${world.url}/portal#${token}/messages`);
  const manifest = await manifestOf(page);
  expect(manifest).toMatchObject({
    name: 'Bright Spark Electrical',
    start_url: `${world.url}/portal#${token}`,
  });
  await expectIcons(manifest);
  // The token is in the fragment only, which no request holds.
  expect(asked.filter((line) => line.includes('jgp_') && !line.startsWith('blob:'))).toEqual([]);
  await page.goto(manifest.start_url);
  await page.getByRole('heading', { level: 1, name: 'Fix the tap' }).waitFor();
  await page.close();
});

it('a link that does not open is not offered to install', async () => {
  const page = await browser.newPage();
  await page.goto(`${world.url}/portal#jgp_${'x'.repeat(43)}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button').first().waitFor();
  expect(await page.locator('link[rel=manifest]').count()).toBe(0);
  await page.close();
});

it('staff install the console', async () => {
  const { page } = await atConsole(browser, world.url, 'tradie');
  const manifest = await manifestOf(page);
  expect(manifest).toMatchObject({ name: 'Jobglass', start_url: `${world.url}/console` });
  await expectIcons(manifest);
  await page.context().close();
});

it.each(['portal', 'console'])(
  'the frame of /%s is painted before its script arrives',
  async (name) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${world.url}/${name}`, { waitUntil: 'commit' });
    const frame = page.locator('.frame');
    await frame.waitFor();
    const blocks = await frame
      .locator('.skeleton')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
    expect(blocks.length).toBeGreaterThan(2);
    for (const height of blocks) expect(height).toBeGreaterThan(10);
    letGo();
    await frame.waitFor({ state: 'detached' });
    await page.close();
  },
);
