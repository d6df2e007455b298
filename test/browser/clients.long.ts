import type { Browser } from 'playwright-core';
import { openBrowser, PHONE, type Window } from '../harness/browser.js';
import { openWorld, type World } from '../harness/world.js';
import { atConsole, enter } from './at-console.js';

let world: World;
let browser: Browser;
let staff: Window;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  // The one that is looked for is older than a hundred others.
  await world.sql(
    `insert into clients (id, business_id, name, email)
     select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, id,
       case n when 1 then 'Zelda Zimmer' else 'Filler ' || n end, 'filler' || n || '@client.test'
     from businesses, generate_series(1, 150) n where slug = 'bright-spark'`,
  );
  staff = await atConsole(browser, world.url, 'owner', PHONE);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const main = () => staff.page.getByRole('main');
const heading = (name: string) => main().getByRole('heading', { name, level: 1 }).waitFor();

describe('an owner keeps clients on a phone', () => {
  it('is warned of a client who is on file, and opens that one', async () => {
    const { page } = staff;
    await enter(page, 'Clients');
    await page.getByLabel('Email').fill('filler1@client.test');
    await page.getByRole('link', { name: 'Open Zelda Zimmer' }).click();
    await heading('Zelda Zimmer');
    await page.getByLabel('Address').fill('9 Ferry Road');
    await page.getByLabel('Contact person').fill('Zoltan');
    await main().getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByText('Nothing owed').waitFor();
    expect(await staff.barriers()).toEqual([]);
  });

  it('makes a job from the page of the client', async () => {
    const { page } = staff;
    await main().getByRole('link', { name: 'New job' }).click();
    await page.getByLabel('Title').fill('Letterbox');
    expect(await page.getByLabel('Site address').inputValue()).toBe('9 Ferry Road');
    await main().getByRole('button', { name: 'Create job' }).click();
    await heading('Letterbox');
  });

  it('chooses among all clients by keyboard, however many there are', async () => {
    const { page } = staff;
    await page.goto(`${world.url}/console#/jobs/new`);
    const field = page.getByRole('combobox', { name: 'Client', exact: true });
    await field.fill('zimmer zel');
    await page.getByRole('option', { name: /Zelda Zimmer/ }).waitFor();
    expect(await staff.barriers()).toEqual([]);
    await field.press('Escape');
    expect(await field.inputValue()).toBe('');
    await field.fill('zimm');
    await page.getByRole('option', { name: /Zelda Zimmer/ }).waitFor();
    await field.press('Tab');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    expect(await field.inputValue()).toBe('zimm');
    await field.fill('zimmer');
    // Enter chooses nothing from a list of what was typed before, in which she is too.
    await page.locator('[role="listbox"][aria-busy="false"]').waitFor();
    await page.getByRole('option', { name: /Zelda Zimmer/ }).waitFor();
    await field.press('ArrowDown');
    await field.press('ArrowUp');
    await field.press('Enter');
    expect(await field.inputValue()).toBe('Zelda Zimmer');
    await page.getByLabel('Title').fill('By keyboard');
    await main().getByRole('button', { name: 'Create job' }).click();
    await heading('By keyboard');
    await page.getByRole('link', { name: 'Details' }).click();
    await page.getByRole('link', { name: 'filler1@client.test' }).waitFor();
  });

  it('adds a new client within a form, or uses the one that is there', async () => {
    const { page } = staff;
    await page.goto(`${world.url}/console#/jobs/new`);
    await page.getByLabel('Title').fill('Stays typed');
    const field = page.getByRole('combobox', { name: 'Client', exact: true });
    await field.fill('Brand Newman');
    await page.getByRole('option', { name: 'New client' }).click();
    const group = page.getByRole('group', { name: 'New client' });
    expect(await group.getByLabel('Name').inputValue()).toBe('Brand Newman');
    await group.getByLabel('Email').fill('filler1@client.test');
    await group.getByRole('button', { name: 'Use Zelda Zimmer' }).waitFor();
    expect(await staff.barriers()).toEqual([]);
    await group.getByLabel('Email').fill('brand@newman.test');
    await group.getByRole('button', { name: 'Add client' }).click();
    await group.waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('Brand Newman');
    await main().getByRole('button', { name: 'Create job' }).click();
    await heading('Stays typed');
  });

  it('finds a job, and a client, with the search box', async () => {
    const { page } = staff;
    const box = page.getByRole('searchbox', { name: 'Search everything' });
    await box.fill('zelda letter');
    await page
      .getByRole('region', { name: 'What was found' })
      .getByText(/Letterbox/)
      .waitFor();
    expect(await staff.barriers()).toEqual([]);
    await box.press('Enter');
    await heading('Letterbox');
    await box.fill('  ZIMMER  ');
    await page
      .getByRole('region', { name: 'What was found' })
      .getByRole('link', { name: /Zelda Zimmer.*filler1/ })
      .click();
    await heading('Zelda Zimmer');
    await box.fill('qqqq');
    await page.getByText('Nothing fits.').waitFor();
    await box.press('Escape');
  });

  it('merges a client, archives and restores it, and erases it', async () => {
    const { page } = staff;
    await main().getByRole('button', { name: 'Merge another client' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('newman');
    await dialog.getByRole('option', { name: /Brand Newman/ }).waitFor();
    await dialog.getByRole('combobox').press('Escape');
    await dialog.getByRole('listbox').waitFor({ state: 'hidden' });
    await dialog.getByRole('combobox').fill('newman');
    await dialog.getByRole('option', { name: /Brand Newman/ }).tap();
    expect(await staff.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('Merged.').waitFor();
    await main()
      .getByRole('link', { name: /Stays typed/ })
      .waitFor();

    await main().getByRole('button', { name: 'Archive' }).click();
    await page.getByText(/^Archived: left out/).waitFor();
    await main().getByRole('button', { name: 'Restore' }).click();
    await page.getByText(/^Archived: left out/).waitFor({ state: 'detached' });

    await main().getByRole('button', { name: 'Erase' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/Reason/)
      .fill('Asked by letter');
    expect(await staff.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await heading('[erased]');
    await page.getByText('Erased. Asked by letter').waitFor();
    expect(staff.troubles).toEqual([]);
  });
});
