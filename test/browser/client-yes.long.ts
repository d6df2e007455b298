import type { Browser } from 'playwright-core';
import { openBrowser, openWindow, PHONE } from '../harness/browser.js';
import { quoteFacts, sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, tokenIn, until, type World } from '../harness/world.js';
import { atConsole } from './at-console.js';

const NORA = { name: 'Nora New', email: 'nora@client.test' };
const LINES = [
  {
    description: 'Licensed electrician',
    groupName: 'Labour',
    quantity: 6.5,
    unitPriceCents: 11_500,
  },
  {
    description: 'Switchboard with 16 safety switches',
    groupName: 'Materials',
    unitPriceCents: 98_000,
  },
  {
    description: 'Surge protection for the whole house',
    groupName: 'Materials',
    unitPriceCents: 33_333,
    optional: true,
  },
  { description: 'Smoke alarm', groupName: 'Extras', unitPriceCents: 9_995, optional: true },
];
const TERMS = 'Half is due with the order.\n\nPower is off for one day. '.repeat(12);

let world: World;
let browser: Browser;
let owner: Ask;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  owner = await world.as('owner');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

it('somebody without a job chooses, reads the terms and accepts on a phone, from the mail', async () => {
  const content = { lines: LINES, terms: TERMS, depositPercent: 30 };
  const input = { title: 'New switchboard', newClient: NORA, ...content };
  const quoteId = await sentQuote(owner, input);
  const mail = await until(async () => (await world.mails(NORA.email))[0]);
  const { page, picture, barriers, troubles, close } = await openWindow(
    browser,
    `${world.url}/portal#${tokenIn(mail)}`,
    PHONE,
  );
  const quote = page.getByRole('article', { name: 'New switchboard' });
  const total = quote.getByRole('row', { name: /^Total/ });
  await expect(total.textContent()).resolves.toContain('$1,900.25');
  // The words of the mail, which follow the choice here.
  const asked = (deposit: string, all: string) =>
    `A deposit of 30 %, ${deposit}, is asked for when you accept. You can also pay all of it at once: ${all}.`;
  expect(mail?.text).toContain(asked('$570.08', '$1,900.25'));
  await quote.getByText(asked('$570.08', '$1,900.25')).waitFor();
  await quote.getByLabel('Surge protection for the whole house').check();
  await quote.getByText(asked('$680.07', '$2,266.91')).waitFor();
  await until(async () => (await total.textContent())?.includes('$2,266.91'));
  await picture('client-yes-options');
  expect(await barriers()).toEqual([]);
  await quote.getByRole('button', { name: 'Accept quote' }).click();
  const dialog = page.getByRole('dialog', { name: /Accept quote/ });
  const words = (await dialog.textContent()) ?? '';
  expect(words.indexOf('Half is due')).toBeLessThan(words.indexOf('Your full name'));
  for (const text of ['$2,266.91', 'Surge protection']) expect(words).toContain(text);
  await dialog.getByLabel(/Your full name/).fill('Nora New');
  await picture('client-yes-dialog', { fullPage: false });
  expect(await barriers()).toEqual([]);
  await dialog.getByRole('button', { name: 'Yes, accept' }).click();
  await quote.getByText(/Accepted by Nora New, /).waitFor();
  await quote.getByText('Not taken').waitFor();
  await picture('client-yes-accepted');
  expect(await barriers()).toEqual([]);
  expect(await quoteFacts(owner, quoteId)).toMatchObject({
    status: 'ACCEPTED',
    totalCents: 226_691,
  });
  const copy = await until(async () =>
    (await world.mails(NORA.email)).find(({ subject }) => /you accepted quote/.test(subject)),
  );
  expect(copy.text).toContain('Surge protection');
  expect(tokenIn(copy)).toBe(tokenIn(mail));
  const staff = await until(async () =>
    (await world.mails('owner@demo.jobglass.test')).find(({ subject }) =>
      /Nora New accepted quote/.test(subject),
    ),
  );
  // The deposit has made its job.
  expect(staff.links.some((link) => /#\/jobs\/[\w-]+\/quotes$/.test(link))).toBe(true);
  expect(troubles).toEqual([]);
  await close();
}, 60_000);

it('staff write options in groups, record what the client takes, and take it back', async () => {
  const quoteId = await sentQuote(owner, {
    title: 'Two fans',
    newClient: { name: 'Ned' },
    lines: LINES,
  });
  const { page, picture, barriers, troubles, close } = await atConsole(
    browser,
    world.url,
    'owner',
    PHONE,
  );
  await page.goto(`${world.url}/console#/quotes/${quoteId}`);
  await page.getByRole('button', { name: 'Accept & Create Job' }).first().click();
  await page.getByLabel('Smoke alarm').check();
  await page.getByText('Total: $2,010.20').waitFor();
  await picture('client-yes-record');
  expect(await barriers()).toEqual([]);
  await page.locator('form').getByRole('button', { name: 'Accept & Create Job' }).click();
  // The page of the quote has the same heading.
  await page.waitForURL(/#\/jobs\//);
  await page.goto(`${world.url}/console#/quotes/${quoteId}`);
  await page.getByRole('button', { name: /Take back the acceptance/ }).click();
  await page.getByLabel(/Why is it taken back/).fill('He meant the other quote');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('button', { name: 'Send again…' }).waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page
    .getByLabel(/Optional: the client chooses/)
    .first()
    .check();
  await picture('client-yes-edit');
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await until(async () => (await quoteFacts(owner, quoteId)).version === 2);
  const facts = await quoteFacts(owner, quoteId);
  expect(facts.lines.map(({ optional }) => optional)).toEqual([true, false, true, true]);
  expect(facts.answers).toMatchObject([{ undoReason: 'He meant the other quote' }]);
  expect(troubles).toEqual([]);
  await close();
});
