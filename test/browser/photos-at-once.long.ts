import type { Browser, Route } from 'playwright-core';
import { demoPictures } from '../../db/demo/demo-pictures.js';
import { openBrowser, PHONE, type Window } from '../harness/browser.js';
import { type Album, openAlbum } from '../photos/album.js';
import { atConsole, openJob, promptOn, turnTo } from './at-console.js';

let album: Album;
let browser: Browser;
let window: Window;
beforeAll(async () => {
  [album, browser] = await Promise.all([openAlbum(), openBrowser()]);
  window = await atConsole(browser, album.url, 'tradie', PHONE);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await album?.close();
});

const NAMES = ['one.jpg', 'two.jpg', 'three.jpg', 'four.jpg', 'five.jpg'];

describe('a tradie who adds five photos at once on a phone', () => {
  const sent: string[] = [];

  it('sees which upload fails, and that the others are added', async () => {
    const { page } = window;
    await openJob(page, 'Kitchen rewire');
    await turnTo(page, 'Photos');
    const fail = (route: Route) => (nameIn(route) === 'two.jpg' ? route.abort() : route.fallback());
    await page.route('**/photos', fail);
    page.on('request', (request) => {
      if (request.url().endsWith('/photos')) sent.push(request.postData() ?? '');
    });
    await choose(NAMES);
    await page.getByText('4 of 5 photos added, 1 failed.').first().waitFor();
    expect(await page.getByRole('img', { name: 'Photo: The roof' }).count()).toBe(4);
    expect(await window.barriers()).toEqual([]);
    await window.picture('console-photos-at-once-phone');
    await page.unroute('**/photos', fail);
  });

  it('sees on other pages that a photo failed, and goes back to it', async () => {
    const { page } = window;
    await turnTo(page, 'To-dos');
    await page.getByRole('alert').getByText('A photo could not be added.').waitFor();
    await page.getByRole('link', { name: 'Open the photos of the job' }).click();
    await page.getByText('4 of 5 photos added, 1 failed.').first().waitFor();
    expect(await page.getByText('A photo could not be added.').count()).toBe(0);
  });

  it('tries the failed one again, and nothing else is sent twice', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Try again: two.jpg' }).click();
    await page.getByText('5 of 5 photos added.').first().waitFor();
    await page.getByRole('img', { name: 'Photo: The roof' }).nth(4).waitFor();
    expect(sent).toHaveLength(6);
  });

  it('loses an answer, tries again, and has the photo once', async () => {
    const { page } = window;
    const lose = async (route: Route) => {
      if (!route.request().postData()?.includes('addPhoto')) return route.fallback();
      await route.fetch();
      return route.abort();
    };
    await page.route('**/graphql', lose);
    await choose(['six.jpg']);
    await page.getByText('0 of 1 photo added, 1 failed.').first().waitFor();
    await page.unroute('**/graphql', lose);
    await page.getByRole('button', { name: 'Try again: six.jpg' }).click();
    await page.getByText('1 of 1 photo added.').first().waitFor();
    await page.getByRole('img', { name: 'Photo: The roof' }).nth(5).waitFor();
    expect(await page.getByRole('img', { name: 'Photo: The roof' }).count()).toBe(6);
    expect(sent).toHaveLength(7);
    expect(await promptOn(page).count()).toBe(0);
  });
});

/** Name of the file that is uploaded. */
const nameIn = (route: Route) =>
  route
    .request()
    .postData()
    ?.match(/filename="([^"]+)"/)?.[1];

async function choose(names: string[]): Promise<void> {
  const { house } = await demoPictures();
  const { page } = window;
  await page
    .getByLabel('Pictures')
    .setInputFiles(names.map((name) => ({ name, mimeType: 'image/jpeg', buffer: house.original })));
  await page.getByLabel('Caption').fill('The roof');
  await page.getByRole('button', { name: 'Add photos' }).click();
}
