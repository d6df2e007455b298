import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { DESKTOP, openWindow, type Window } from '../harness/browser.js';

/** A console with one of the demo's people signed in, on the jobs board. */
export async function atConsole(
  browser: Browser,
  url: string,
  person: string,
  looks: BrowserContextOptions = DESKTOP,
): Promise<Window> {
  const window = await openWindow(browser, `${url}/console`, looks);
  const { page } = window;
  await page.getByLabel('Email').fill(`${person}@demo.jobglass.test`);
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor();
  return window;
}

/** Goes to one of the rooms of the console. */
export async function enter(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Opens a part of the job that is open. */
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

/** What waits to be reviewed, above everything else. */
export const promptOn = (page: Page) => page.getByRole('dialog', { name: /^Share with/ });

/** Ticks what the review shall bring, and sends it. */
export async function review(page: Page, ...ticks: RegExp[]): Promise<void> {
  const prompt = promptOn(page);
  for (const name of ticks) await prompt.getByRole('checkbox', { name }).check();
  await prompt.getByRole('button', { name: 'Send', exact: true }).click();
  await prompt.waitFor({ state: 'detached' });
  await page.getByText(/^Sent to /).waitFor();
}

/** A clock's words so many days from now, as a date-time field takes them. */
export function onDay(days: number, time: string): string {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return `${day}T${time}`;
}
