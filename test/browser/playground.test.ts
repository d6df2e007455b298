import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, openWindow } from '../harness/browser.js';
import { scheduledJob } from '../harness/jobs.js';
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
    await page.waitForTimeout(1500);
    return world.running.rooms.live.open > 0;
  }, 2);
  await scheduledJob(await world.as('owner'), 'Followed in GraphiQL');
  await page.getByText('"Followed in GraphiQL"').waitFor();
  expect(troubles).toEqual([]);
  await close();
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
