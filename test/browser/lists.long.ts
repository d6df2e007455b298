import type { Browser } from 'playwright-core';
import { openBrowser, type Window } from '../harness/browser.js';
import { openWorld, type World } from '../harness/world.js';
import { atConsole, enter } from './at-console.js';

/** Lists of the console: their filters are in the address, and their sums under them. */

let world: World;
let browser: Browser;
let staff: Window;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  staff = await atConsole(browser, world.url, 'owner');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const sums = () => staff.page.locator('dl.sums');

describe('an owner looks for an invoice', () => {
  it('and finds the sums of all of them under the list', async () => {
    const { page } = staff;
    await enter(page, 'Invoices');
    await sums().getByText('Overdue').waitFor();
    expect(await sums().textContent()).toMatch(/Total.*\$.*Owed.*\$.*Overdue.*\$/);
    expect(await staff.barriers()).toEqual([]);
    await staff.picture('console-invoices-sums');
  });

  it('and a reload keeps what was searched', async () => {
    const { page } = staff;
    await page.getByLabel('Search by number, title or client').fill('nothing of that name');
    await page.getByText('No invoice fits.').waitFor();
    expect(page.url()).toContain('#/invoices?search=nothing+of+that+name');
    await page.reload();
    await page.getByText('No invoice fits.').waitFor();
    expect(await page.getByLabel('Search by number, title or client').inputValue()).toBe(
      'nothing of that name',
    );
  });

  it('and Back returns to the filter before', async () => {
    const { page } = staff;
    await enter(page, 'Invoices');
    await sums().waitFor();
    await page.getByLabel('Status').selectOption({ label: 'Void' });
    await page.waitForURL(/status=VOID/);
    await page.goBack();
    await sums().waitFor();
    expect(await page.getByLabel('Status').inputValue()).toBe('');
    expect(await page.getByLabel('Search by number, title or client').inputValue()).toBe('');
  });

  it('and prints the list without navigation, dark on white', async () => {
    const { page } = staff;
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('navigation', { name: 'Rooms' }).isVisible()).toBe(false);
    expect(await page.getByLabel('Status').isVisible()).toBe(false);
    expect(await sums().isVisible()).toBe(true);
    expect(
      await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return [color, backgroundColor];
      }),
    ).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await staff.picture('console-invoices-print');
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  });
});

describe('an owner writes an invoice', () => {
  it('and a client that was typed and not chosen is not left out silently', async () => {
    const { page } = staff;
    await page.getByRole('link', { name: 'New invoice' }).click();
    await page.getByRole('combobox', { name: 'Client' }).fill('Casey');
    await page.getByLabel('What it is for').fill('Small repair');
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await page.getByRole('alert').getByText('Choose a client from the list').waitFor();
    expect(await page.getByRole('combobox', { name: 'Client' }).inputValue()).toBe('Casey');
  });

  it('and a year typed wrong is refused in words', async () => {
    const { page } = staff;
    await page.getByRole('combobox', { name: 'Client' }).click();
    await page.getByRole('option', { name: /^Casey Client/ }).click();
    await page.getByLabel('Line 1', { exact: true }).fill('Labour');
    await page.getByLabel('Price of one').fill('80');
    await page.locator('input[name=dueOn]').fill('0026-12-02');
    await page.getByRole('button', { name: 'Create invoice' }).click();
    await page
      .getByRole('alert')
      .getByText(/^Last day to pay: /)
      .waitFor();
  });
});

describe('an owner looks at enquiries', () => {
  it('by the day on which they came, from the address', async () => {
    const { page } = staff;
    await enter(page, 'Enquiries');
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await staff.barriers()).toEqual([]);
    await page.getByLabel('Received until').fill('2001-12-31');
    await page.getByText('No enquiry fits.').waitFor();
    expect(page.url()).toContain('until=2001-12-31');
    await page.goBack();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await staff.picture('console-enquiries-by-day');
  });
});
