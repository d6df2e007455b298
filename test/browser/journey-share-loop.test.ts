import type { Browser } from 'playwright-core';
import { demoPictures } from '../../db/demo/demo-pictures.js';
import { DESKTOP, openBrowser, openWindow, PHONE, type Window } from '../harness/browser.js';
import { tokenIn } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { type Album, openAlbum } from '../photos/album.js';
import {
  atConsole,
  barOn,
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
let client: Window;
beforeAll(async () => {
  [world, browser] = await Promise.all([openAlbum(), openBrowser()]);
  staff = await atConsole(browser, world.url, 'owner');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const EMAIL = 'dana@client.test';
const NOTHING = 'This link does not open anything';

/** Saves screenshots of both windows, on a phone and on a desktop. */
async function pictures(moment: string): Promise<void> {
  for (const [who, window] of Object.entries({ staff, client })) {
    if (!window) continue;
    for (const [size, { viewport }] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      if (viewport) await window.page.setViewportSize(viewport);
      const isAsked = (await window.page.getByRole('dialog').count()) > 0;
      await window.picture(`journey-${moment}-${who}-${size}`, { fullPage: !isAsked });
    }
    await window.page.setViewportSize({ width: 1280, height: 900 });
  }
}

describe('staff and client, each in their own window', () => {
  it('staff get the share prompt after planning the first visit', async () => {
    const { page } = staff;
    await enter(page, 'Clients');
    await page.getByLabel('Name').fill('Dana Dweller');
    await page.getByLabel('Email').fill(EMAIL);
    await page.getByRole('button', { name: 'Add client' }).click();
    await page.getByRole('heading', { name: 'Dana Dweller', level: 1 }).waitFor();

    await enter(page, 'Jobs');
    await page.getByRole('link', { name: 'New job' }).click();
    await page.getByLabel('Title').fill('Attic lights');
    await chooseClient(page, 'Dana Dweller');
    await page.getByLabel('Site address').fill('7 Banksia Lane, Glebe NSW 2037');
    await page.getByLabel('Description').fill('Six downlights and a switch by the stairs.');
    await page.getByLabel('Internal notes').fill('Ask for cash');
    await page.getByRole('button', { name: 'Create job' }).click();
    await page.getByRole('heading', { name: 'Attic lights', level: 1 }).waitFor();
    await page.getByText(/once the first visit is on the calendar/).waitFor();
    expect(await promptOn(page).count()).toBe(0);

    await page.getByLabel('Begins').fill(onDay(3, '09:00'));
    await page.getByLabel('Ends').fill(onDay(3, '11:30'));
    await page.getByRole('button', { name: 'Plan a visit' }).click();
    await promptOn(page)
      .getByRole('checkbox', { name: /Schedule/ })
      .waitFor();
    await promptOn(page).getByRole('region', { name: 'What your client will see' }).waitFor();
    await pictures('1-asked');
    expect(await staff.barriers()).toEqual([]);
    expect(await world.mails(EMAIL)).toEqual([]);
  });

  it('staff send, the email arrives, and its link shows the job', async () => {
    await promptOn(staff.page)
      .getByLabel(/A few words/)
      .fill('Looking forward to it');
    await review(staff.page, /Schedule/, /Status/);
    const [mail] = await world.mailsTo(EMAIL, 1);
    expect(mail?.text).toContain('Looking forward to it');
    client = await openWindow(browser, `${world.url}/portal#${tokenIn(mail)}`, DESKTOP);
    const { page } = client;
    await page.getByRole('heading', { name: 'Attic lights' }).waitFor();
    await page.getByText('9:00 am to 11:30 am').waitFor();
    expect(await page.content()).not.toContain('Ask for cash');
  });

  it("staff share a later change, and it appears on the client's page", async () => {
    await turnTo(staff.page, 'Notes');
    await staff.page.getByLabel('New note').fill('Please clear the ladder space');
    await staff.page.getByRole('button', { name: 'Add note' }).click();
    await barOn(staff.page).getByText('1 change — Review').waitFor();
    expect(await promptOn(staff.page).count()).toBe(0);
    expect(await client.page.getByText('Please clear the ladder space').count()).toBe(0);
    await openReview(staff.page);
    await review(staff.page, /ladder space/);
    await client.page.getByText('Please clear the ladder space').waitFor();
    await client.page.getByRole('status').filter({ hasText: 'updated: notes' }).waitFor();
  });

  it('staff share a photo by its toggle, and withdraw it', async () => {
    const { page } = staff;
    const { house } = await demoPictures();
    await turnTo(page, 'Photos');
    await page.getByLabel('Pictures').setInputFiles({
      name: 'attic.jpg',
      mimeType: 'image/jpeg',
      buffer: house.original,
    });
    await page.getByLabel('Caption').fill('The attic before');
    await page.getByRole('button', { name: 'Add photos' }).click();
    await page.getByRole('img', { name: 'The attic before' }).waitFor();
    const toggle = page.getByRole('switch', { name: 'Share with Client' });
    expect(await toggle.isChecked()).toBe(false);
    await toggle.click();
    const seen = client.page.getByRole('button', { name: 'The attic before' });
    await seen.waitFor();
    await client.page.getByAltText('The attic before').waitFor();
    await pictures('2-photo');
    await toggle.click();
    await seen.waitFor({ state: 'detached' });
    await toggle.click();
    await seen.waitFor();
  });

  it('the client accepts a quote by typing a name, and staff read it', async () => {
    await offer('Six downlights', '840');
    const { page } = client;
    await page.getByRole('button', { name: 'Accept quote' }).click();
    const asked = page.getByRole('dialog', { name: /Accept quote/ });
    await asked.getByLabel(/full name/).fill('Dana Dweller');
    await pictures('3-accepting');
    await asked.getByRole('button', { name: 'Yes, accept' }).click();
    await page.getByText('Accepted', { exact: true }).waitFor();
    await staff.page.getByText(/Accepted · Dana Dweller/).waitFor();
  });

  it('the client requests changes to another quote, then declines it with a reason', async () => {
    await offer('A dimmer', '190');
    const { page } = client;
    await page.getByRole('button', { name: 'Ask for changes' }).click();
    await page.getByRole('dialog').getByLabel('What should change?').fill('Could it be black?');
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await page.getByText('Changes asked for', { exact: true }).waitFor();
    await staff.page.getByText('Could it be black?').waitFor();
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByRole('dialog').getByLabel(/Why/).fill('We keep the old one');
    await page.getByRole('dialog').getByRole('button', { name: 'Decline the quote' }).click();
    await page.getByText('Declined', { exact: true }).waitFor();
    await staff.page.getByText('We keep the old one').waitFor();
    await pictures('4-answered');
  });

  it('the portal is switched off: an acceptance in transit is refused, and the page is emptied', async () => {
    await offer('A second switch', '120');
    const { page } = client;
    await page.getByRole('button', { name: 'Accept quote' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/full name/)
      .fill('Dana Dweller');
    await enter(staff.page, 'Settings');
    await staff.page.getByRole('button', { name: 'Switch off…' }).click();
    const question = staff.page.getByRole('dialog', { name: 'Switch off the Client Portal?' });
    await question.getByText(/A second switch/).waitFor();
    await question.getByText(/Opened in the last 15 minutes: 1/).waitFor();
    await pictures('5-switching-off');
    // The click is made before the switch, and reaches the server after it.
    await page.route('**/graphql', async (route) => {
      await switchedOff;
      await route.continue();
    });
    let switched: () => void = () => undefined;
    const switchedOff = new Promise<void>((resolve) => {
      switched = resolve;
    });
    await page.getByRole('button', { name: 'Yes, accept' }).click();
    await question.getByRole('button', { name: 'Switch off now' }).click();
    await staff.page.getByRole('button', { name: 'Switch on', exact: true }).waitFor();
    switched();
    await page.getByRole('heading', { name: NOTHING }).waitFor();
    expect(await page.content()).not.toMatch(/Attic|Dana|Bright Spark|blob:/);
    await pictures('6-off');
    await page.getByText('Your answer did not arrive').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    const owner = await world.as('owner');
    const { data } = await owner(ops.QuoteDocument, { id: lastQuoteId });
    expect(data.quote?.status).toBe('SENT');
  });

  it('a reload shows nothing more, and nothing is offered to the client', async () => {
    await client.page.reload();
    await client.page.getByRole('heading', { name: NOTHING }).waitFor();
    expect(await client.page.content()).not.toMatch(/Attic|Dana|Bright Spark/);
    const { page } = staff;
    await openJob(page, 'Attic lights');
    await turnTo(page, 'Notes');
    await page.getByLabel('New note').fill('Nobody hears this');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.getByText(/while the Client Portal is off/).waitFor();
    expect(await promptOn(page).count()).toBe(0);
    expect(staff.troubles).toEqual([]);
  });

  let lastQuoteId = '';

  /** Writes a quote on the job and sends it, and waits until the client has it. */
  async function offer(title: string, price: string): Promise<void> {
    const { page } = staff;
    await openJob(page, 'Attic lights');
    await turnTo(page, 'Quotes');
    await page.getByRole('link', { name: 'New quote' }).click();
    await page.getByLabel('What the price is for').fill(title);
    await page.getByLabel('Line 1').first().fill(title);
    await page.getByLabel('Price of one').fill(price);
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    lastQuoteId = page.url().split('/quotes/')[1] ?? '';
    await page.getByRole('button', { name: 'Send quote' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send quote' }).click();
    await client.page.getByRole('heading', { name: title }).waitFor();
    expect(await promptOn(page).count()).toBe(0);
  }
});
