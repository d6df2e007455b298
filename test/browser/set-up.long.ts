import type { Browser } from 'playwright-core';
import { OWNER_PASSWORD, openEmptyWorld, printedToken } from '../business/empty-world.js';
import { openBrowser, openWindow } from '../harness/browser.js';
import type { World } from '../harness/world.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openEmptyWorld({ openRegistration: true }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

it('somebody sets up a business in yen on a phone, sees the first steps ticked, and types whole yen', async () => {
  const address = `${world.url}/setup#${printedToken(world)}`;
  const window = await openWindow(browser, address);
  const { page } = window;
  await page.getByLabel('Name of the business').fill('Tokyo 配管');
  await page.getByLabel('Country').selectOption({ label: 'Japan' });
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Asia/Tokyo');
  expect(await page.getByLabel('Currency').inputValue()).toBe('JPY');
  expect(await page.getByLabel('Tax rate in percent').inputValue()).toBe('10');
  await page.getByLabel('Phone for clients').fill('123');
  await page.getByLabel('Your name').fill('Yui Owner');
  await page.getByLabel('Your email').fill('yui@tokyo.test');
  await page.getByLabel('Password').fill(OWNER_PASSWORD);
  expect(await window.barriers()).toEqual([]);
  await window.picture('set-up-phone');
  await page.getByRole('button', { name: 'Set up the business' }).click();
  await page.getByRole('alert').getByText('no phone number of the country').waitFor();
  expect(await page.getByLabel('Name of the business').inputValue()).toBe('Tokyo 配管');
  await page.getByLabel('Phone for clients').fill('03-1234-5678');
  await page.getByRole('button', { name: 'Set up the business' }).click();

  await page.getByRole('heading', { name: 'First steps' }).waitFor();
  const open = page.getByText('To do', { exact: true });
  await open.nth(3).waitFor();
  expect(await window.barriers()).toEqual([]);
  await window.picture('first-steps-phone');
  await page.getByRole('link', { name: 'Switch the Client Portal on' }).click();
  await page.getByRole('button', { name: 'Switch on', exact: true }).click();
  await page.getByRole('button', { name: 'Switch off…' }).waitFor();
  await page.getByRole('link', { name: 'First steps' }).click();
  await page.getByText('Done', { exact: true }).waitFor();
  expect(await open.count()).toBe(3);

  await page.goto(`${world.url}/console#/quotes/new`);
  const price = page.getByLabel('Price of one');
  expect(await price.inputValue()).toBe('0');
  expect(await price.getAttribute('step')).toBe('1');
  expect(window.troubles).toEqual([]);
  await window.close();

  const late = await openWindow(browser, address);
  await late.page.getByText('does not work any more').waitFor();
  await late.page.getByRole('link', { name: 'Sign in' }).click();
  await late.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await late.close();
}, 60_000);

it('somebody asks for a link at /start, and opens it from the mail', async () => {
  const window = await openWindow(browser, `${world.url}/start`);
  const { page } = window;
  expect(await window.barriers()).toEqual([]);
  await page.getByLabel('Email').fill('rita@register.test');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('a link is on its way').waitFor();
  const [mail] = await world.mailsTo('rita@register.test', 1);
  const token = mail?.links.find((link) => link.includes('/setup#'))?.split('#')[1];
  await page.goto(`${world.url}/setup#${token}`);
  const owner = page.getByLabel('Your email');
  await owner.waitFor();
  expect(await owner.inputValue()).toBe('rita@register.test');
  await window.close();
});
