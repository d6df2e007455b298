import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, openWindow, PHONE } from '../harness/browser.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { sessionOf } from '../harness/live.js';
import { openWorld, until, type World } from '../harness/world.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

it('a developer signs in, asks and follows in GraphiQL without anything from elsewhere', async () => {
  const { page, troubles, picture, close } = await openWindow(
    browser,
    `${world.url}/graphql`,
    DESKTOP,
  );
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.getByText('"expiresAt"').waitFor();
  await picture('playground');

  const token = await sessionOf(world, 'owner');
  const prompts = page.locator('.graphiql-tab-button', { hasText: 'Prompts' });
  // While an answer is being put away, GraphiQL does not change tabs.
  await until(async () => {
    await prompts.click();
    return (await page.locator('.graphiql-query-editor').textContent())?.includes('subscription');
  });
  await page.getByRole('button', { name: 'Headers' }).click();
  // On a busy machine a key can be pressed before the editor listens; then a person types again.
  await until(async () => {
    await page.locator('.graphiql-editor-tool .monaco-editor:visible').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(JSON.stringify({ authorization: `Bearer ${token}` }));
    // The editor closes quotes by itself.
    await page.keyboard.press('ControlOrMeta+Shift+End');
    await page.keyboard.press('Delete');
    await page.keyboard.press('ControlOrMeta+Enter');
    return isFollowed();
  }, 2);
  await scheduledJob(await world.as('owner'), 'Followed in GraphiQL');
  await page.getByText('"Followed in GraphiQL"').waitFor();
  expect(troubles).toEqual([]);
  await close();
});

/** Whether the server has it open, which on a busy machine takes a while. */
async function isFollowed(): Promise<boolean> {
  for (let left = 30; left > 0 && world.running.rooms.live.open === 0; left -= 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return world.running.rooms.live.open > 0;
}

it('a developer reads the mail that would have gone out, and finds the link in it', async () => {
  const owner = await world.as('owner');
  const job = await scheduledJob(owner, 'A job to read about in a mail');
  await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
  for (const [size, looks] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    const { page, barriers, picture, troubles, close } = await openWindow(
      browser,
      `${world.url}/dev/mailbox`,
      looks,
    );
    await page.getByLabel('To').fill(job.email);
    await page.getByRole('button', { name: 'Show' }).click();
    const subject = page.getByRole('link', { name: /A job to read about in a mail/ });
    await subject.waitFor();
    expect(await barriers()).toEqual([]);
    await picture(`mailbox-${size}`);
    await subject.click();
    const letter = page.frameLocator('iframe');
    await letter.getByRole('heading', { name: 'A job to read about in a mail' }).waitFor();
    expect(await page.getByRole('link', { name: /\/portal#jgp_/ }).count()).toBe(1);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await barriers()).toEqual([]);
      await picture(`mailbox-mail-${size}-${colorScheme}`);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(troubles).toEqual([]);
    await close();
  }
});

it('whoever is no browser gets an answer at the same address', async () => {
  const headers = { 'apollo-require-preflight': '1' };
  const asked = await fetch(`${world.url}/graphql?query={me{kind}}`, { headers });
  expect(await asked.json()).toEqual({ data: { me: { kind: 'VISITOR' } } });
});

it('is not there where it is switched off', async () => {
  const closed = await openWorld({ playground: false });
  const answer = await fetch(`${closed.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(answer.status).toBe(400);
  await closed.close();
});
