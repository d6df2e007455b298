import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, type Window } from '../harness/browser.js';
import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { atConsole, barOn, openReview, promptOn } from './at-console.js';

// Two people review the same job, and what a review leaves behind in the browser.

let world: World;
let browser: Browser;
let owner: Ask;
let staff: Window;
let page: Page;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  owner = await world.as('owner');
  staff = await atConsole(browser, world.url, 'supervisor', DESKTOP);
  page = staff.page;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function toJob(jobId: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/jobs/${jobId}/notes`);
  await page.getByRole('navigation', { name: 'Parts of the job' }).waitFor();
}

/** A job whose client has its schedule and its status, and whose next change waits in the bar. */
async function waitingJob(title: string) {
  const job = await scheduledJob(owner, title);
  await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
  await toJob(job.jobId);
  const note = await addNote(job.jobId, 'The gate is open');
  await barOn(page).waitFor();
  return { ...job, noteId: note };
}

async function addNote(jobId: string, body: string): Promise<string> {
  const { data } = await owner(ops.AddNoteDocument, { input: { jobId, body, internal: false } });
  return data.addNote.note.id;
}

async function dismiss(jobId: string): Promise<void> {
  const { revision } = (await promptOf(owner, jobId)) as { revision: number };
  await owner(ops.DismissSharePromptDocument, { jobId, revision });
}

const keepsInSync = async (jobId: string) =>
  (await owner(ops.KeepInSyncOfJobDocument, { id: jobId })).data.job?.keepInSync;

/** Texts that the tab keeps of reviews. */
const keptReviews = () =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('review')));

const send = () => promptOn(page).getByRole('button', { name: 'Send', exact: true }).click();

it('takes the bar away when somebody else has reviewed', async () => {
  const { jobId } = await waitingJob('Mend the gate');
  await dismiss(jobId);
  await barOn(page).waitFor({ state: 'detached' });
});

it('says nothing untrue when a change was undone while its review was open', async () => {
  const { noteId } = await waitingJob('Mend the roof');
  await openReview(page);
  await owner(ops.RemoveNoteDocument, { id: noteId });
  await send();
  await page.getByText('Nothing is left to send: it was answered or undone').waitFor();
  expect(await promptOn(page).count()).toBe(0);
});

it('keeps ticks for later when the prompt has become another one meanwhile', async () => {
  const { jobId } = await waitingJob('Mend the wall');
  const sheet = await openReview(page);
  await dismiss(jobId);
  await addNote(jobId, 'The ladder is ours');
  await send();
  await sheet
    .getByText(/changed/i)
    .first()
    .waitFor();
  const box = sheet.getByRole('checkbox', { name: /The ladder is ours/ });
  await box.waitFor();
  const wasTicked = await box.isChecked();
  await box.setChecked(!wasTicked);
  await sheet.getByRole('button', { name: 'Later' }).click();
  await sheet.waitFor({ state: 'detached' });
  await openReview(page);
  expect(await box.isChecked()).toBe(!wasTicked);
  await page.keyboard.press('Escape');
});

it('sends what was chosen about later changes, also when somebody else has switched it meanwhile', async () => {
  const { jobId } = await waitingJob('Mend the door');
  const sheet = await openReview(page);
  const box = sheet.getByRole('checkbox', { name: /keep this client up to date/ });
  await box.check();
  await box.uncheck();
  await owner(ops.SetKeepInSyncDocument, { jobId, enabled: true });
  await send();
  await page.getByText(/^Sent to /).waitFor();
  expect(await keepsInSync(jobId)).toBe(false);
});

it('a review that cannot be opened says so, and opens at the next try', async () => {
  await waitingJob('A bad line');
  const failing = (url: URL) => url.pathname === '/graphql';
  await page.route(failing, (route) =>
    route.request().postData()?.includes('query PromptOfJob') ? route.abort() : route.continue(),
  );
  await barOn(page).click();
  await page
    .getByRole('complementary')
    .getByText(/connection|server/i)
    .waitFor();
  await page.unroute(failing);
  await barOn(page).click();
  await promptOn(page).waitFor();
  // The browser itself notes the request that was cut.
  staff.troubles.splice(0);
});

it('leaves nothing of an unfinished review in the tab after signing out', async () => {
  await waitingJob('Mend the stairs');
  const sheet = await openReview(page);
  await sheet.getByLabel(/A few words/).fill('Your stairs are next');
  await page.keyboard.press('Escape');
  const kept = await keptReviews();
  expect(kept).not.toEqual([]);
  await page.reload();
  await barOn(page).waitFor();
  expect(await keptReviews()).toEqual(kept);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Password').waitFor();
  expect(await keptReviews()).toEqual([]);
  expect(staff.troubles).toEqual([]);
});
