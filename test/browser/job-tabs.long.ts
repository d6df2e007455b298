import type { Browser } from 'playwright-core';
import { demoPictures } from '../../db/demo/demo-pictures.js';
import { openBrowser, openWindow, PHONE, type Window } from '../harness/browser.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import type { Ask } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { type Album, openAlbum, uploaded } from '../photos/album.js';
import { atConsole, openJob, openReview, review, turnTo } from './at-console.js';

let world: Album;
let browser: Browser;
let staff: Window;
let owner: Ask;
beforeAll(async () => {
  [world, browser] = await Promise.all([openAlbum(), openBrowser()]);
  owner = await world.as('owner');
  staff = await atConsole(browser, world.url, 'owner');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const row = (text: string) =>
  staff.page.getByRole('main').getByRole('listitem').filter({ hasText: text });

async function addNote(jobId: string, body: string) {
  const { data } = await owner(ops.AddNoteDocument, { input: { jobId, body, internal: false } });
  return `NOTE:${data.addNote.note.id}`;
}

async function addPhoto(jobId: string, caption: string, picture: Buffer) {
  const uploadId = await uploaded(world, await world.tokenOf('owner'), picture);
  const { data } = await owner(ops.AddPhotoWithBytesDocument, {
    input: { jobId, uploadId, caption },
  });
  const photoId = data.addPhoto.photo.id;
  await owner(ops.SetPhotoSharingDocument, { photoId, shared: true });
  return `PHOTO:${photoId}`;
}

it('the office sees what the client has, and takes a note back with one click', async () => {
  const { page } = staff;
  const job = await scheduledJob(owner, 'Drip in the wall');
  const keys = [
    await addNote(job.jobId, 'Never pays on time'),
    await addNote(job.jobId, 'Gate is open'),
  ];
  const { client } = await shared(world, owner, job, ['SCHEDULE', 'STATUS', ...keys]);
  await page.reload();
  await openJob(page, 'Drip in the wall');
  await turnTo(page, 'Schedule');
  await row('Assign').getByText('Client has this', { exact: true }).waitFor();
  await turnTo(page, 'Notes');
  await row('Never pays').getByText('Client has this', { exact: true }).waitFor();
  await row('Never pays').getByRole('button', { name: 'Move to Internal' }).click();
  await row('Never pays').getByText('Internal', { exact: true }).waitFor();
  await row('Never pays').getByText('Client has this').waitFor({ state: 'detached' });
  const { data } = await client(ops.ClientPortalDocument);
  expect(data.portal?.job?.notes.map(({ body }) => body)).toEqual(['Gate is open']);
  await row('Gate is open').getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Note', { exact: true }).fill('Gate is open, the dog is in');
  await page.getByRole('button', { name: 'Save' }).click();
  await row('the dog is in').getByText('Client has an older version').waitFor();
  expect(await staff.barriers()).toEqual([]);
  await staff.picture('console-notes-with-client');
});

it('photos marked before and after are side by side on the page of the client', async () => {
  const { page } = staff;
  const job = await scheduledJob(owner, 'A new tap');
  const picture = (await demoPictures()).house.original;
  const captions = ['The old tap', 'The new tap', 'The van'];
  const keys: string[] = [];
  for (const caption of captions) keys.push(await addPhoto(job.jobId, caption, picture));
  const { token } = await shared(world, owner, job, ['SCHEDULE', 'STATUS', ...keys]);
  await page.reload();
  await openJob(page, 'A new tap');
  await turnTo(page, 'Photos');
  const stage = (caption: string) => page.getByLabel(`Before or after: Photo: ${caption}`);
  await stage('The old tap').selectOption('Before the work');
  await row('The old tap').getByText('Client has an older version').waitFor();
  await stage('The new tap').selectOption('After the work');
  await row('The new tap').getByText('Client has an older version').waitFor();
  await openReview(page);
  await review(page);
  await row('The new tap').getByText('Client has this', { exact: true }).waitFor();
  expect(await staff.barriers()).toEqual([]);
  await staff.picture('console-photos-before-after');
  const client = await openWindow(browser, `${world.url}/portal#${token}`, PHONE);
  const box = async (name: string) => {
    const found = await client.page.getByRole('button', { name }).boundingBox();
    if (!found) throw new Error(`There is no photo ${name}.`);
    return found;
  };
  await client.page.getByRole('heading', { name: 'Before', exact: true }).waitFor();
  const [before, after] = [await box('The old tap'), await box('The new tap')];
  expect(after.y).toBe(before.y);
  expect(after.x).toBeGreaterThanOrEqual(before.x + before.width);
  expect((await box('The van')).y).toBeGreaterThan(before.y + before.height);
  expect(await client.barriers()).toEqual([]);
  await client.picture('portal-before-after-phone');
  expect([...client.troubles, ...staff.troubles]).toEqual([]);
});

const RESTORED = 'This has what you typed earlier and did not send.';

it('a form that was left by accident has what was typed, until it is sent or the person signs out', async () => {
  const { page } = await atConsole(browser, world.url, 'admin');
  const { jobId } = await scheduledJob(owner, 'Left in a hurry');
  await page.goto(`${world.url}/console#/jobs/${jobId}/notes`);
  await page.getByLabel('New note').fill('The key is under');
  await page.getByLabel('Internal').check();
  await turnTo(page, 'To-dos');
  await page.getByLabel('New to-do').fill('Bring the ladder');
  await page.reload();
  await page.getByText(RESTORED).waitFor();
  expect(await page.getByLabel('New to-do').inputValue()).toBe('Bring the ladder');
  await turnTo(page, 'Notes');
  await page.getByText(RESTORED).waitFor();
  expect(await page.getByLabel('New note').inputValue()).toBe('The key is under');
  expect(await page.getByLabel('Internal').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('listitem').getByText('The key is under').waitFor();
  await page.reload();
  await page.getByRole('listitem').getByText('The key is under').waitFor();
  expect(await page.getByText(RESTORED).count()).toBe(0);
  expect(await page.getByLabel('New note').inputValue()).toBe('');

  await page.goto(`${world.url}/console#/quotes/new-for-${jobId}`);
  await page.getByLabel('What the price is for').fill('A gutter');
  await page.getByLabel('Line 1').first().fill('Gutter, copper');
  await page.getByRole('button', { name: 'Add a line' }).click();
  await page.getByLabel('Line 2').first().fill('Fitting');
  await page.getByLabel('Deposit with the acceptance').selectOption('PERCENT');
  await page.getByRole('spinbutton', { name: 'Per cent' }).fill('20');
  await page.reload();
  await page.getByText(RESTORED).waitFor();
  expect(await page.getByLabel('What the price is for').inputValue()).toBe('A gutter');
  expect(await page.getByLabel('Line 2').first().inputValue()).toBe('Fitting');
  expect(await page.getByRole('spinbutton', { name: 'Per cent' }).inputValue()).toBe('20');
  await page.getByRole('button', { name: 'Start over' }).click();
  expect(await page.getByLabel('What the price is for').inputValue()).toBe('');
  expect(await page.getByLabel('Line 1').first().inputValue()).toBe('');
  expect(await page.getByLabel('Line 2').count()).toBe(0);

  await page.getByLabel('What the price is for').fill('A secret price');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('secret price');
});
