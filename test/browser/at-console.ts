import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { DESKTOP, openWindow, type Window } from '../harness/browser.js';

/** Opens the console with one of the demo's people signed in, on the jobs board. */
export async function atConsole(
  browser: Browser,
  url: string,
  person: string,
  looks: BrowserContextOptions = DESKTOP,
): Promise<Window> {
  const window = await openWindow(browser, `${url}/console#/jobs`, looks);
  const { page } = window;
  await page.getByLabel('Email').fill(`${person}@demo.jobglass.test`);
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor();
  return window;
}

/** Opens a page of the console, whose heading ends in what its link says: “Business Settings”. */
export async function enter(page: Page, room: string): Promise<void> {
  await roomLink(page, room).click();
  await page.getByRole('heading', { name: new RegExp(`${room}$`), level: 1 }).waitFor();
}

/** Link of the navigation to a page of the console. */
export const roomLink = (page: Page, room: string) =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room });

/** Follows a link and waits until the heading of the page that it leads to has replaced the one before. */
export async function follow(page: Page, link: Locator): Promise<void> {
  const before = await page.locator('main h1').textContent();
  await link.click();
  await page.waitForFunction((text) => {
    const heading = document.querySelector('main h1');
    return heading !== null && heading.textContent !== text;
  }, before);
}

/** Opens a tab of the current job. */
export async function turnTo(page: Page, tab: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Parts of the job' })
    .getByRole('link', { name: tab })
    .click();
  await page.getByRole('region', { name: tab }).waitFor();
}

/** Opens a job from the board. */
export async function openJob(page: Page, title: string): Promise<void> {
  await enter(page, 'Jobs');
  await page.getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

/** The bar of a job whose changes wait for a review. */
export const barOn = (page: Page) =>
  page.getByRole('complementary', { name: 'Changes to share' }).getByRole('button');

/** Opens the review by the bar, and returns it. */
export async function openReview(page: Page): Promise<Locator> {
  await barOn(page).click();
  await promptOn(page).waitFor();
  return promptOn(page);
}

/** The review of a prompt. */
export const promptOn = (page: Page) => page.getByRole('dialog', { name: /^Share with/ });

/** Ticks the items of the review and sends it. */
export async function review(page: Page, ...ticks: RegExp[]): Promise<void> {
  const prompt = promptOn(page);
  for (const name of ticks) await prompt.getByRole('checkbox', { name }).check();
  await prompt.getByRole('button', { name: 'Send', exact: true }).click();
  await prompt.waitFor({ state: 'detached' });
  await page.getByText(/^Sent to /).waitFor();
}

/** Chooses a client by typing part of its name and pressing its entry. */
export async function chooseClient(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Client', exact: true });
  await field.fill(name);
  await page.getByRole('option', { name }).click();
}

/** Returns a time in so many days, in the format of a date-time field. */
export function onDay(days: number, time: string): string {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return `${day}T${time}`;
}
