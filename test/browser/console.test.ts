import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, openWindow, PHONE, type Window } from '../harness/browser.js';
import { openWorld, type World } from '../harness/world.js';
import { atConsole, openReview } from './at-console.js';
import {
  addNote,
  isUsable,
  seesNothingOfSharing,
  visitEveryPage,
  WITHOUT_SHARING,
} from './console-pages.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const signIn = (person: string, looks = DESKTOP) => atConsole(browser, world.url, person, looks);

describe('a supervisor at the console', () => {
  let window: Window;
  beforeAll(async () => {
    window = await signIn('supervisor');
  });
  afterAll(async () => {
    await window?.close();
  });

  it('gets a message for a wrong password', async () => {
    const stranger = await openWindow(browser, `${world.url}/console`);
    await stranger.page.getByLabel('Email').fill('supervisor@demo.jobglass.test');
    await stranger.page.getByLabel('Password').fill('not the password');
    await stranger.page.getByRole('button', { name: 'Sign in' }).click();
    await stranger.page.getByRole('alert').waitFor();
    expect(await stranger.barriers()).toEqual([]);
    await stranger.close();
  });

  it('finds the jobs on the board, by status', async () => {
    const { page } = window;
    await page.getByRole('heading', { name: /Scheduled/ }).waitFor();
    expect(await window.barriers()).toEqual([]);
    await window.picture('console-board-desktop');
    await page.getByLabel('Search by title or address').fill('Switchboard');
    await page.getByRole('link', { name: 'Kitchen rewire' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Switchboard upgrade' }).click();
    await page.getByRole('heading', { name: 'Switchboard upgrade', level: 1 }).waitFor();
  });

  it('gets the prompt after adding a note, and dismisses it', async () => {
    const { page } = window;
    await addNote(window, 'The meter box is behind the shed');
    await page.getByText('The meter box is behind the shed', { exact: true }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    const prompt = await openReview(page);
    await prompt.getByRole('checkbox', { name: /meter box/ }).waitFor();
    await prompt.getByRole('button', { name: 'Not now' }).click();
    await prompt.waitFor({ state: 'detached' });
    await page.getByText('Not sent.').waitFor();
    expect(await world.mails('casey@bright-spark-client.test')).toEqual([]);
  });

  it('ticks, previews and sends, and the email arrives', async () => {
    const { page } = window;
    await addNote(window, 'We start at eight');
    await page.getByText('We start at eight', { exact: true }).waitFor();
    const prompt = await openReview(page);
    const preview = prompt.getByRole('region', { name: 'What your client will see' });
    await preview.getByRole('heading', { name: 'Switchboard upgrade', level: 1 }).waitFor();
    expect(await preview.getByText('We start at eight').count()).toBe(0);
    await prompt.getByRole('checkbox', { name: /We start at eight/ }).check();
    await preview.getByText('We start at eight').waitFor();
    expect(await preview.getByText('The meter box is behind the shed').count()).toBe(0);
    expect(await window.barriers()).toEqual([]);
    await window.picture('console-prompt-desktop', { fullPage: false });
    await prompt.getByLabel(/A few words/).fill('See you then');
    const to = (await clientOfJob()) as string;
    await prompt.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText(`Sent to ${to}.`).waitFor();
    const [mail] = await world.mailsTo(to, 1);
    expect(mail?.text).toContain('We start at eight');
    expect(mail?.text).toContain('See you then');
  });

  it('gets no prompt for an internal change', async () => {
    const { page } = window;
    await page.getByLabel('Internal: for the team only').check();
    await page.getByLabel('New note').fill('Key is under the mat');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.getByText('Key is under the mat', { exact: true }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('sees what the client saw, withdraws an item, and revokes a link', async () => {
    const { page } = window;
    await page.getByRole('link', { name: 'What they saw' }).click();
    await page.getByText('Version 1', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Take something back' }).click();
    await page.getByRole('checkbox', { name: /We start at eight/ }).uncheck();
    await page.getByRole('button', { name: 'Take back what is not ticked' }).click();
    await page.getByText('Version 2', { exact: true }).waitFor();
    expect(await window.barriers()).toEqual([]);
    await window.picture('console-seen-desktop');
    await page.getByRole('heading', { name: 'Why can my client not see this?' }).waitFor();
    await page.getByText('Your client can see it right now.').waitFor();
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked', { exact: true }).waitFor();
  });

  it('gets the current prompt when somebody else changed the job meanwhile', async () => {
    const { page } = window;
    await addNote(window, 'Bring the long ladder');
    await page.getByText('Bring the long ladder', { exact: true }).waitFor();
    const prompt = await openReview(page);
    const owner = await world.as('owner');
    const jobId = page.url().split('/jobs/')[1]?.split('/')[0];
    await owner(
      'mutation ($jobId: ID!) { addTodo(input: { jobId: $jobId, title: "Order the cable" }) { todo { id } } }',
      { jobId } as never,
    );
    await prompt.getByRole('button', { name: 'Send', exact: true }).click();
    await prompt.getByText(/The job has moved on/).waitFor();
    await prompt.getByRole('checkbox', { name: /Order the cable/ }).waitFor();
    await prompt.getByRole('button', { name: 'Not now' }).click();
    await prompt.waitFor({ state: 'detached' });
  });

  it('had no errors in the page at any time', () => {
    expect(window.troubles).toEqual([]);
  });

  async function clientOfJob() {
    const owner = await world.as('owner');
    const id = window.page.url().split('/jobs/')[1]?.split('/')[0];
    const { data } = await owner<{ job: { client: { email: string } } }, object>(
      'query ($id: ID!) { job(id: $id) { client { email } } }',
      { id },
    );
    return data.job.client.email;
  }
});

describe('people who may not share', () => {
  it.each(WITHOUT_SHARING.slice(0, 1))(
    'see nothing of sharing, neither on the page nor in the responses: %s',
    async (person, tabs) => {
      // `console.long.ts` also has the apprentice, and checks each tab for barriers.
      await seesNothingOfSharing(await signIn(person, PHONE), person, tabs, [tabs[0]]);
    },
  );
});

describe('an owner at the console', () => {
  it('sees what clients would lose before the portal is switched off', async () => {
    const window = await signIn('owner');
    const { page } = window;
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Switch off…' }).click();
    const question = page.getByRole('dialog', { name: 'Switch off the Client Portal?' });
    await question.getByText(/Quotes without an answer: \d+/).waitFor();
    expect(await isPortalOn()).toBe(true);
    expect(await window.barriers()).toEqual([]);
    await window.picture('console-switch-off-desktop', { fullPage: false });
    await question.getByRole('button', { name: 'Keep it on' }).click();
    await page.getByRole('button', { name: 'Switch off…' }).click();
    await question.getByRole('button', { name: 'Switch off now' }).click();
    await page.getByRole('button', { name: 'Switch on', exact: true }).waitFor();
    expect(await isPortalOn()).toBe(false);
    await page.getByRole('button', { name: 'Switch on', exact: true }).click();
    await page.getByRole('button', { name: 'Switch off…' }).waitFor();
    expect(window.troubles).toEqual([]);
    await window.close();
  });

  async function isPortalOn() {
    const owner = await world.as('owner');
    const { data } = await owner<{ business: { clientPortalEnabled: boolean } }, object>(
      '{ business { clientPortalEnabled } }',
    );
    return data.business.clientPortalEnabled;
  }
});

// `console.long.ts` visits them on a phone and a desktop, each with the colours of the other.
// `console.long.ts` looks at every page, by day too.
const LOOKED_AT = ['board', 'calendar', 'one-invoices', 'job-quotes', 'prompt'];
it('pages are accessible on a phone in dark mode', async () => {
  const window = await signIn('owner', { ...PHONE, colorScheme: 'dark' });
  await visitEveryPage(window, 'phone', async (place) => {
    if (LOOKED_AT.includes(place)) await isUsable(window, place, 'dark');
  });
  expect(window.troubles).toEqual([]);
  await window.close();
}, 90_000);
