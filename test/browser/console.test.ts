import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, openWindow, PHONE, type Window } from '../harness/browser.js';
import { openWorld, type World } from '../harness/world.js';
import { atConsole } from './at-console.js';

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

async function addNote({ page }: Window, body: string): Promise<void> {
  await page.getByRole('link', { name: 'Notes', exact: true }).click();
  await page.getByLabel('New note').fill(body);
  await page.getByRole('button', { name: 'Add note' }).click();
}

describe('a supervisor at the console', () => {
  let window: Window;
  beforeAll(async () => {
    window = await signIn('supervisor');
  });
  afterAll(async () => {
    await window?.close();
  });

  it('is refused with a wrong password, in words', async () => {
    const stranger = await openWindow(browser, `${world.url}/console`);
    await stranger.page.getByLabel('Email').fill('supervisor@demo.jobglass.test');
    await stranger.page.getByLabel('Password').fill('not the password');
    await stranger.page.getByRole('button', { name: 'Sign in' }).click();
    await stranger.page.getByRole('alert').waitFor();
    expect(await stranger.barriers()).toEqual([]);
    await stranger.close();
  });

  it('finds the jobs on the board, by how far they are', async () => {
    const { page } = window;
    await page.getByRole('heading', { name: /Scheduled/ }).waitFor();
    expect(await window.barriers()).toEqual([]);
    await window.picture('console-board-desktop');
    await page.getByLabel('Search by title or address').fill('Switchboard');
    await page.getByRole('link', { name: 'Kitchen rewire' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Switchboard upgrade' }).click();
    await page.getByRole('heading', { name: 'Switchboard upgrade', level: 1 }).waitFor();
  });

  it('meets the prompt by itself after a note, and says not now', async () => {
    const { page } = window;
    await addNote(window, 'The meter box is behind the shed');
    const prompt = page.getByRole('dialog', { name: 'Share with Casey Client' });
    await prompt.getByRole('checkbox', { name: /meter box/ }).waitFor();
    await prompt.getByRole('button', { name: 'Not now' }).click();
    await prompt.waitFor({ state: 'detached' });
    await page.getByText('Not sent.').waitFor();
    expect(await world.mails('casey@bright-spark-client.test')).toEqual([]);
  });

  it('ticks, previews and sends, and the mail arrives', async () => {
    const { page } = window;
    await addNote(window, 'We start at eight');
    const prompt = page.getByRole('dialog', { name: 'Share with Casey Client' });
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

  it('is not asked again by what is internal', async () => {
    const { page } = window;
    await page.getByLabel('Internal: for the team only').check();
    await page.getByLabel('New note').fill('Key is under the mat');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.getByText('Key is under the mat', { exact: true }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('sees what the client saw, takes something back, and revokes a link', async () => {
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
    await page.getByText('Revoked', { exact: true }).waitFor();
  });

  it('is shown the fresh prompt when somebody else changed the job meanwhile', async () => {
    const { page } = window;
    await addNote(window, 'Bring the long ladder');
    const prompt = page.getByRole('dialog');
    await prompt.waitFor();
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

  it('had no trouble in the page all along', () => {
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

describe('those who do not share', () => {
  it.each([
    ['tradie', ['Details', 'Schedule', 'Notes', 'To-dos', 'Photos', 'Quotes', 'Materials']],
    ['apprentice', ['Details', 'Schedule', 'Notes', 'To-dos', 'Photos', 'Materials']],
  ])(
    'find no trace of sharing, neither on the screen nor on the line: %s',
    async (person, tabs) => {
      const window = await signIn(person, PHONE);
      const { page } = window;
      const seen: string[] = [];
      const look = async () => {
        await page.waitForLoadState('networkidle');
        seen.push(await page.locator('body').innerHTML());
      };
      page.on('request', (request) => seen.push(`${request.url()} ${request.postData() ?? ''}`));
      page.on('websocket', (socket) =>
        socket.on('framesent', ({ payload }) => seen.push(String(payload))),
      );
      await page.reload();
      await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor();
      await look();
      await page.getByRole('main').getByRole('link').first().click();
      const parts = page.getByRole('navigation', { name: 'Parts of the job' }).getByRole('link');
      await parts.first().waitFor();
      expect(await parts.allTextContents()).toEqual(tabs);
      for (const tab of tabs) {
        await page.getByRole('link', { name: tab, exact: true }).click();
        await page.getByRole('region', { name: tab }).waitFor();
        await look();
        expect(await window.barriers()).toEqual([]);
      }
      await addNote(window, 'Found the leak');
      await page.getByText('Found the leak', { exact: true }).waitFor();
      await look();
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(seen.filter((each) => each.includes('jobChanged'))).not.toEqual([]);
      expect(seen.filter((each) => each.includes('addNote'))).not.toEqual([]);
      for (const each of seen)
        expect(each).not.toMatch(/shar(e|ing)|portal|publi(sh|cation)|preview/i);
      await window.picture(`console-${person}-phone`);
      expect(window.troubles).toEqual([]);
      await window.close();
    },
  );
});

describe('an owner at the console', () => {
  it('is shown what clients would lose before the portal goes off', async () => {
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

describe('everything there is, on a phone by night and a desktop by day', () => {
  const ROOMS = ['To share', 'Enquiries', 'Quotes', 'Invoices', 'Clients', 'Staff', 'Settings'];
  const looks = [
    ['phone-dark', { ...PHONE, colorScheme: 'dark' as const }],
    ['desktop-light', { ...DESKTOP, colorScheme: 'light' as const }],
  ] as const;

  it.each(looks)(
    'can be used by everybody: %s',
    async (name, look) => {
      const window = await signIn('owner', look);
      const { page } = window;
      const seen = async (place: string) => {
        await page.waitForLoadState('networkidle');
        await page.locator('main h1').waitFor();
        expect({ place, barriers: await window.barriers() }).toEqual({ place, barriers: [] });
        expect({ place, isWide: await isTooWide(window) }).toEqual({ place, isWide: false });
        await window.picture(`console-${place}-${name}`);
      };
      await seen('board');
      for (const room of ROOMS) {
        await page
          .getByRole('navigation', { name: 'Rooms' })
          .getByRole('link', { name: room })
          .click();
        await page.getByRole('heading', { level: 1 }).waitFor();
        await seen(room.toLowerCase().replace(' ', '-'));
      }
      for (const [room, what] of [
        ['Enquiries', 'Vera Visitor'],
        ['Quotes', /^Quote 1/],
        ['Invoices', /^Invoice 2/],
        ['Clients', 'Casey Client'],
      ] as const) {
        await page
          .getByRole('navigation', { name: 'Rooms' })
          .getByRole('link', { name: room })
          .click();
        await page.getByRole('main').getByRole('link', { name: what }).first().click();
        await page.getByRole('heading', { level: 1 }).waitFor();
        await seen(`one-${room.toLowerCase()}`);
      }
      await page
        .getByRole('navigation', { name: 'Rooms' })
        .getByRole('link', { name: 'Jobs' })
        .click();
      await page.getByRole('link', { name: 'Kitchen rewire', exact: true }).click();
      const tabs = page.getByRole('navigation', { name: 'Parts of the job' }).getByRole('link');
      await tabs.first().waitFor();
      for (const tab of await tabs.all()) {
        await tab.click();
        await seen(`job-${((await tab.textContent()) ?? '').toLowerCase().replaceAll(' ', '-')}`);
      }
      await addNote(window, `Seen on ${name}`);
      await page
        .getByRole('dialog')
        .getByRole('checkbox', { name: `Note: Seen on ${name}` })
        .check();
      await seen('prompt');
      await page.keyboard.press('Escape');
      await page.getByText('Changes to this job wait').waitFor();
      expect(window.troubles).toEqual([]);
      await window.close();
    },
    90_000,
  );

  const isTooWide = ({ page }: Window) =>
    page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
});
