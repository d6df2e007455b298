import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { DESKTOP, openBrowser, openWindow, type Window } from '../harness/browser.js';
import { openWorld, type World } from '../harness/world.js';
import { atConsole, openJob, openReview, turnTo } from './at-console.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Everything of the browser that a script of the page can read. */
const readable = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  );

async function signIn(page: Page, person: string) {
  await page.getByLabel('Email').fill(`${person}@demo.jobglass.test`);
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const endSessions = () => world.sql('update staff_sessions set revoked_at = now()');
const board = (page: Page) =>
  page.getByRole('heading', { name: /^(Today|Jobs)$/, level: 1 }).waitFor();
const signInPage = (page: Page) =>
  page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();

it('holds in a second tab and behind a link of a mail, and ends in all tabs', async () => {
  const window = await atConsole(browser, world.url, 'supervisor');
  const { page } = window;
  expect(await readable(page)).not.toMatch(/jgs_|session/);
  const { rows } = await world.sql("select id from jobs where title = 'Kitchen rewire'");
  const second = await page.context().newPage();
  await second.goto(`${world.url}/console#/jobs/${rows[0]?.id}/messages`);
  await second.getByRole('heading', { name: 'Kitchen rewire', level: 1 }).waitFor();
  await page.reload();
  await board(page);
  await second.getByRole('button', { name: 'Sign out' }).click();
  await signInPage(second);
  await signInPage(page);
  await signIn(page, 'supervisor');
  await board(page);
  await second.getByRole('heading', { name: 'Kitchen rewire', level: 1 }).waitFor();
  expect(window.troubles).toEqual([]);
  await window.close();
});

it('that ended leaves what was typed, and the page goes on after signing in again', async () => {
  const window = await atConsole(browser, world.url, 'supervisor');
  const { page } = window;
  await openJob(page, 'Kitchen rewire');
  await turnTo(page, 'Notes');
  const note = page.getByLabel('New note');
  await note.fill('The long note about the switchboard');
  await endSessions();
  // By itself: the subscriptions of the page end with the session.
  const dialog = page.getByRole('dialog', { name: 'Sign in' });
  await dialog.getByText('what you have typed is still here').waitFor();
  expect(await window.barriers()).toEqual([]);
  await signIn(page, 'supervisor');
  await dialog.waitFor({ state: 'detached' });
  expect(await note.inputValue()).toBe('The long note about the switchboard');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByText('The long note about the switchboard', { exact: true }).waitFor();
  const review = await openReview(page);
  await page.keyboard.press('Escape');
  await review.waitFor({ state: 'detached' });
  // Live updates go on too.
  const owner = await world.as('owner');
  const { rows } = await world.sql("select id from jobs where title = 'Kitchen rewire'");
  await owner(
    'mutation ($id: ID!) { addNote(input: { jobId: $id, body: "From the office" }) { note { id } } }',
    {
      id: rows[0]?.id,
    },
  );
  await page.getByText('From the office', { exact: true }).waitFor();
  await window.close();
});

it('of somebody else begins with a new page', async () => {
  const window = await atConsole(browser, world.url, 'supervisor');
  const { page } = window;
  await openJob(page, 'Kitchen rewire');
  await turnTo(page, 'Notes');
  await page.getByLabel('New note').fill('Only mine');
  await endSessions();
  await page.getByRole('dialog', { name: 'Sign in' }).waitFor();
  await signIn(page, 'tradie');
  await page.locator('.viewer', { hasText: 'Terry Tradie' }).waitFor();
  await page.getByLabel('New note').waitFor();
  expect(await page.getByLabel('New note').inputValue()).toBe('');
  await window.close();
});

it('works in its tab while cookies and storage are blocked', async () => {
  const window = await openWindow(browser, 'about:blank', DESKTOP);
  const { page } = window;
  await page.context().addInitScript(() => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'BroadcastChannel'])
      Object.defineProperty(globalThis, name, { get: blocked });
    Object.defineProperty(Document.prototype, 'cookie', { get: blocked, set: blocked });
  });
  await page.goto(`${world.url}/console`);
  await signIn(page, 'supervisor');
  await board(page);
  await openJob(page, 'Kitchen rewire');
  await turnTo(page, 'Photos');
  await page.getByRole('img').first().waitFor();
  // Its token is sent by the page itself, so the API says that it has ended.
  await turnTo(page, 'Notes');
  await page.getByLabel('New note').fill('Typed without cookies');
  await endSessions();
  await page.getByRole('dialog', { name: 'Sign in' }).waitFor();
  await signIn(page, 'supervisor');
  await page.getByRole('dialog', { name: 'Sign in' }).waitFor({ state: 'detached' });
  expect(await page.getByLabel('New note').inputValue()).toBe('Typed without cookies');
  expect(await page.context().cookies()).toEqual([]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signInPage(page);
  // The browser itself notes each answer with the status 401.
  expect(window.troubles.filter((each) => !each.includes('status of 401'))).toEqual([]);
  await window.close();
});

