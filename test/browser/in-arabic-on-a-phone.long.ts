import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, openWindow, PHONE, type Window } from '../harness/browser.js';
import * as ops from '../operations.gen.js';
import { aFullJob, type FullJob } from './a-full-job.js';

// A browser of Saudi Arabia counts years by the moon unless a page says otherwise.
const SAUDI_PHONE = { ...PHONE, locale: 'ar-SA' };

let job: FullJob;
let browser: Browser;
let client: Window;
beforeAll(async () => {
  [job, browser] = await Promise.all([aFullJob({}, { language: 'AR' }), openBrowser()]);
  client = await openWindow(browser, `${job.album.url}/portal#${job.token}`, SAUDI_PHONE);
  await client.page.getByRole('heading', { name: 'ما نقوم به' }).waitFor();
}, 60_000);
afterAll(async () => {
  await client?.close();
  await browser?.close();
  await job?.album.close();
});

it('a client whose language is Arabic reads the page from right to left', async () => {
  const { page } = client;
  expect(
    await page.evaluate('[document.documentElement.lang, document.documentElement.dir]'),
  ).toEqual(['ar', 'rtl']);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  const names = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(names).toEqual(
    expect.arrayContaining([
      'الأهم الآن',
      'الزيارات',
      'الملاحظات',
      'عروض الأسعار',
      'الصور',
      'الفواتير',
      'الرسائل',
    ]),
  );
  // Its logo is where an Arabic line begins.
  const logo = await page.locator('.brand .logo').boundingBox();
  expect(logo?.x).toBeGreaterThan(180);
  await client.picture('arabic-phone-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await client.picture('arabic-phone-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await client.barriers()).toEqual([]);
});

it('days are of the Gregorian calendar, in Arabic words and digits', async () => {
  const words = new Intl.DateTimeFormat('ar-u-ca-gregory-nu-arab', {
    timeZone: 'Australia/Sydney',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const starts = await client.page
    .locator('.visit:not(.past) time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') as string));
  expect(starts).toHaveLength(2);
  for (const start of starts)
    await client.page
      .locator('.visit strong')
      .getByText(words.format(new Date(start)))
      .waitFor();
});

it('nothing on the page is in English but what the business and its client wrote', async () => {
  const { page } = client;
  expect(await inEnglish(page)).toEqual([]);
  await page.getByRole('button', { name: 'قبول عرض السعر' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'نعم، أقبل' }).click();
  await page.getByText('اكتب اسمك لتقبل العرض.').waitFor();
  expect(await inEnglish(page)).toEqual([]);
  await client.picture('arabic-phone-accept', { fullPage: false });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'طلب تعديلات' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await inEnglish(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'The house' }).click();
  await page.getByRole('dialog').getByText('١ من ٢').waitFor();
  expect(await inEnglish(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'إغلاق' }).click();
});

it('what the API says of a fault is in Arabic too', async () => {
  const { page } = client;
  await page.getByLabel('رسالتك').fill('\u200b');
  await page.getByRole('button', { name: 'إرسال' }).click();
  await page.getByText('لا يمكن قبول ما كتبته بهذا الشكل.').waitFor();
  expect(await inEnglish(page)).toEqual([]);
  await page.getByLabel('رسالتك').fill('');
});

it('a reader may have it in another language, which the browser keeps', async () => {
  const { page, troubles, barriers, close } = await openWindow(
    browser,
    `${job.album.url}/portal#${job.token}`,
  );
  await page.getByRole('button', { name: 'العربية', pressed: true }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'What matters now' }).waitFor();
  expect(await page.evaluate('document.documentElement.dir')).toBe('ltr');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('English');
  expect(await barriers()).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'What matters now' }).waitFor();
  await page.getByRole('button', { name: 'العربية' }).click();
  await page.getByRole('heading', { name: 'الأهم الآن' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'الأهم الآن' }).waitFor();
  expect(troubles).toEqual([]);
  await close();
});

it('a link that opens nothing says so in the language of the last page, or of the browser', async () => {
  const { page, close } = await openWindow(browser, `${job.album.url}/portal#nothing`, SAUDI_PHONE);
  await page.getByRole('heading', { name: 'هذا الرابط لا يفتح شيئًا' }).waitFor();
  await close();
  const english = await openWindow(browser, `${job.album.url}/portal#nothing`);
  await english.page.getByRole('heading', { name: 'This link does not open anything' }).waitFor();
  expect(await english.page.evaluate('document.documentElement.dir')).toBe('ltr');
  expect(await inEnglish(english.page)).toContain('This link does not open anything');
  await english.page.goto(`${job.album.url}/portal#${job.token}`);
  await english.page.getByRole('heading', { name: 'الزيارات' }).waitFor();
  await english.page.goto('about:blank');
  await english.page.goto(`${job.album.url}/portal#nothing`);
  await english.page.getByRole('heading', { name: 'هذا الرابط لا يفتح شيئًا' }).waitFor();
  await english.close();
});

it('fits on a wide screen', async () => {
  const wide = await openWindow(browser, `${job.album.url}/portal#${job.token}`, DESKTOP);
  await wide.page.getByRole('heading', { name: 'الزيارات' }).waitFor();
  const [first, second] = await Promise.all(
    ['الزيارات', 'عروض الأسعار'].map((name) =>
      wide.page.getByRole('heading', { name, exact: true }).boundingBox(),
    ),
  );
  expect(first?.x).toBeGreaterThan(second?.x ?? Number.POSITIVE_INFINITY);
  await wide.picture('arabic-desktop-light');
  expect(wide.troubles).toEqual([]);
  await wide.close();
});

/** Texts of the page, shown or for a screen reader, with Latin letters or digits that nobody wrote. */
async function inEnglish(page: Page): Promise<string[]> {
  const texts = (await page.evaluate(TEXTS)) as string[];
  const { data } = await job.album.withToken(job.token)(ops.PortalTextsDocument, {});
  const written = stringsIn(data).sort((one, other) => other.length - one.length);
  return (
    texts
      .map((text) => written.reduce((left, each) => left.replaceAll(each, ''), text))
      .map((left) => left.replace(/AU\$|PDF|English/g, '').trim())
      // The commas of Latin sentences are English too, unless they stand alone.
      .filter((left) => /[a-z0-9]|[^\s,],/i.test(left))
  );
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 1 ? [value] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

const TEXTS = `(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (!parentElement.closest('script, noscript, [aria-hidden=true]:not(.calendar-date)')) found.push(data);
  }
  for (const name of ['aria-label', 'alt', 'title', 'placeholder'])
    for (const each of document.querySelectorAll('[' + name + ']')) found.push(each.getAttribute(name));
  found.push(document.title);
  return found;
})()`;
