import type { Browser } from 'playwright-core';
import { openBrowser, openWindow, type Window } from '../harness/browser.js';
import { itInLongForm } from '../harness/long-form.js';
import { tokenIn, until } from '../harness/world.js';
import { type Album, openAlbum } from '../photos/album.js';
import { accept, tokenTo } from '../staff/people.js';
import {
  atConsole,
  chooseClient,
  enter,
  onDay,
  openJob,
  openReview,
  promptOn,
  review,
  turnTo,
} from './at-console.js';

let world: Album;
let browser: Browser;
let staff: Window;
beforeAll(async () => {
  [world, browser] = await Promise.all([openAlbum(), openBrowser()]);
  staff = await atConsole(browser, world.url, 'owner');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Dismisses a prompt; fails if there is none. */
async function notNow({ page }: Window): Promise<void> {
  await promptOn(page).getByRole('button', { name: 'Not now' }).click();
  await promptOn(page).waitFor({ state: 'detached' });
}

const press = (name: string | RegExp) =>
  staff.page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
const confirm = (name: string) =>
  staff.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const row = (text: string | RegExp) =>
  staff.page.getByRole('main').getByRole('listitem').filter({ hasText: text });

describe('an owner works at the console', () => {
  itInLongForm('finds a client, edits it, and learns which links end', async () => {
    const { page } = staff;
    await enter(page, 'Clients');
    await page.getByLabel('Search clients').fill('nobody of that name');
    await page.getByText('No client fits.').waitFor();
    await page.getByLabel('Search clients').fill('Noor');
    await page.getByRole('link', { name: 'Casey Client' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Noor Neighbour' }).click();
    await page.getByRole('heading', { name: 'Noor Neighbour', level: 1 }).waitFor();
    await page.getByLabel('Phone').fill('0412 000 111');
    await press('Save');
    await page.getByText('Saved.').waitFor();
    await until(async () => (await page.getByLabel('Phone').inputValue()).includes('412'));
  });

  it('plans, moves and cancels a visit, and sets who attends', async () => {
    const { page } = staff;
    await openJob(page, 'Garden lights');
    await turnTo(page, 'Schedule');
    await page.getByLabel('Begins').fill(onDay(5, '08:00'));
    await page.getByLabel('Ends').fill(onDay(5, '09:00'));
    await page.getByRole('checkbox', { name: 'Terry Tradie' }).check();
    await press('Plan a visit');
    await notNow(staff);
    await row('8:00 am to 9:00 am').filter({ hasText: 'Terry Tradie' }).waitFor();
    await press('Move');
    await page.getByLabel('Begins').first().fill(onDay(5, '10:00'));
    await page.getByLabel('Ends').first().fill(onDay(5, '12:00'));
    await press('Move');
    await row('10:00 am to 12:00 pm').waitFor();
    await page.getByLabel('Begins').fill('0026-12-02T09:00');
    await page.getByLabel('Ends').fill('0026-12-02T10:00');
    await press('Plan a visit');
    await page.getByText(/Begins: .*2000/).waitFor();
    await page.getByLabel('Begins').fill(onDay(6, '08:00'));
    await page.getByLabel('Ends').fill(onDay(6, '09:00'));
    await press('Plan a visit');
    await row('8:00 am to 9:00 am').getByRole('button', { name: 'Cancel visit' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel visit' }).click();
    await row('8:00 am to 9:00 am').getByText('Cancelled').waitFor();
  });

  it('assigns staff to the job', async () => {
    const { page } = staff;
    await turnTo(page, 'Details');
    await press('Edit');
    await page.getByRole('checkbox', { name: 'Ava Apprentice' }).check();
    await press('Save');
    await page.getByRole('definition').filter({ hasText: 'Ava Apprentice' }).waitFor();
  });

  it('adds, ticks off and removes a to-do; edits and removes a note', async () => {
    const { page } = staff;
    await turnTo(page, 'To-dos');
    await page.getByLabel('New to-do').fill('Dig the trench');
    await press('Add to-do');
    await page.getByRole('checkbox', { name: 'Dig the trench' }).click();
    await page.getByRole('checkbox', { name: 'Dig the trench', checked: true }).waitFor();
    await press('Remove Dig the trench');
    await row('Dig the trench').waitFor({ state: 'detached' });
    await press('Undo');
    await row('Dig the trench').getByRole('checkbox', { checked: true }).waitFor();
    await page.getByText('Removed: Dig the trench').waitFor({ state: 'detached' });
    await turnTo(page, 'Notes');
    await page.getByLabel('New note').fill('Wire is short');
    await page.getByRole('checkbox', { name: /Internal/ }).check();
    await press('Add note');
    await row('Wire is short').getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Note', { exact: true }).fill('Wire is too short');
    await press('Save');
    await row('Wire is too short').getByRole('button', { name: 'Remove' }).click();
    await row('Wire is too short').waitFor({ state: 'detached' });
    await press('Undo');
    const badge = row('Wire is too short').getByText('Internal', { exact: true });
    await badge.waitFor();
    await row('Wire is too short').getByRole('button', { name: 'Move out of Internal' }).click();
    await badge.waitFor({ state: 'detached' });
    await row('Wire is too short').getByRole('button', { name: 'Move to Internal' }).click();
    await badge.waitFor();
    expect(await promptOn(page).count()).toBe(0);
  });

  itInLongForm('adds, edits and removes material', async () => {
    const { page } = staff;
    await turnTo(page, 'Materials');
    await page.getByLabel('Material', { exact: true }).fill('Copper wire');
    await page.getByLabel('Quantity').fill('2.5');
    await page.getByLabel('Cost of one').fill('4.20');
    await press('Add material');
    await row('2.5 × Copper wire').getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Quantity').first().fill('3');
    await press('Save');
    await row('3 × Copper wire').getByText('$4.20').waitFor();
    await row('3 × Copper wire').getByRole('button', { name: 'Remove' }).click();
    await row('3 × Copper wire').waitFor({ state: 'detached' });
    expect(await promptOn(page).count()).toBe(0);
  });

  it('writes a quote, revises it and creates a job from it', async () => {
    const { page } = staff;
    await enter(page, 'Quotes');
    await page.getByRole('link', { name: 'New quote' }).click();
    await page.getByLabel('What the price is for').fill('Doorbell');
    await page.getByRole('combobox', { name: 'Client', exact: true }).fill('Pat Porch');
    await page.getByRole('option', { name: 'New client' }).click();
    await page.getByLabel('Email').fill('pat@client.test');
    await press('Add client');
    await page.getByRole('group', { name: 'New client' }).waitFor({ state: 'detached' });
    await page.getByLabel('Line 1').first().fill('A doorbell');
    await page.getByLabel('Price of one').fill('80');
    await press('Save draft');
    await page.getByRole('heading', { name: 'Doorbell', level: 1 }).waitFor();
    await press('Send quote');
    await staff.page
      .getByText(/gets a mail with it at pat@client\.test, and can accept it/)
      .waitFor();
    await confirm('Send quote');
    await page.getByText('On its way to pat@client.test.').waitFor();
    await world.mailsTo('pat@client.test', 1);
    await press('Edit');
    await page.getByText(/makes a new draft version/).waitFor();
    await page.getByLabel('Price of one').fill('90.50');
    await press('Save');
    await page.getByText('Quote 8, version 2').waitFor();
    await page.getByText('$99.55').waitFor();
    await press('Accept & Create Job');
    await page.getByRole('heading', { name: 'Doorbell', level: 1 }).waitFor();
    await page.getByRole('region', { name: 'Schedule' }).waitFor();
  });

  itInLongForm('adds a quote to an existing job', async () => {
    const { page } = staff;
    await enter(page, 'Quotes');
    await page.getByRole('link', { name: 'New quote' }).click();
    await page.getByLabel('What the price is for').fill('A second bell');
    await chooseClient(page, 'Pat Porch');
    await page.getByLabel('Line 1').first().fill('Bell');
    await press('Save draft');
    await press('Attach to this job');
    await page.getByRole('link', { name: /^Job \d+, Doorbell/ }).click();
    await turnTo(page, 'Quotes');
    await page.getByRole('link', { name: /A second bell/ }).waitFor();
  });

  it('writes an invoice, sends it, records a payment, and reverses it', async () => {
    const { page } = staff;
    await turnTo(page, 'Invoices');
    await page.getByLabel('Lines from').selectOption({ label: 'Lines of your own' });
    await page.getByLabel('What it is for').fill('The bell');
    await page.getByLabel('Line 1').first().fill('Bell');
    await page.getByLabel('Price of one').first().fill('90');
    await press('Create invoice');
    await page.getByRole('heading', { name: /The bell/, level: 1 }).waitFor();
    await press('Change');
    await page.getByLabel('Price of one').first().fill('50');
    await press('Add a line');
    await page.getByLabel('Line 2').first().fill('Fitting');
    await page.getByLabel('Price of one').nth(1).fill('50');
    await press('Save');
    await page.getByText('Fitting', { exact: false }).waitFor();
    await press('Send invoice');
    await staff.page.getByText(/gets a mail with it at pat@client\.test, and owes/).waitFor();
    await confirm('Send invoice');
    await page.getByText('On its way to pat@client.test.').waitFor();
    await page.getByLabel('Amount paid').fill('60');
    await press('Record payment');
    await page.getByText('Partly paid', { exact: true }).waitFor();
    await page.getByText(/\$50\.00 owed/).waitFor();
    await page.getByRole('button', { name: /^Reverse/ }).click();
    await page.getByLabel(/Why is it reversed/).fill('Paid into another account');
    await press('Reverse payment');
    await page.getByText('Reversed', { exact: true }).waitFor();
    await page.getByText(/: Paid into another account$/).waitFor();
    await page.getByText(/\$110\.00 owed/).waitFor();
    expect(await staff.barriers()).toEqual([]);
  });

  itInLongForm('answers, accepts, quotes and declines enquiries', async () => {
    const { page } = staff;
    for (const name of ['Eve Early', 'Lee Later'])
      await world.asVisitor(
        'mutation ($input: SubmitEnquiryInput!) { submitEnquiry(businessSlug: "bright-spark", input: $input) { received } }',
        { input: { name, email: 'asks@client.test', message: 'Can you come?' } } as never,
      );
    await enter(page, 'Enquiries');
    await page.getByRole('link', { name: 'Eve Early' }).click();
    await page.getByLabel(/Reply to/).fill('Yes, on Monday');
    await press('Send reply');
    await row('Yes, on Monday').waitFor();
    await press('Accept');
    await page.getByRole('link', { name: /^Client:/ }).waitFor();
    await press('Make a quote');
    await page
      .getByRole('dialog')
      .getByLabel(/Short title/)
      .fill('Visit on Monday');
    await press('Make the draft');
    await page.getByText('Draft', { exact: true }).waitFor();
    await page.getByRole('heading', { name: /Visit on Monday/ }).waitFor();
    await enter(page, 'Enquiries');
    await page.getByRole('link', { name: 'Lee Later' }).click();
    await press('Decline');
    await page.getByLabel(/Reason/).fill('Too far away');
    await confirm('Decline');
    await page.getByText('Declined: Too far away').waitFor();
  });

  it('shares, sends another link, revokes it, keeps in sync and opens the diagnosis', async () => {
    const { page } = staff;
    await openJob(page, 'Switchboard upgrade');
    await openReview(page);
    await review(page);
    await turnTo(page, 'What they saw');
    await press('Send a new link');
    await confirm('Send a new link');
    await world.mailsTo('casey@bright-spark-client.test', 2);
    await page.getByRole('switch', { name: /up to date/ }).click();
    await page.getByRole('switch', { name: /up to date/, checked: true }).waitFor();
    await press('Revoke');
    await confirm('Revoke');
    await page.getByText('Revoked', { exact: true }).waitFor();
    await page
      .getByLabel('What is it about?')
      .selectOption({ label: 'Note: Please keep the side gate open on the day.' });
    await page.getByText('Your client cannot see it right now.').waitFor();
    expect(await staff.barriers()).toEqual([]);
  });

  itInLongForm('exchanges messages with the client on the portal page', async () => {
    const { page } = staff;
    await turnTo(page, 'Messages');
    await page.getByRole('switch').click();
    await page.getByLabel('New message').fill('Is Monday fine?');
    await press('Send message');
    await row('Is Monday fine?').waitFor();
    const mails = await world.mailsTo('casey@bright-spark-client.test', 2);
    const tokens = mails.map(tokenIn).filter(Boolean);
    const client = await openWindow(browser, `${world.url}/portal#${tokens[0]}`);
    await client.page.getByLabel('Your message').or(client.page.getByRole('alert')).waitFor();
    if (await client.page.getByRole('alert').count()) {
      // The other link is the revoked one.
      await client.page.goto(`${world.url}/portal#${tokens[1]}`);
    }
    await client.page.getByText('Is Monday fine?').waitFor();
    await client.page.getByLabel('Your message').fill('Monday is perfect');
    await client.page.getByRole('button', { name: 'Send' }).click();
    await row('Monday is perfect').waitFor();
    await client.close();
  });

  itInLongForm(
    'invites somebody, who joins, makes them a supervisor, and removes them',
    async () => {
      const { page } = staff;
      await enter(page, 'Staff');
      await page.getByLabel('Name').fill('Nia New');
      await page.getByLabel('Email').fill('nia@demo.jobglass.test');
      await press('Send the invitation');
      const token = await tokenTo(world, 'nia@demo.jobglass.test', 'invitation');
      await accept(world.asVisitor, token);
      await enter(page, 'Settings');
      await enter(page, 'Staff');
      const member = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('button', { name: 'Edit Nia New' }) });
      await member.getByText('Tradie').waitFor();
      await press('Edit Nia New');
      const change = page.getByRole('dialog', { name: 'Nia New' });
      await change.getByLabel('Role').selectOption({ label: 'Supervisor' });
      expect(await staff.barriers()).toEqual([]);
      await change.getByRole('button', { name: 'Save' }).click();
      await member.getByText('Supervisor').waitFor();
      await press('Remove Nia New');
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
      await member.waitFor({ state: 'detached' });
    },
  );

  it('sees that there is no connection, tries again, and signs out', async () => {
    const { page } = staff;
    expect(staff.troubles).toEqual([]);
    await page.route('**/graphql', (route) => route.abort());
    await enter(page, 'Invoices');
    await page.getByRole('alert').filter({ hasText: 'There is no connection' }).waitFor();
    expect(await staff.barriers()).toEqual([]);
    await page.unrouteAll();
    await press('Try again');
    await page.getByRole('link', { name: /The bell/ }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
