import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, openWindow, PHONE } from '../harness/browser.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { openWorld, until, type World } from '../harness/world.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld({ seedDemo: true }), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

it('a developer runs each tab of GraphiQL at the first click, as the person that it names', async () => {
  const owner = await world.as('owner');
  const job = await scheduledJob(owner, 'A page in GraphiQL');
  await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
  const introspected: string[] = [];
  const { page, troubles, picture, close } = await openWindow(
    browser,
    `${world.url}/graphql`,
    DESKTOP,
  );
  page.on('response', async (response) => {
    const text = response.url().endsWith('/graphql') ? await response.text().catch(() => '') : '';
    if (text.includes('__schema')) introspected.push(text);
  });
  // GraphiQL does not change tabs while it stores a result.
  const openTab = (tab: string) =>
    until(async () => {
      await page.locator('.graphiql-tab-button', { hasText: tab }).click();
      return (await page.locator('.graphiql-query-editor').textContent())?.includes(tab);
    });
  const run = async (tab: string, answer: string | RegExp) => {
    await openTab(tab);
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.locator('.result-window', { hasText: answer }).waitFor();
  };
  await run('OwnerBoard', '"BUSINESS_OWNER"');
  await picture('playground');
  await run('ClientPage', 'A page in GraphiQL');
  await until(() => !introspected.at(-1)?.includes('"sharePrompts"'));
  await openTab('SupervisorPrompts');
  await until(async () => {
    await page.getByRole('button', { name: /Execute query/ }).click();
    return isFollowed();
  }, 2);
  await scheduledJob(owner, 'Followed in GraphiQL');
  await page.getByText('"Followed in GraphiQL"').waitFor();
  expect(troubles).toEqual([]);
  await close();
}, 60_000);

/** Waits until the server has opened the subscription. */
async function isFollowed(): Promise<boolean> {
  for (let left = 30; left > 0 && world.running.services.live.open === 0; left -= 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return world.running.services.live.open > 0;
}

it('a developer reads an email in the dev mailbox, and finds the link in it', async () => {
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

it('callers other than browsers get a GraphQL response at the same address', async () => {
  const headers = { 'apollo-require-preflight': '1' };
  const asked = await fetch(`${world.url}/graphql?query={me{kind}}`, { headers });
  expect(await asked.json()).toEqual({ data: { me: { kind: 'VISITOR' } } });
});

it('is not available where it is switched off', async () => {
  const closed = await openWorld({ playground: false });
  const answer = await fetch(`${closed.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(answer.status).toBe(406);
  await closed.close();
});
