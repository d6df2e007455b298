import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DESKTOP, openBrowser, openWindow, PHONE } from '../harness/browser.js';
import { openProduction, type Production } from '../journeys/production.js';
import { onDay, promptOn, roomLink } from './at-console.js';
import { CountedSteps } from './counted-steps.js';

const PAGE = 'test/browser/three-minutes.md';
const CLIENT = 'kim@client.test';
const MAX_SECONDS = 180;
/** Somebody who never saw it also reads and looks around: as long again as acting and deciding take. */
const FIRST_TIME = 2;
/** 3112 2027 09 00 am, as a field for a date and a time takes them. */
const KEYS_OF_TIME = 14;

let browser: Browser;
let production: Production;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
beforeEach(async () => {
  production = await openProduction();
}, 60_000);
afterEach(() => production?.close());
afterAll(() => browser?.close());

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

async function signUp(page: Page): Promise<void> {
  await page.getByLabel('Name of the business').fill('Kauri Plumbing');
  await page.getByLabel('Country').selectOption({ label: 'New Zealand' });
  await page.getByLabel('Your name').fill('Nia Owner');
  await page.getByLabel('Your email').fill('nia@kauri.test');
  await page.getByLabel('Password').fill('a long enough one');
  await page.getByRole('button', { name: 'Set up the business' }).click();
  await heading(page, 'First steps').waitFor();
}

async function sharesFirstJob(page: Page): Promise<CountedSteps> {
  const steps = new CountedSteps();
  const click = (name: string, role: 'button' | 'link' = 'button') =>
    steps.click(`Press “${name}”`, page.getByRole(role, { name, exact: true }));
  await click('Switch the Client Portal on', 'link');
  await click('Switch on');
  await page.getByRole('button', { name: 'Switch off…' }).waitFor();
  await steps.click('Go back to “First steps”', roomLink(page, 'First steps'));
  await click('Add your first client', 'link');
  await steps.type('Type the name', page.getByLabel('Name', { exact: true }), 'Kim Client');
  await steps.type('Type the email address', page.getByLabel('Email'), CLIENT);
  await click('Add client');
  await heading(page, 'Kim Client').waitFor();
  await click('New job', 'link');
  await steps.type('Type what is to be done', page.getByLabel('Title'), 'Fix the roof');
  await click('Create job');
  await heading(page, 'Fix the roof').waitFor();
  const begins = onDay(3, '09:00');
  await steps.type('Type when the visit begins', page.getByLabel('Begins'), begins, KEYS_OF_TIME);
  expect(await page.getByLabel('Ends').inputValue()).toBe(onDay(3, '10:00'));
  await click('Plan a visit');
  const prompt = promptOn(page);
  // Ticked before: the first review of a job offers its visit, so there is nothing to tick.
  const schedule = prompt.getByRole('checkbox', { name: /Schedule/ });
  await schedule.waitFor();
  expect(await schedule.isChecked()).toBe(true);
  await steps.click(
    'Press “Send” in the review, which opened by itself',
    prompt.getByRole('button', { name: 'Send', exact: true }),
  );
  await page.getByText(/^Sent to /).waitFor();
  return steps;
}

it.each<[string, BrowserContextOptions]>([
  ['phone', PHONE],
  ['desktop', DESKTOP],
])(
  'somebody who never saw it shares a first job within three minutes: %s',
  async (_name, look) => {
    const owner = await openWindow(browser, production.setupLink, look);
    await signUp(owner.page);
    const steps = await sharesFirstJob(owner.page);
    const { link } = await production.linkTo(CLIENT, 'portal');
    const client = await openWindow(browser, link, look);
    await heading(client.page, 'Fix the roof').waitFor();
    await client.page.getByText('9:00 am to 10:00 am').waitFor();
    expect(steps.seconds() * FIRST_TIME).toBeLessThanOrEqual(MAX_SECONDS);
    const written = pageOf(steps);
    if (process.env.PICTURES === '1') writeFileSync(PAGE, written);
    expect(readFileSync(PAGE, 'utf8')).toBe(written);
    expect([...owner.troubles, ...client.troubles]).toEqual([]);
    await Promise.all([owner.close(), client.close()]);
  },
  90_000,
);

const pageOf = (steps: CountedSteps) => `# A first job is shared within three minutes

From an empty business, right after its sign-up, to the client's page behind the mailed link. \`three-minutes.long.ts\` does these
steps by clicks, on a phone and on a desktop, and compares this page with what it counted; \`PICTURES=1 npm run test:long
three-minutes\` writes it.

Seconds are those of the keystroke-level model: 1.35 s to decide, 1.1 s to point and press, 0.28 s for each key. It says
nothing of reading, so the test allows as long again for somebody who sees the pages for the first time, and demands that
both together (${(steps.seconds() * FIRST_TIME).toFixed(0)} s) stay within ${MAX_SECONDS} s. No person was timed.

${steps.list()}
`;
