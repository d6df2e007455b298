import type { Browser } from 'playwright-core';
import { demoPictures } from '../../db/demo/demo-pictures.js';
import { openBrowser, openWindow, PHONE } from '../harness/browser.js';
import { type Album, openAlbum } from '../photos/album.js';
import { atConsole, enter, follow } from './at-console.js';

let album: Album;
let browser: Browser;
beforeAll(async () => {
  [album, browser] = await Promise.all([openAlbum(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await album?.close();
});

it('a person asks with photos from a phone', async () => {
  const visitor = await openWindow(browser, `${album.url}/enquire/bright-spark`, PHONE);
  const { page } = visitor;
  await page.getByLabel('Your name').fill('Greta Gable');
  await page.getByLabel('Email').fill('greta@client.test');
  await page.getByLabel('What you need').fill('The board in the photos hums.');
  const { house, switchboard } = await demoPictures();
  await page.getByLabel('Photos').setInputFiles(
    [house, switchboard].map(({ original }, at) => ({
      name: `${at}.jpg`,
      mimeType: 'image/jpeg',
      buffer: original,
    })),
  );
  expect(await visitor.barriers()).toEqual([]);
  await visitor.picture('enquiry-form-photos-phone');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('has received your enquiry').waitFor();
});

it('the owner finds the enquiry by a word and looks at its photos', async () => {
  const staff = await atConsole(browser, album.url, 'owner', PHONE);
  const { page } = staff;
  await enter(page, 'Enquiries');
  await page.getByLabel('Search by name, contact or text').fill('hums');
  await page.waitForURL(/search=hums/);
  await follow(page, page.getByRole('link', { name: 'Greta Gable' }));
  await page.getByRole('img', { name: 'Photo 2 of 2' }).waitFor();
  await page.locator('img[alt="Photo 2 of 2"]').waitFor();
  expect(await staff.barriers()).toEqual([]);
  await staff.picture('console-enquiry-photos-phone');
  await page.getByRole('button', { name: 'Show larger: photo 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Photo 1 of 2' });
  await dialog.locator('img').waitFor();
  expect(await staff.barriers()).toEqual([]);
  await staff.picture('console-enquiry-photo-phone', { fullPage: false });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});
