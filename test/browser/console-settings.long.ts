import type { Browser } from 'playwright-core';
import { cameraPicture } from '../fixtures/camera.js';
import { openBrowser, openWindow, PHONE, type Window } from '../harness/browser.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { atConsole, enter } from './at-console.js';

let world: World;
let browser: Browser;
let staff: Window;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  staff = await atConsole(browser, world.url, 'owner', PHONE);
  await enter(staff.page, 'Settings');
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const section = (name: string) => staff.page.getByRole('region', { name, exact: true });

async function save(name: string) {
  await section(name).getByRole('button', { name: 'Save' }).click();
  await section(name).getByText('Saved.').waitFor();
}

it('an owner sets up the business on a phone, and the client sees its public face', async () => {
  const { page } = staff;
  await section('Profile').getByLabel('Name', { exact: true }).fill('Bright Spark & Söhne');
  await section('Profile').getByLabel('Phone for clients').fill('02 9111 1111');
  await section('Profile').getByLabel('Time zone').selectOption('Australia/Brisbane');
  await section('Profile').getByLabel('Purple').check();
  await save('Profile');
  await page.getByRole('banner').getByText('Bright Spark & Söhne').waitFor();

  await section('Logo')
    .getByLabel('Picture of the logo')
    .setInputFiles({
      name: 'logo.jpg',
      mimeType: 'image/jpeg',
      buffer: await cameraPicture(),
    });
  await section('Logo').getByRole('button', { name: 'Use as logo' }).click();
  await section('Logo').getByRole('img', { name: 'Your logo' }).waitFor();

  await section('Money').getByLabel('Tax on new quotes').fill('15');
  await section('Money').getByLabel('Days that a new quote').fill('30');
  await save('Money');

  await section('How clients pay').getByLabel('Days to pay').fill('21');
  await section('How clients pay').getByRole('button', { name: 'Add a way to pay' }).click();
  const way = section('How clients pay').getByRole('group', { name: 'Way to pay 1' });
  await way.getByLabel('Name, such as').fill('Bank transfer');
  await way.getByLabel('What the client needs').fill('BSB 000-000\nAccount 12345678');
  await save('How clients pay');
  const ofInvoices = section('Reminders').getByRole('group', { name: 'Reminders of an invoice' });
  await section('Reminders').getByLabel('Remind clients of unpaid invoices').check();
  await ofInvoices.getByRole('button', { name: 'Remove reminder 4' }).click();
  await ofInvoices.getByLabel('Days').first().fill('5');
  await ofInvoices.getByLabel('When').nth(1).selectOption('on the due day');
  await ofInvoices.getByText(/^An invoice due on .+ is reminded of on .+, .+, .+\.$/).waitFor();
  await save('Reminders');
  await section('New jobs').getByLabel('Keep new jobs in sync').check();
  await save('New jobs');
  expect(await staff.barriers()).toEqual([]);
  await staff.picture('console-settings-phone');

  const owner = await world.as('owner');
  const { data: reminders } = await owner(ops.ReminderSettingsDocument);
  expect(reminders.business).toMatchObject({
    remindOfInvoices: true,
    invoiceReminderDays: [-5, 0, 7],
    remindOfQuotes: false,
    quoteReminderDaysBeforeExpiry: [2],
    quoteReminderDaysAfterSending: [7],
  });
  const { data } = await owner(ops.OwnBusinessDocument);
  expect(data.business).toMatchObject({
    name: 'Bright Spark & Söhne',
    phone: '02 9111 1111',
    timeZone: 'Australia/Brisbane',
    pageColour: 'PURPLE',
    taxRateBasisPoints: 1500,
    quoteValidityDays: 30,
    paymentTermsDays: 21,
    keepInSyncByDefault: true,
    paymentInstructions: [{ label: 'Bank transfer', details: 'BSB 000-000\nAccount 12345678' }],
  });
});

it('a client who owes something reads how to pay, in the colour of the business', async () => {
  const owner = await world.as('owner');
  const job = await scheduledJob(owner);
  const { token } = await shared(world, owner, job, ['STATUS']);
  const { data } = await owner(ops.CreateInvoiceDocument, {
    input: { jobId: job.jobId, lines: [{ description: 'Labour', unitPriceCents: 10_000 }] },
  });
  await owner(ops.SendInvoiceDocument, { id: data.createInvoice.invoice.id });
  for (const colorScheme of ['light', 'dark'] as const) {
    const client = await openWindow(browser, `${world.url}/portal#${token}`, {
      ...PHONE,
      colorScheme,
    });
    await client.page.getByRole('heading', { name: 'How to pay' }).waitFor();
    await client.page.getByText('Account 12345678').waitFor();
    const colour = await client.page
      .locator('.hero')
      .evaluate((hero) => getComputedStyle(hero as never).borderTopColor);
    expect(colour).toBe(colorScheme === 'light' ? 'rgb(109, 63, 192)' : 'rgb(191, 162, 255)');
    expect(await client.barriers()).toEqual([]);
    await client.picture(`portal-purple-${colorScheme}`);
    expect(client.troubles).toEqual([]);
    await client.close();
  }
});

it('an owner copies the address of the form, and changes it', async () => {
  const { page } = staff;
  const form = section('Enquiry form');
  if (await form.getByRole('button', { name: 'Switch the form on' }).isVisible())
    await form.getByRole('button', { name: 'Switch the form on' }).click();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await form.getByRole('button', { name: 'Copy address' }).click();
  await form.getByText('Copied.').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/\/enquire\/bright-spark$/);
  await form.getByRole('button', { name: 'Copy code' }).click();
  await form.getByText('Copied.').nth(1).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain(
    'title="Enquiry form of Bright Spark &#38; Söhne"',
  );
  await form.getByLabel('Last part of the address').fill('bright');
  await form.getByRole('button', { name: 'Change address' }).click();
  await form.getByRole('link', { name: /\/enquire\/bright$/ }).waitFor();
  const answer = await fetch(`${world.url}/enquire/bright-spark`);
  expect([answer.status, new URL(answer.url).pathname]).toEqual([200, '/enquire/bright']);
  expect(staff.troubles).toEqual([]);
});

it('an owner registers an address for webhooks, and reads why a test did not arrive there', async () => {
  await enter(staff.page, 'Settings');
  const webhooks = section('Webhooks');
  await webhooks.getByLabel('Address that events are sent to').fill('https://9.9.9.9/books');
  await webhooks.getByLabel('Events, such as').fill('enquiry.removed');
  await webhooks.getByRole('button', { name: 'Add an address' }).click();
  await webhooks.getByLabel('Secret').waitFor();
  expect(await webhooks.getByLabel('Secret').inputValue()).toMatch(/^whsec_/);
  await webhooks.getByRole('button', { name: 'Done' }).click();
  await webhooks.getByText('https://9.9.9.9/books').waitFor();
  // The test stays on this machine.
  await world.sql("update webhook_endpoints set url = 'https://127.0.0.1:9/books'");
  await webhooks.getByRole('button', { name: 'Send a test' }).click();
  await webhooks.getByRole('button', { name: 'Look again' }).waitFor();
  await until(async () => {
    await webhooks.getByRole('button', { name: 'Look again' }).click();
    return webhooks.getByText('leads to a private network').isVisible();
  });
  expect(await staff.barriers()).toEqual([]);
  await staff.picture('console-webhooks-phone');
  await webhooks.getByRole('button', { name: 'Remove', exact: true }).click();
  await webhooks.getByText('No program is told of changes.').waitFor();
});
