import { readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { demoPictures } from '../../db/demo/demo-pictures.js';
import { openBrowser, openWindow, type Window } from '../harness/browser.js';
import { itInLongForm } from '../harness/long-form.js';
import { sentQuote } from '../harness/quotes.js';
import { tokenIn, until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { uploaded } from '../photos/album.js';
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

/** Maximum time for an automatic update. */
const SOON = { timeout: 2_000 };

async function views(): Promise<unknown> {
  const { rows } = await job.album.sql(
    'select count(*)::int as views from portal_links where last_viewed_at is not null',
  );
  return rows[0]?.views;
}

it('does not count requests without a browser, nor hidden tabs, as views', async () => {
  for (const method of ['GET', 'HEAD']) {
    const answer = await fetch(`${job.album.url}/portal`, { method });
    expect(answer.status).toBe(200);
  }
  const tab = await openWindow(browser, 'about:blank');
  const { page } = tab;
  await page.addInitScript(
    `Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })`,
  );
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.postData() ?? ''));
  await page.goto(link);
  await page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((each) => each.includes('recordPortalView'))).toEqual([]);
  expect(await views()).toBe(0);
  await tab.close();
});

it.each([
  ['a full stop', '.'],
  ['a bracket', '%3E'],
  ['a query', '?utm_source=mail'],
  ['a sign that nobody sees', '\u200b'],
])('a link opens with what a mail program leaves behind it: %s', async (_, tail) => {
  const tab = await openWindow(browser, link + tail);
  await tab.page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
  await tab.close();
});

it('a link opens where a mail program has encoded its #', async () => {
  const tab = await openWindow(browser, link.replace('#', '%23'));
  await tab.page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
  expect(tab.page.url()).toBe(link);
  await tab.close();
  const { url } = job.album;
  const token = link.slice(link.indexOf('#') + 1);
  const leadsTo = async (path: string) =>
    (await fetch(url + path, { redirect: 'manual' })).headers.get('location');
  for (const tail of ['.', '%3E', '%20', '%0d%0aset-cookie:%20a=b', '//example.com', '%E2%80%8B'])
    expect(await leadsTo(`/portal%23${token}${tail}`)).toBe(`/portal#${token}`);
  expect(await leadsTo(`/portal%23${token}/visits%3E`)).toBe(`/portal#${token}/visits`);
  expect((await fetch(`${job.album.url}/portals`)).status).toBe(404);
  expect((await fetch(`${job.album.url}/portal%23jgp_nothing`)).status).toBe(404);
});

itInLongForm('reserves space while the page loads, so that nothing moves', async () => {
  const tab = await openWindow(browser, 'about:blank');
  const { page } = tab;
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/graphql', async (route) => {
    await held;
    await route.continue();
  });
  await page.addInitScript(`
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.moved += value;
    }).observe({ type: 'layout-shift', buffered: true });`);
  await page.goto(link);
  await page.getByText('Loading your job').waitFor({ state: 'attached' });
  expect(await tab.barriers()).toEqual([]);
  await tab.picture('portal-phone-loading');
  answer();
  await page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
  for (const alt of ['The house', 'The old switchboard']) {
    await page.getByRole('button', { name: alt }).scrollIntoViewIfNeeded();
    await page.getByAltText(alt).waitFor();
  }
  expect(await page.evaluate('window.moved')).toBe(0);
  await page.unrouteAll();
  await tab.close();
});

