import type { Browser, Page } from 'playwright-core';
import { openBrowser, openWindow, PHONE, type Window } from '../harness/browser.js';
import { openProduction, type Production } from '../journeys/production.js';
import { barOn, chooseClient, enter, onDay, review } from './at-console.js';

const OWNER = 'nia@kauri.test';
const CLIENT = 'kim@client.test';
const INVITED = 'sam@kauri.test';
const PASSWORD = 'a long enough one';

let production: Production;
let browser: Browser;
let owner: Window;
beforeAll(async () => {
  [production, browser] = await Promise.all([openProduction(), openBrowser()]);
  owner = await openWindow(browser, production.setupLink, PHONE);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await production?.close();
});

/** Saves a picture, and checks that nothing is wider than the phone or closed to a screen reader. */
async function fits(window: Window, name: string): Promise<void> {
  await window.picture(`first-business-${name}`);
  expect(await window.barriers()).toEqual([]);
  const widths = await window.page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(widths[0]).toBe(widths[1]);
  expect(window.troubles).toEqual([]);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

async function firstStep(name: string): Promise<void> {
  await enter(owner.page, 'First steps');
  await fits(owner, `steps-before-${name.split(' ').at(-1)}`);
  await owner.page.getByRole('link', { name }).click();
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // The page that was open before, or the first one.
  await page.getByRole('heading', { name: /^(Today|Jobs)$/, level: 1 }).waitFor();
}

describe('by clicks on a phone, from an empty database', () => {
  it('the owner sets up the business, and arrives at the first steps', async () => {
    const { page } = owner;
    await page.getByLabel('Name of the business').fill('Kauri Plumbing');
    await page.getByLabel('Country').selectOption({ label: 'New Zealand' });
    expect(await page.getByLabel('Tax rate in percent').inputValue()).toBe('15');
    await page.getByLabel('Your name').fill('Nia Owner');
    await page.getByLabel('Your email').fill(OWNER);
    await page.getByLabel('Password').fill(PASSWORD);
    await fits(owner, 'setup');
    await page.getByRole('button', { name: 'Set up the business' }).click();
    await heading(page, 'First steps').waitFor();
  });

  it('the owner switches the portal on, and adds the first client and the first job', async () => {
    const { page } = owner;
    await firstStep('Switch the Client Portal on');
    await page.getByRole('button', { name: 'Switch on', exact: true }).click();
    await page.getByRole('button', { name: 'Switch off…' }).waitFor();
    await fits(owner, 'settings');

    await firstStep('Add your first client');
    await page.getByLabel('Name', { exact: true }).fill('Kim Client');
    await page.getByLabel('Email').fill(CLIENT);
    await page.getByRole('button', { name: 'Add client' }).click();
    await heading(page, 'Kim Client').waitFor();
    await fits(owner, 'client');

    await firstStep('Create your first job');
    await page.getByLabel('Title').fill('Fix the roof');
    await chooseClient(page, 'Kim Client');
    await page.getByLabel('Internal notes').fill('Slow payer');
    await fits(owner, 'new-job');
    await page.getByRole('button', { name: 'Create job' }).click();
    await heading(page, 'Fix the roof').waitFor();
    await fits(owner, 'job');
  });

  it('the owner plans a visit, shares it, and the client opens it by the mailed link', async () => {
    const { page } = owner;
    await page.getByLabel('Begins').fill(onDay(3, '09:00'));
    await page.getByLabel('Ends').fill(onDay(3, '11:30'));
    await page.getByRole('button', { name: 'Plan a visit' }).click();
    const prompt = page.getByRole('dialog', { name: /^Share with/ });
    await prompt.getByRole('checkbox', { name: /Schedule/ }).waitFor();
    await fits(owner, 'prompt');
    await owner.picture('first-business-prompt-screen', { fullPage: false });
    await prompt.getByRole('checkbox', { name: /Status/ }).uncheck();
    await review(page, /Schedule/);
    await barOn(page).waitFor({ state: 'detached' });
    await fits(owner, 'shared');
    const { link } = await production.linkTo(CLIENT, 'portal');
    const client = await openWindow(browser, link, PHONE);
    await heading(client.page, 'Fix the roof').waitFor();
    await client.page.getByText('9:00 am to 11:30 am').waitFor();
    expect(await client.page.content()).not.toMatch(/Slow payer|Nia|Scheduled/);
    await fits(client, 'portal');
    await client.close();
  });

  it('the owner invites somebody, who joins on another phone, signs out and signs in', async () => {
    const { page } = owner;
    await enter(page, 'First steps');
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Invite/ })
      .click();
    await page.getByLabel('Name', { exact: true }).fill('Sam Super');
    await page.getByLabel('Email').fill(INVITED);
    await page.getByLabel('Role').last().selectOption('SUPERVISOR');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText(`Invitation sent to ${INVITED}.`).waitFor();
    await fits(owner, 'staff');
    const { link } = await production.linkTo(INVITED, 'invitation');
    const sam = await openWindow(browser, link, PHONE);
    await heading(sam.page, 'Welcome').waitFor();
    await fits(sam, 'invitation');
    await sam.page.getByLabel(/^Password/).fill(PASSWORD);
    await sam.page.getByRole('button', { name: 'Join' }).click();
    await heading(sam.page, 'Today').waitFor();
    await fits(sam, 'today');
    await enter(sam.page, 'Jobs');
    await sam.page.getByRole('link', { name: 'Fix the roof' }).waitFor();
    await fits(sam, 'jobs');
    await sam.page.getByRole('button', { name: 'Sign out' }).click();
    await fits(sam, 'sign-in');
    await signIn(sam.page, INVITED);
    await sam.close();
  });

  it('the first steps are done, and the owner signs in on a second phone', async () => {
    const { page } = owner;
    await page.reload();
    await heading(page, 'Staff').waitFor();
    expect(await page.getByRole('link', { name: 'First steps' }).count()).toBe(0);
    const second = await openWindow(browser, `${production.url}/console`, PHONE);
    await signIn(second.page, OWNER);
    await fits(second, 'owner-jobs');
    await second.close();
    await owner.close();
  });
});