describe('a page of the same host on another port', () => {
  let server: Server;
  let window: Window;
  let foreign: string;
  beforeAll(async () => {
    server = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<title>Win a boat</title>'),
    ).listen(0, '127.0.0.1');
    window = await atConsole(browser, world.url, 'owner');
    foreign = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    await window.close();
    server.close();
  });

  it('changes and reads nothing, though the browser sends it the cookie', async () => {
    const page = await window.page.context().newPage();
    await page.goto(foreign);
    const notes = async () => (await world.sql('select count(*) from clients')).rows[0];
    const before = await notes();
    const outcome = await page.evaluate(attack, world.url);
    expect(outcome).toEqual({
      simple: 'TypeError',
      withHeader: 'TypeError',
      read: 'TypeError',
      signOut: 'TypeError',
      image: 'error',
      socket: 'UNAUTHENTICATED',
    });
    await page.evaluate(submitForm, world.url);
    await page.waitForURL(`${world.url}/graphql`);
    expect(await page.locator('body').textContent()).not.toContain('"data":{');
    expect(await notes()).toEqual(before);
    await window.page.reload();
    await board(window.page);
  });
});

/** Runs in the foreign page. */
async function attack(url: string) {
  const query = 'mutation { createClient(input: { name: "Mallory" }) { client { id } } }';
  const body = JSON.stringify({ query });
  const attempt = (path: string, init: RequestInit) =>
    fetch(url + path, { credentials: 'include', ...init }).then(
      ({ type }) => type as string,
      (error: Error) => error.name,
    );
  const headers = { 'content-type': 'application/json', 'x-jobglass-session': 'cookie' };
  const image = new Promise<string>((resolve) => {
    const element = new Image();
    element.onload = () => resolve('seen');
    element.onerror = () => resolve('error');
    element.src = `${url}/graphql?query=${encodeURIComponent(query)}`;
  });
  const socket = new Promise<string>((resolve) => {
    const opened = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    opened.onopen = () => opened.send('{"type":"connection_init","payload":{"session":"cookie"}}');
    opened.onmessage = ({ data }) => {
      const { type, payload } = JSON.parse(data);
      const subscribe = { query: 'subscription { sharePromptRaised { id } }' };
      if (type === 'connection_ack')
        opened.send(JSON.stringify({ type: 'subscribe', id: '1', payload: subscribe }));
      const errors = type === 'error' ? payload : payload?.errors;
      if (errors) resolve(errors[0].extensions.code);
    };
    setTimeout(() => resolve('open'), 3_000);
  });
  return {
    simple: await attempt('/graphql', { method: 'POST', mode: 'no-cors', body }),
    withHeader: await attempt('/graphql', { method: 'POST', headers, body }),
    read: await attempt('/graphql?query={me{name}}', { headers }),
    signOut: await attempt('/session', { method: 'DELETE', headers }),
    image: await image,
    socket: await socket,
  };
}

/** Runs in the foreign page: a form whose one field reads as JSON. */
function submitForm(url: string): void {
  const form = document.createElement('form');
  Object.assign(form, { method: 'post', enctype: 'text/plain', action: `${url}/graphql` });
  const field = document.createElement('input');
  field.name =
    '{"query":"mutation { createClient(input: { name: \\"Mallory\\" }) { client { id } } }","x":"';
  field.value = '"}';
  form.append(field);
  document.body.append(form);
  form.submit();
}