describe('a client has its page open while staff work', () => {
  let client: Window;
  beforeAll(async () => {
    client = await openWindow(browser, link);
    await client.page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
  });
  afterAll(() => client.close());

  it('shows everything that was shared, texts and photos', async () => {
    const { page } = client;
    const text = await page.locator('body').textContent();
    for (const each of [
      'Bright Spark Electrical',
      '(02) 5550 1234',
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

  it('is accessible to all readers', async () => {
    expect(await client.barriers()).toEqual([]);
    await client.page.emulateMedia({ colorScheme: 'dark' });
    expect(await client.barriers()).toEqual([]);
    await client.page.emulateMedia({ colorScheme: 'light' });
  });

  it('counts as viewed once it was shown', async () => {
    await until(async () => (await views()) === 1);
  });

  it('shows a note as soon as it is shared, and announces it', async () => {
    await job.owner(ops.AddNoteDocument, {
      input: { jobId: job.jobId, body: 'We found a second fuse box', internal: false },
    });
    await job.share();
    await client.page.getByText('We found a second fuse box').waitFor(SOON);
    expect(await client.page.getByRole('status').nth(1).textContent()).toBe(
      'This page was updated: notes.',
    );
  });

  it('removes and restores a photo when its toggle changes', async () => {
    const photo = client.page.getByRole('button', { name: 'The house' });
    const [photoId = ''] = job.photoIds;
    await job.owner(ops.SetPhotoSharingDocument, { photoId, shared: false });
    await photo.waitFor({ state: 'detached', ...SOON });
    await job.owner(ops.SetPhotoSharingDocument, { photoId, shared: true });
    await photo.waitFor(SOON);
  });

  it('opens a photo large, navigates with the arrow keys and restores the focus', async () => {
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

  it('sends a message, and shows the reply', async () => {
    const { page } = client;
    await page.getByLabel('Your message').fill('Thank you!');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Thank you!' }).waitFor();
    // The message may arrive by the subscription before the answer to its sending.
    await until(async () => (await page.getByLabel('Your message').inputValue()) === '');
    await job.owner(ops.SendMessageDocument, { jobId: job.jobId, body: 'See you tomorrow.' });
    await page.getByText('See you tomorrow.').waitFor(SOON);
  });

  itInLongForm('shows the logo of the business from the business’s own server', async () => {
    const { page } = client;
    const token = await job.album.tokenOf('owner');
    const { house } = await demoPictures();
    const uploadId = await uploaded(job.album, token, house.original);
    await job.owner(ops.ChangeLogoDocument, { uploadId });
    await page.reload();
    const logo = page.locator('img.logo');
    await logo.waitFor();
    await until(() => logo.evaluate((image) => (image as never as Pixels).naturalWidth > 0));
    await client.picture('portal-phone-logo', { fullPage: false });
    await job.owner(ops.ChangeLogoDocument, { uploadId: null });
    expect(client.troubles).toEqual([]);
  });

  it('offers a visit as a calendar file', async () => {
    const { page } = client;
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Add to calendar' }).first().click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('visit.ics');
    const chunks: Buffer[] = [];
    for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { rows } = await job.album.sql(
      'select id, starts_at, ends_at from visits where job_id = $1 and ends_at > now() order by starts_at limit 1',
      [job.jobId],
    );
    const visit = rows[0] as unknown as { id: string; starts_at: Date; ends_at: Date };
    const inUtc = (time: Date) => time.toISOString().replace(/[-:]|\.\d+/g, '');
    expect(text.split('\r\n')).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'BEGIN:VEVENT',
        `UID:${visit.id}@jobglass`,
        `DTSTART:${inUtc(visit.starts_at)}`,
        `DTEND:${inUtc(visit.ends_at)}`,
        'SUMMARY:Bright Spark Electrical: Switchboard upgrade',
        'LOCATION:12 Wattle Street\\, Newtown NSW 2042',
        'END:VEVENT',
        'END:VCALENDAR',
      ]),
    );
  });

  it('allows messages only while they are switched on, and updates with the switch', async () => {
    const { page } = client;
    const composer = page.getByLabel('Your message');
    await job.owner(ops.SetClientMessagesDocument, { jobId: job.jobId, enabled: false });
    await composer.waitFor({ state: 'detached', ...SOON });
    await job.owner(ops.SetClientMessagesDocument, { jobId: job.jobId, enabled: true });
    await composer.waitFor(SOON);
    await page.getByText('See you tomorrow.').waitFor();
  });

  it.each([
    ['Ask for changes', 'What should change?', 'Cancel'],
    ['Decline', 'Why? (if you like)', 'Escape'],
    ['Accept quote', 'Your full name, as your signature', 'Escape'],
  ])(
    'asks for confirmation before it sends “%s”, which can be cancelled',
    async (answer, field, out) => {
      const { page } = client;
      const button = page.getByRole('button', { name: answer });
      await button.focus();
      await page.keyboard.press('Enter');
      const asked = page.getByRole('dialog');
      await asked.waitFor();
      expect(await client.barriers()).toEqual([]);
      await client.picture(`portal-phone-${answer.split(' ')[0]?.toLowerCase()}`, {
        fullPage: false,
      });
      expect(await isFocused(asked.getByLabel(field))).toBe(true);
      if (out === 'Escape') await page.keyboard.press('Escape');
      else await asked.getByRole('button', { name: out }).click();
      await asked.waitFor({ state: 'detached' });
      expect(await isFocused(button)).toBe(true);
    },
  );

  it('declines a quote with a reason', async () => {
    const { page } = client;
    const title = 'Surge protection';
    const quoteId = await sentQuote(job.owner, { jobId: job.jobId, title });
    await job.share();
    const quote = page.getByRole('article', { name: new RegExp(title) });
    await quote.getByRole('button', { name: 'Decline' }).click();
    const asked = page.getByRole('dialog', { name: /Decline quote/ });
    await asked.getByLabel(/Why/).fill('Not this year');
    await asked.getByRole('button', { name: 'Decline the quote' }).click();
    await quote.getByText('Declined', { exact: true }).waitFor();
    expect(await quote.getByRole('button').allTextContents()).toEqual(['Download quote (PDF)']);
    const { data } = await job.owner(ops.QuoteDocument, { id: quoteId });
    expect(data.quote).toMatchObject({ status: 'DECLINED' });
  });

  itInLongForm('requires a message when requesting changes, and can still accept', async () => {
    const { page } = client;
    await page.getByRole('button', { name: 'Ask for changes' }).click();
    const asked = page.getByRole('dialog', { name: /Ask for changes/ });
    await asked.getByRole('button', { name: 'Send' }).click();
    await asked.getByText('Say what should change.').waitFor();
    expect(await client.barriers()).toEqual([]);
    await asked.getByLabel('What should change?').fill('Could it be white?');
    await asked.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Changes asked for', { exact: true }).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: 'has been sent' })
      .waitFor({ state: 'attached' });
  });

  it('accepts a quote only with a name typed by the client', async () => {
    const { page } = client;
    await page.getByRole('button', { name: 'Accept quote' }).click();
    const asked = page.getByRole('dialog', { name: /Accept quote/ });
    expect(await asked.textContent()).toContain('$2,004.75');
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

interface Pixels {
  naturalWidth: number;
}

function isFocused(place: Locator): Promise<boolean> {
  return place.evaluate((element) => element === element.ownerDocument.activeElement);
}

itInLongForm(
  'shows a cancelled visit as cancelled, with a file that removes it from a calendar',
  async () => {
    const { jobId, owner } = job;
    const startsAt = new Date(Date.now() + 6 * 86_400_000).toISOString();
    const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
    const { data } = await owner(ops.ScheduleVisitDocument, { input: { jobId, startsAt, endsAt } });
    await job.share();
    const { page, close } = await openWindow(browser, link);
    await page
      .getByRole('button', { name: /^Add to calendar/ })
      .first()
      .waitFor();
    const before = await page.getByRole('button', { name: /^Add to calendar/ }).count();
    await owner(ops.CancelVisitDocument, { id: data.scheduleVisit.visit.id });
    await job.share();
    await page.getByText(/^\w{3} \d+ \w{3}, .* was cancelled$/).waitFor();
    await page.getByText('Cancelled', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^Add to calendar/ }).count()).toBe(before - 1);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Take out of calendar/ }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    for (const line of [
      'METHOD:CANCEL',
      'STATUS:CANCELLED',
      `UID:${data.scheduleVisit.visit.id}@jobglass`,
    ])
      expect(text).toContain(line);
    await close();
  },
);

itInLongForm('the page of a quote without a job is read and answered on a phone', async () => {
  const newClient = { name: 'Nora Newcomer', email: 'nora-on-her-phone@client.test' };
  await sentQuote(job.owner, { title: 'Garden lights', newClient });
  const [mail] = await until(async () => {
    const mails = await job.album.mails(newClient.email);
    return mails.length > 0 && mails;
  });
  const tab = await openWindow(browser, `${job.album.url}/portal#${tokenIn(mail)}`);
  const { page } = tab;
  await page.getByRole('heading', { name: /^Your quote from/ }).waitFor();
  expect(await page.getByText('Messages').count()).toBe(0);
  expect(await tab.barriers()).toEqual([]);
  await tab.picture('own-page-of-a-quote', { fullPage: true });
  await page.getByRole('button', { name: 'Accept quote' }).click();
  const asked = page.getByRole('dialog', { name: /Accept quote/ });
  await asked.getByLabel(/Your full name/).fill('Nora Newcomer');
  await asked.getByRole('button', { name: 'Yes, accept' }).click();
  await page.getByText('Accepted', { exact: true }).waitFor();
  await tab.picture('own-page-of-a-quote-accepted', { fullPage: true });
  expect(tab.troubles).toEqual([]);
  await tab.close();
});
