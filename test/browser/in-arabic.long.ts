import type { Browser, BrowserContextOptions } from 'playwright-core';
import { DESKTOP, openBrowser, openWindow, PHONE } from '../harness/browser.js';
import { inHours } from '../harness/jobs.js';
import { sentQuote } from '../harness/quotes.js';
import { tokenIn, until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { aFullJob, type FullJob } from './a-full-job.js';
import { atConsole, enter, openReview } from './at-console.js';
import { isUsable, smallTargets } from './console-pages.js';

const NEWCOMER = 'nora@client.test';

let job: FullJob;
let browser: Browser;
beforeAll(async () => {
  [job, browser] = await Promise.all([aFullJob({}, { language: 'AR' }), openBrowser()]);
  const { owner, jobId, share } = job;
  const { data } = await job.album.withToken(job.token)(ops.PortalVisitsDocument);
  const ahead = (data.portal?.job?.visits ?? []).filter(({ startsAt }) => startsAt > inHours(0));
  for (const [index, { id }] of ahead.entries())
    await (index === 0
      ? owner(ops.RescheduleVisitDocument, { id, startsAt: inHours(50), endsAt: inHours(80) })
      : owner(ops.CancelVisitDocument, { id }));
  for (const body of ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh'])
    await owner(ops.AddNoteDocument, { input: { jobId, body, internal: false } });
  await share();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await job?.album.close();
});

const LOOKS: [string, BrowserContextOptions][] = [
  ['phone', PHONE],
  ['desktop', DESKTOP],
  ['200-percent', { ...PHONE, viewport: { width: 195, height: 420 } }],
].flatMap(([name, look]) =>
  (['light', 'dark'] as const).map((colorScheme): [string, BrowserContextOptions] => [
    `${name}-${colorScheme}`,
    { ...(look as BrowserContextOptions), colorScheme },
  ]),
);

it.each(LOOKS)(
  'the Arabic page is accessible and fits with all that a job can have: %s',
  async (name, look) => {
    const window = await openWindow(browser, `${job.album.url}/portal#${job.token}`, look);
    const { page } = window;
    await page.getByText('أُلغيت', { exact: true }).waitFor();
    await page
      .getByText(/^نُقلت من/)
      .first()
      .waitFor();
    for (const button of await page.locator('.fold-button').all()) await button.click();
    await isUsable(window, 'portal-arabic', name);
    if (look.hasTouch) expect(await smallTargets(window)).toEqual([]);
    for (const [button, place] of [
      ['قبول عرض السعر', 'accept'],
      ['The house', 'photo'],
    ] as const) {
      await page.getByRole('button', { name: button }).first().click();
      await page.getByRole('dialog').waitFor();
      await isUsable(window, `portal-arabic-${place}`, name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(window.troubles).toEqual([]);
    await window.close();
  },
  60_000,
);

it('photos step in the direction of the lines', async () => {
  const window = await openWindow(browser, `${job.album.url}/portal#${job.token}`);
  const { page } = window;
  await page.getByRole('button', { name: 'The house' }).click();
  await page.getByRole('dialog', { name: 'The house' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('dialog', { name: 'The old switchboard' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('dialog', { name: 'The house' }).waitFor();
  const [next, previous] = await Promise.all(
    ['الصورة التالية', 'الصورة السابقة'].map((name) =>
      page.getByRole('button', { name }).boundingBox(),
    ),
  );
  expect(next?.x).toBeLessThan(previous?.x ?? 0);
  await window.close();
});

it('a client accepts a quote and writes a message in Arabic', async () => {
  const window = await openWindow(browser, `${job.album.url}/portal#${job.token}`);
  const { page } = window;
  await page.getByLabel('رسالتك').fill('هل ستنقطع الكهرباء طويلًا؟');
  await page.getByRole('button', { name: 'إرسال', exact: true }).click();
  await page.getByText('أُرسلت رسالتك.').waitFor();
  await page.getByRole('button', { name: 'قبول عرض السعر' }).click();
  await page.getByLabel(/^اسمك الكامل/).fill('سلمى الأحمد');
  await page.getByRole('button', { name: 'نعم، أقبل' }).click();
  await page.getByText(/قبله .*سلمى الأحمد/).waitFor();
  await page.getByText('شكرًا لك. لقد قبلت عرض السعر.').waitFor();
  await isUsable(window, 'portal-arabic-accepted', 'phone-light');
  expect(window.troubles).toEqual([]);
  await window.close();
});

it('the office gives a client a language, sees its page in it, and the page follows', async () => {
  const { album, owner } = job;
  const made = await owner(ops.CreateClientDocument, { input: { name: 'Nora', email: NEWCOMER } });
  const clientId = made.data.createClient.client.id;
  await sentQuote(owner, { clientId, title: 'New taps', lines: [LINE] });
  const mail = await until(async () => (await album.mails(NEWCOMER))[0]);
  const link = `${album.url}/portal#${tokenIn(mail)}`;
  const window = await openWindow(browser, link);
  await window.page.getByRole('heading', { name: /^Your quote from/ }).waitFor();

  const office = await atConsole(browser, album.url, 'owner', DESKTOP);
  await enter(office.page, 'Clients');
  await office.page.getByRole('link', { name: 'Nora', exact: true }).click();
  await office.page.getByLabel('Language of page and mails').selectOption('العربية');
  await office.page.getByRole('main').getByRole('button', { name: 'Save' }).click();
  await office.page.getByText('Saved.').waitFor();
  expect(await office.barriers()).toEqual([]);

  await window.page.reload();
  await window.page.getByRole('heading', { name: /^عرض السعر المقدَّم لك من/ }).waitFor();
  await isUsable(window, 'portal-arabic-own-quote', 'phone-light');
  expect(window.troubles).toEqual([]);
  await window.close();

  await owner(ops.AddNoteDocument, {
    input: { jobId: job.jobId, body: 'For the preview', internal: false },
  });
  await office.page.goto(`${album.url}/console#/jobs/${job.jobId}`);
  const review = await openReview(office.page);
  await review.getByText('ما نقوم به').waitFor();
  await office.picture('console-preview-arabic', { fullPage: false });
  expect(await office.barriers()).toEqual([]);
  expect(office.troubles).toEqual([]);
  await office.close();
}, 60_000);

it('what opens nothing is in Arabic too', async () => {
  const window = await openWindow(browser, `${job.album.url}/portal#nothing`, {
    ...PHONE,
    locale: 'ar-EG',
  });
  await window.page.getByRole('heading', { name: 'هذا الرابط لا يفتح شيئًا' }).waitFor();
  expect(await window.page.title()).toBe('هذا الرابط لا يفتح شيئًا');
  await isUsable(window, 'portal-arabic-closed', 'phone-light');
  await window.close();
});

const LINE = { description: 'Taps', unitPriceCents: 12_000 };
