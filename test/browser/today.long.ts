import type { Browser } from 'playwright-core';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { openBrowser, openWindow, PHONE, type Window } from '../harness/browser.js';
import { sentQuote } from '../harness/quotes.js';
import { openWorld, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Signs in at the bare address of the server, as from a bookmark. */
async function signedIn(person: string): Promise<Window> {
  const window = await openWindow(browser, `${world.url}/`, PHONE);
  const { page } = window;
  await page.getByLabel('Email').fill(`${person}@demo.jobglass.test`);
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  return window;
}

/** Deals with all that waits in the demo for a business. */
async function nothingWaitsFor(slug: string): Promise<void> {
  const ofBusiness = 'business_id = (select id from businesses where slug = $1)';
  for (const change of [
    'update share_prompts set ready = false',
    "update messages set read_at = sent_at where sender = 'CLIENT'",
    "update enquiries set status = 'DECLINED'",
    "update quote_answers set answered_at = answered_at - interval '20 days'",
  ])
    await world.sql(`${change}${change.includes('where') ? ' and ' : ' where '}${ofBusiness}`, [
      slug,
    ]);
}

it('the office begins with what waits: a new answer is counted in the title and the navigation, and one click away', async () => {
  const owner = await world.as('owner');
  const window = await signedIn('supervisor');
  const { page } = window;
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  const email = 'kim-today@client.test';
  const id = await sentQuote(owner, {
    title: 'Garden lights',
    newClient: { name: 'Kim Today', email },
  });
  const [mail] = await world.mailsTo(email, 1);
  await world.withToken(tokenIn(mail))(ops.AcceptQuoteDocument, {
    quoteId: id,
    version: 1,
    name: 'Kim',
  });
  // Nobody reloads: the page hears of it.
  const answers = page.getByRole('listitem').filter({ hasText: 'Kim Today' });
  await answers.getByText(/accepted on .*; nothing is scheduled or invoiced yet/).waitFor();
  expect(await page.title()).toMatch(/^\(\d+\) Bright Spark Electrical · Jobglass$/);
  const quotes = page
    .getByRole('navigation', { name: 'Rooms' })
    .getByRole('link', { name: /Quotes/ });
  expect(await quotes.textContent()).toMatch(/^Quotes\d+$/);
  await expect(await window.barriers()).toEqual([]);
  await answers.getByRole('link').click();
  await page.getByRole('heading', { name: /Garden lights/, level: 1 }).waitFor();
  await page.context().close();
});

it('a mail that failed is dealt with on Today, and leaves the list and the title at once', async () => {
  await nothingWaitsFor('sol-plumbing');
  const soleTrader = await world.as('soletrader');
  const email = 'wrong-today@client.test';
  await sentQuote(soleTrader, { title: 'Gate', newClient: { name: 'Wrong Today', email } });
  await world.mailsTo(email, 1);
  await world.sql(
    "update outgoing_emails set status = 'FAILED', failure = 'No such mailbox.' where recipient = $1",
    [email],
  );
  const window = await signedIn('soletrader');
  const { page } = window;
  const mails = page.getByRole('listitem').filter({ hasText: email });
  await mails.getByText('No such mailbox.').waitFor();
  expect(await page.title()).toMatch(/^\(1\) Sol Plumbing/);
  await window.picture('today-failed-mail');
  await expect(await window.barriers()).toEqual([]);
  await mails.getByRole('button', { name: 'Take off the list' }).click();
  await mails.waitFor({ state: 'detached' });
  await page.getByText('Nothing waits for you').waitFor();
  await until(async () => (await page.title()) === 'Sol Plumbing · Jobglass');
  await expect(await window.barriers()).toEqual([]);
  await window.picture('today-nothing');
  await page.context().close();
});

it('who works on the tools begins with their jobs', async () => {
  const { page } = await signedIn('tradie');
  await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor();
  expect(await page.getByRole('link', { name: 'Today' }).count()).toBe(0);
  await page.context().close();
});
