import type { Browser, Locator, Page } from 'playwright-core';
import { DESKTOP, openBrowser, PHONE, type Window } from '../harness/browser.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { atConsole, barOn, onDay, openReview, promptOn, review, turnTo } from './at-console.js';

// The review, as somebody meets it who works on a job: it opens by itself once, and later waits in a bar.

let world: World;
let browser: Browser;
let owner: Ask;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  owner = await world.as('owner');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const barSays = (page: Page, text: string) => barOn(page).getByText(text).waitFor();

async function toJob({ page }: Window, jobId: string, tab: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/jobs/${jobId}/${tab}`);
  await page.getByRole('navigation', { name: 'Parts of the job' }).waitFor();
}

async function addNote({ page }: Window, text: string): Promise<void> {
  await page.getByLabel('New note').fill(text);
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByText(text, { exact: true }).waitFor();
}

/** Name of what has the focus: of a button or a heading its text. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

const switchPortal = (isOn: boolean) =>
  owner(
    'mutation ($on: Boolean!) { updateSiteSettings(input: { clientPortalEnabled: $on }) { business { id } } }',
    { on: isOn } as never,
  );

async function isClosed(page: Page): Promise<void> {
  await promptOn(page).waitFor({ state: 'detached' });
}

it('opens by itself for the first prompt of a job, and never again: later changes gather in the bar', async () => {
  const { data } = await owner(ops.CreateClientDocument, {
    input: { name: 'Fay First', email: 'fay@client.test' },
  });
  const job = await owner(ops.CreateJobDocument, {
    input: { title: 'Hang a door', clientId: data.createClient.client.id },
  });
  const jobId = job.data.createJob.job.id;
  const staff = await atConsole(browser, world.url, 'owner', PHONE);
  const { page } = staff;
  await toJob(staff, jobId, 'schedule');
  expect(await barOn(page).count()).toBe(0);
  await page.getByLabel('Begins').fill(onDay(3, '09:00'));
  await page.getByLabel('Ends').fill(onDay(3, '11:00'));
  await page.getByRole('button', { name: 'Plan a visit' }).click();
  await promptOn(page).waitFor();
  await staff.picture('review-first-phone', { fullPage: false });
  expect(await staff.barriers()).toEqual([]);
  await promptOn(page).getByRole('button', { name: 'Later' }).click();
  await isClosed(page);
  await barSays(page, '3 changes — Review');
  await turnTo(page, 'Notes');
  await addNote(staff, 'The hinge is on the left');
  await barSays(page, '4 changes — Review');
  await addNote(staff, 'The lock comes later');
  await barSays(page, '5 changes — Review');
  expect(await promptOn(page).count()).toBe(0);
  await staff.picture('review-bar-phone', { fullPage: false });
  // The bar covers nothing: the last control of the page can be scrolled above it.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const last = await page.getByRole('main').getByRole('button').last().boundingBox();
  const bar = await barOn(page).boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  // "Not now" leaves the changes unsent until the next one.
  await (await openReview(page)).getByRole('button', { name: 'Not now' }).click();
  await isClosed(page);
  await barOn(page).waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('Hang a door');
  await addNote(staff, 'Bring a plane');
  await barOn(page).waitFor();
  expect(await promptOn(page).count()).toBe(0);
  expect(staff.troubles).toEqual([]);
  await staff.close();
}, 60_000);

describe('with a shared job of 163 items', () => {
  let job: Awaited<ReturnType<typeof scheduledJob>>;
  let staff: Window;
  let page: Page;
  beforeAll(async () => {
    job = await scheduledJob(owner, 'Rebuild the house');
    await world.sql(
      `insert into notes (id, business_id, job_id, body, created_at)
       select gen_random_uuid(), business_id, id, 'Note ' || n, now() from jobs, generate_series(1, 80) n where id = '${job.jobId}'`,
    );
    await world.sql(
      `insert into todos (id, business_id, job_id, title)
       select gen_random_uuid(), business_id, id, 'Chore ' || n from jobs, generate_series(1, 80) n where id = '${job.jobId}'`,
    );
    const { data } = await owner(ops.AddNoteDocument, {
      input: { jobId: job.jobId, body: 'We begin with the old kitchen at nine', internal: false },
    });
    await shared(world, owner, job, ['SCHEDULE', 'STATUS', `NOTE:${data.addNote.note.id}`]);
    staff = await atConsole(browser, world.url, 'supervisor', DESKTOP);
    page = staff.page;
    await toJob(staff, job.jobId, 'notes');
    await owner(ops.UpdateNoteDocument, {
      id: data.addNote.note.id,
      body: 'We begin with the new kitchen at ten',
    });
  }, 60_000);
  afterAll(() => staff?.close());

  const group = (sheet: Locator, name: string) =>
    sheet.getByRole('button', { name: new RegExp(`^${name} \\d+ of \\d+ ticked`) });

  it('shows a change of somebody else by itself, and its difference in words', async () => {
    await barSays(page, '1 change — Review');
    const sheet = await openReview(page);
    expect(await sheet.locator('del').allTextContents()).toEqual([
      ' removed: old. ',
      ' removed: nine. ',
    ]);
    expect(await sheet.locator('ins').allTextContents()).toEqual([
      ' added: new. ',
      ' added: ten. ',
    ]);
    await sheet
      .getByRole('region', { name: 'What your client will see' })
      .getByRole('heading', { level: 1 })
      .waitFor();
    await staff.picture('review-groups-desktop', { fullPage: false });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await staff.barriers()).toEqual([]);
    await staff.picture('review-groups-desktop-dark', { fullPage: false });
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('folds its groups, and ticks all of one or of all, by keyboard', async () => {
    const sheet = promptOn(page);
    await group(sheet, 'Notes').getByText('1 of 81 ticked · 1 changed').waitFor();
    expect(await group(sheet, 'Notes').getAttribute('aria-expanded')).toBe('true');
    expect(await group(sheet, 'To-dos').getAttribute('aria-expanded')).toBe('false');
    // The boxes that are in the way: two of one item each, those of groups, one note, and keep in sync.
    expect(await sheet.getByRole('checkbox').count()).toBeLessThan(10);
    const all = sheet.getByRole('checkbox', { name: 'Everything' });
    const isSome = (box: Locator) =>
      box.evaluate((element) => (element as HTMLInputElement).indeterminate);
    expect(await isSome(all)).toBe(true);
    await sheet.getByRole('checkbox', { name: 'All to-dos' }).focus();
    await page.keyboard.press('Space');
    await group(sheet, 'To-dos').getByText('80 of 80 ticked').waitFor();
    await all.focus();
    await page.keyboard.press('Space');
    await sheet.getByText('163 of 163 ticked').waitFor();
    expect(await isSome(all)).toBe(false);
    await page.keyboard.press('Space');
    await sheet.getByText('0 of 163 ticked').waitFor();
    await group(sheet, 'To-dos').focus();
    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: 'Show 70 more' }).click();
    expect(await sheet.getByRole('checkbox', { name: /Chore/ }).count()).toBe(80);
    await sheet.getByRole('checkbox', { name: /Schedule/ }).check();
    await sheet.getByText('1 of 163 ticked').waitFor();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['Later', () => promptOn(page).getByRole('button', { name: 'Later' }).click()],
    ['×', () => promptOn(page).getByRole('button', { name: 'Close' }).click()],
    ['Escape', () => page.keyboard.press('Escape')],
    ['Back', () => page.goBack()],
  ])(
    'is closed by %s, which keeps ticks and words and gives the focus back',
    async (_how, close) => {
      if ((await promptOn(page).count()) === 0) await openReview(page);
      const { hash } = new URL(page.url());
      const message = promptOn(page).getByLabel(/A few words/);
      await message.fill(`${await message.inputValue()}!`);
      const typed = await message.inputValue();
      await close();
      await isClosed(page);
      await page.waitForFunction(() => document.activeElement?.closest('.review-bar'));
      expect(new URL(page.url()).hash).toBe(hash);
      await openReview(page);
      expect(await message.inputValue()).toBe(typed);
      await promptOn(page).getByText('1 of 163 ticked').waitFor();
    },
  );

  it('opens nothing by Forward, and leaves Back as it was', async () => {
    await page.goBack();
    await isClosed(page);
    await page.goForward();
    expect(await promptOn(page).count()).toBe(0);
    await barOn(page).waitFor();
  });

  it('keeps ticks and words over a reload', async () => {
    await page.reload();
    await openReview(page);
    expect(
      await promptOn(page)
        .getByLabel(/A few words/)
        .inputValue(),
    ).toBe('!!!!');
    await promptOn(page).getByText('1 of 163 ticked').waitFor();
  });

  it('sends, and keeps the client up to date from then on', async () => {
    await promptOn(page)
      .getByRole('checkbox', { name: /keep this client up to date/ })
      .check();
    await review(page);
    await barOn(page).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Rebuild the house');
    const { data } = await owner<{ job: { keepInSync: boolean } }, object>(
      'query ($id: ID!) { job(id: $id) { keepInSync } }',
      { id: job.jobId },
    );
    expect(data.job.keepInSync).toBe(true);
    // The next review begins without what was sent.
    await addNote(staff, 'The roof is next');
    await openReview(page);
    expect(
      await promptOn(page)
        .getByLabel(/A few words/)
        .inputValue(),
    ).toBe('');
    await page.keyboard.press('Escape');
    expect(staff.troubles).toEqual([]);
  });
});

it('alarms on job and board while the client has the old time of a visit, and names the switch of the portal', async () => {
  const job = await scheduledJob(owner, 'Paint the fence');
  await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
  const staff = await atConsole(browser, world.url, 'owner', DESKTOP);
  const { page } = staff;
  await toJob(staff, job.jobId, 'schedule');
  const alarm = page.getByText('Client still has the old time · just now');
  expect(await alarm.count()).toBe(0);
  await page.getByRole('button', { name: 'Move' }).click();
  await page.getByLabel('Begins').first().fill(onDay(4, '10:00'));
  await page.getByLabel('Ends').first().fill(onDay(4, '12:00'));
  await page.getByRole('button', { name: 'Move' }).first().click();
  await alarm.waitFor();
  await staff.picture('alarm-job-desktop', { fullPage: false });
  const sheet = await openReview(page);
  await sheet.getByText(/moved from .* to .*, 10 am/).waitFor();
  await sheet.getByRole('button', { name: 'Not now' }).click();
  await isClosed(page);
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Jobs' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Paint the fence' })
    .filter({ has: alarm })
    .waitFor();
  expect(await staff.barriers()).toEqual([]);
  await staff.picture('alarm-board-desktop');
  await toJob(staff, job.jobId, 'notes');
  await addNote(staff, 'Bring the primer');
  await review(await openReview(page).then(() => page));
  await alarm.waitFor({ state: 'detached' });

  await switchPortal(false);
  await page.reload();
  await page.getByText('The Client Portal is off').waitFor();
  await staff.picture('portal-off-desktop', { fullPage: false });
  expect(await staff.barriers()).toEqual([]);
  await page.getByRole('link', { name: 'Switch it on in Settings' }).click();
  await page.getByRole('button', { name: 'Switch on', exact: true }).waitFor();
  const supervisor = await atConsole(browser, world.url, 'supervisor', DESKTOP);
  await toJob(supervisor, job.jobId, 'notes');
  await supervisor.page.getByText('An owner or an admin can switch it on').waitFor();
  await supervisor.close();
  await switchPortal(true);
  await staff.close();
}, 60_000);
