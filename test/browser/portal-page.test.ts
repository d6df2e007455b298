import type { Browser } from 'playwright-core';
import { openBrowser, openWindow, type Window } from '../harness/browser.js';
import * as ops from '../operations.gen.js';
import { aFullJob, type FullJob } from './a-full-job.js';

let job: FullJob;
let browser: Browser;
let link: string;
beforeAll(async () => {
  [job, browser] = await Promise.all([aFullJob(), openBrowser()]);
  link = `${job.album.url}/portal#${job.token}`;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await job?.album.close();
});

/** What a person would still call "by itself". */
const SOON = { timeout: 2_000 };

describe('a client has its page open while staff work', () => {
  let client: Window;
  beforeAll(async () => {
    client = await openWindow(browser, link);
    await client.page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
  });
  afterAll(() => client.close());

  it('shows all that was shared, in words and in pictures', async () => {
    const { page } = client;
    const text = await page.locator('body').innerText();
    for (const each of [
      'Bright Spark Electrical',
      '+61 2 5550 1234',
      'In progress',
      '2 of 4 done',
      'Power is off from 9 to noon',
      'New switchboard',
      '$2,004.75',
      'Deposit',
      'About three hours',
    ])
      expect(text).toContain(each);
    await page.getByRole('button', { name: 'The old switchboard' }).scrollIntoViewIfNeeded();
    await page.getByAltText('The old switchboard').waitFor();
    expect(client.troubles).toEqual([]);
  });

  it('keeps nobody out, whatever they use to read it', async () => {
    expect(await client.barriers()).toEqual([]);
    await client.page.emulateMedia({ colorScheme: 'dark' });
    expect(await client.barriers()).toEqual([]);
    await client.page.emulateMedia({ colorScheme: 'light' });
  });

  it('counts as viewed once it was shown', async () => {
    const { rows } = await job.album.sql(
      'select count(*)::int as views from portal_links where last_viewed_at is not null',
    );
    expect(rows[0]).toEqual({ views: 1 });
  });

  it('shows a note by itself as soon as it is shared, and says so', async () => {
    await job.owner(ops.AddNoteDocument, {
      input: { jobId: job.jobId, body: 'We found a second fuse box', internal: false },
    });
    await job.share();
    await client.page.getByText('We found a second fuse box').waitFor(SOON);
    expect(await client.page.getByRole('status').first().textContent()).toBe(
      'This page was updated: notes.',
    );
  });

  it('loses a photo and gets it back as its toggle is turned', async () => {
    const photo = client.page.getByRole('button', { name: 'The house' });
    const [photoId = ''] = job.photoIds;
    await job.owner(ops.SetPhotoSharingDocument, { photoId, shared: false });
    await photo.waitFor({ state: 'detached', ...SOON });
    await job.owner(ops.SetPhotoSharingDocument, { photoId, shared: true });
    await photo.waitFor(SOON);
  });

  it('opens a photo large, leafs with the arrow keys and gives the focus back', async () => {
    const { page } = client;
    const photo = page.getByRole('button', { name: 'The house' });
    await photo.click();
    const large = page.getByRole('dialog', { name: 'The house' });
    await large.getByAltText('The house').waitFor();
    expect(await client.barriers()).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('dialog', { name: 'The old switchboard' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await photo.and(page.locator(':focus')).count()).toBe(1);
  });

  it('sends a message, and shows the answer when there is one', async () => {
    const { page } = client;
    await page.getByLabel('Your message').fill('Thank you!');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Thank you!' }).waitFor();
    expect(await page.getByLabel('Your message').inputValue()).toBe('');
    await job.owner(ops.SendMessageDocument, { jobId: job.jobId, body: 'See you tomorrow.' });
    await page.getByText('See you tomorrow.').waitFor(SOON);
  });

  it('gives a visit to a calendar', async () => {
    const { page } = client;
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Add to calendar' }).first().click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('visit.ics');
    const chunks: Buffer[] = [];
    for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    expect(text).toContain('SUMMARY:Bright Spark Electrical: Switchboard upgrade');
    expect(text).toMatch(/DTSTART:\d{8}T\d{6}Z/);
  });

  it('accepts a quote only with a name, by its owner’s own hand', async () => {
    const { page } = client;
    await page.getByRole('button', { name: 'Accept quote' }).click();
    const asked = page.getByRole('dialog', { name: /Accept quote/ });
    expect(await asked.innerText()).toContain('$2,004.75');
    await asked.getByRole('button', { name: 'Yes, accept' }).click();
    await asked.getByText('Type your name to accept.').waitFor();
    expect(await client.barriers()).toEqual([]);
    await asked.getByLabel(/full name/).fill('Casey Client');
    await asked.getByRole('button', { name: 'Yes, accept' }).click();
    await page.getByText('Accepted', { exact: true }).waitFor();
    await asked.waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Accept quote' }).count()).toBe(0);
    const { data } = await job.owner(ops.QuoteDocument, { id: job.quoteId });
    expect(data.quote?.status).toBe('ACCEPTED');
    expect(client.troubles).toEqual([]);
  });
});
