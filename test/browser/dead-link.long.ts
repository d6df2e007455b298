import type { Browser } from 'playwright-core';
import { expire } from '../email/new-links.js';
import { openBrowser, openWindow, PHONE } from '../harness/browser.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, tokenIn, until, type World } from '../harness/world.js';

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

it('a client without a link types the code of its mail, and the page opens and stays', async () => {
  const { mail } = await shared(world, owner, await scheduledJob(owner), ['STATUS']);
  const code = /type the code (\S+)/.exec(mail?.text ?? '')?.[1] as string;
  const { page, troubles, barriers, picture, close } = await openWindow(
    browser,
    `${world.url}/portal`,
    PHONE,
  );
  await page.getByRole('heading', { name: 'Open your page' }).waitFor();
  await picture('portal-phone-code');
  const field = page.getByLabel('Short code');
  await field.fill('7K3QD');
  await page.getByRole('button', { name: 'Open the page' }).click();
  await page.getByText('A code has twelve letters and digits.').waitFor();
  await field.fill('0000-0000-0000');
  await page.getByRole('button', { name: 'Open the page' }).click();
  await page.getByText('This code opens nothing.').waitFor();
  expect(await barriers()).toEqual([]);
  await field.fill(code.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Fix the tap' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Fix the tap' }).waitFor();
  expect(troubles).toEqual([]);
  await close();
});

it('a client with an expired link asks for a new one, and opens it from the mail', async () => {
  const job = await scheduledJob(owner);
  const { token, portalLink } = await shared(world, owner, job, ['STATUS']);
  await expire(world, portalLink?.id as string);
  const { page, barriers, picture, close } = await openWindow(
    browser,
    `${world.url}/portal#${token}`,
    PHONE,
  );
  await page.getByRole('heading', { name: 'This link does not open anything' }).waitFor();
  await picture('portal-phone-dead-link');
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Ask for a new link' }).click();
  await page.getByText('We have got your request.').waitFor();
  await picture('portal-phone-asked');
  const mail = await until(async () =>
    (await world.mails(job.email)).find(({ subject }) => /your new link/.test(subject)),
  );
  await page.goto(`${world.url}/portal#${tokenIn(mail)}`);
  await page.getByRole('heading', { name: 'Fix the tap' }).waitFor();
  await close();
});
