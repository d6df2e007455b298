import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, PHONE, type Window } from '../harness/browser.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { colleague, emptyJob } from '../visits/visit-people.js';
import { blockOf, columnOf, drag, dragByFinger, holdByFinger } from './at-calendar.js';
import { atConsole, onDay, turnTo } from './at-console.js';
import { isUsable } from './console-pages.js';

let world: World;
let browser: Browser;
let owner: Ask;
let window: Window;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  owner = await world.as('owner');
  window = await atConsole(browser, world.url, 'owner', DESKTOP);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Tuesday, 4 March 2031, 9 am to 11 am in Sydney. */
const MORNING = { startsAt: '2031-03-03T22:00:00Z', endsAt: '2031-03-04T00:00:00Z' };

async function scheduled(title: string, assigneeIds: string[] = []) {
  const jobId = await emptyJob(owner, title);
  const { data } = await owner(ops.ScheduleVisitDocument, {
    input: { jobId, ...MORNING, assigneeIds },
  });
  return data.scheduleVisit.visit.id;
}

async function openCalendar(place: string): Promise<void> {
  await window.page.goto(`${world.url}/console#/calendar/${place}`);
  // Reads people and visits that were added behind its back.
  await window.page.reload();
  await window.page.getByRole('heading', { name: 'Calendar' }).waitFor();
}

it('somebody without a mouse moves a visit and changes who goes by its form', async () => {
  const { page } = window;
  const [terry, sam] = [await colleague(world), await colleague(world)];
  await scheduled('Hang the door', [terry.id]);
  await openCalendar('week/2031-03-04');
  await blockOf(window.page, 'Hang the door').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /Hang the door/ });
  await dialog.getByLabel('Begins').fill('2031-03-06T13:00');
  expect(await dialog.getByLabel('Ends').inputValue()).toBe('2031-03-06T15:00');
  await dialog.getByRole('checkbox', { name: terry.name, exact: true }).uncheck();
  await dialog.getByRole('checkbox', { name: sam.name, exact: true }).check();
  expect(await window.barriers()).toEqual([]);
  await window.picture('console-calendar-move', { fullPage: false });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await columnOf(page, 'Thursday 6 March 2031').getByRole('button', { name: sam.name }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await columnOf(page, 'Tuesday 4 March 2031').getByRole('button', { name: terry.name }).waitFor();
  expect(window.troubles).toEqual([]);
});

it('a day has a column for each person, and a drag to another one changes who goes', async () => {
  const { page } = window;
  const [terry, sam] = [await colleague(world), await colleague(world)];
  await scheduled('Fix the roof', [terry.id]);
  await openCalendar('people/2031-03-04');
  const titled = { name: 'Fix the roof' };
  await columnOf(page, terry.name).getByRole('button', titled).waitFor();
  await isUsable(window, 'calendar-people', 'desktop');
  await drag(page, blockOf(page, 'Fix the roof'), columnOf(page, sam.name), 1);
  await page.getByText('Fix the roof was moved to Tue 4 Mar, 10 am.').waitFor();
  await columnOf(page, sam.name)
    .getByRole('button', { name: /Fix the roof.*Person/ })
    .waitFor();
  expect(await columnOf(page, terry.name).getByRole('button', titled).count()).toBe(0);
  await drag(page, blockOf(page, 'Fix the roof'), columnOf(page, 'Nobody assigned'), 0);
  await columnOf(page, 'Nobody assigned').getByRole('button', titled).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await columnOf(page, sam.name).getByRole('button', titled).waitFor();
  expect(window.troubles).toEqual([]);
});

it('a drag of a visit that somebody else has moved is refused, and shows where it is', async () => {
  const { page } = window;
  const id = await scheduled('Paint the fence');
  await openCalendar('day/2031-03-04');
  const block = blockOf(window.page, 'Paint the fence');
  await block.waitFor();
  await owner(ops.RescheduleVisitDocument, {
    id,
    startsAt: '2031-03-04T01:00:00Z',
    endsAt: '2031-03-04T02:00:00Z',
  });
  await drag(page, block, columnOf(page, 'Tuesday 4 March 2031'), 1);
  await page.getByRole('alert').waitFor();
  await block.getByText('12:00 pm to 1:00 pm').waitFor();

  await block.click();
  const dialog = page.getByRole('dialog', { name: /Paint the fence/ });
  await dialog.getByText('Tue 4 Mar, 12 pm to 1:00 pm').waitFor();
  await owner(ops.RescheduleVisitDocument, {
    id,
    startsAt: '2031-03-04T02:00:00Z',
    endsAt: '2031-03-04T03:00:00Z',
  });
  await dialog.getByLabel('Begins').fill('2031-03-04T15:00');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByText('Tue 4 Mar, 1 pm to 2:00 pm').waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await block.getByText('3:00 pm to 4:00 pm').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(window.troubles).toEqual([]);
});

it('the form of a job takes over its people, repeats a visit, and wants an end after the start', async () => {
  const { page } = window;
  const terry = await colleague(world);
  const jobId = await emptyJob(owner, 'Mow the lawn');
  await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [terry.id] } });
  await page.goto(`${world.url}/console#/jobs/${jobId}`);
  await turnTo(page, 'Schedule');
  expect(await page.getByRole('checkbox', { name: terry.name, exact: true }).isChecked()).toBe(
    true,
  );
  await page.getByLabel('Begins').fill(onDay(20, '09:00'));
  expect(await page.getByLabel('Ends').inputValue()).toBe(onDay(20, '10:00'));
  await page.getByLabel('Ends').fill(onDay(20, '08:00'));
  await page.getByText('The visit ends before it starts; choose a later end.').waitFor();
  await page.getByRole('button', { name: 'Plan a visit' }).click();
  expect(await page.getByRole('region').getByRole('listitem').count()).toBe(0);
  await page.getByLabel('Ends').fill(onDay(20, '11:00'));
  await page.getByLabel('Repeat').selectOption('Every week');
  await page.getByLabel('Number of visits').fill('3');
  expect(await window.barriers()).toEqual([]);
  await window.picture('console-schedule-repeats');
  await page.getByRole('button', { name: 'Plan a visit' }).click();
  const visits = page.getByRole('listitem').filter({ hasText: terry.name });
  await visits.nth(2).waitFor();
  expect(await visits.count()).toBe(3);
  for (const visit of await visits.all()) await visit.getByText('9:00 am to 11:00 am').waitFor();
  expect(window.troubles).toEqual([]);
});

it('a finger that holds a visit drags it to another hour; one that moves at once scrolls, and a slow one opens it', async () => {
  await scheduled('Fit the lamp');
  const { page, ...phone } = await atConsole(browser, world.url, 'owner', PHONE);
  await page.goto(`${world.url}/console#/calendar/day/2031-03-04`);
  const block = blockOf(page, 'Fit the lamp');
  const day = columnOf(page, 'Tuesday 4 March 2031');
  await block.scrollIntoViewIfNeeded();
  await dragByFinger(page, block, day, { hours: 2, afterMs: 0 });
  await block.getByText('9:00 am to 11:00 am').waitFor();
  expect(await page.getByText('Fit the lamp was moved').count()).toBe(0);
  await block.scrollIntoViewIfNeeded();
  await dragByFinger(page, block, day, { hours: 2, afterMs: 600 });
  await page.getByText('Fit the lamp was moved to Tue 4 Mar, 11 am.').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await block.scrollIntoViewIfNeeded();
  await holdByFinger(page, block, 600);
  await page.getByRole('dialog', { name: /Fit the lamp/ }).waitFor();
  expect(phone.troubles).toEqual([]);
  await phone.close();
});

it('is usable on a phone and in the dark', async () => {
  for (const [name, looks] of [
    ['phone', PHONE],
    ['dark', { ...DESKTOP, colorScheme: 'dark' }],
  ] as const) {
    const other = await atConsole(browser, world.url, 'owner', looks);
    for (const view of ['week', 'day']) {
      await other.page.goto(`${world.url}/console#/calendar/${view}/2031-03-04`);
      await other.page.getByRole('button', { name: /Hang the door/ }).waitFor();
      await isUsable(other, `calendar-${view}`, name);
    }
    await other.close();
  }
});

it.each([
  ['Australia/Sydney', '2027-10-03T02:30', '3:30 am'],
  ['America/New_York', '2027-03-14T02:30', '3:30 am'],
  ['Europe/London', '2027-03-28T01:30', '2:30 am'],
])('in %s an hour that the clocks skip is the one after it', async (timeZone, begins, shown) => {
  await world.sql('update businesses set time_zone = $1', [timeZone]);
  const { page, ...other } = await atConsole(browser, world.url, 'owner', DESKTOP);
  const jobId = await emptyJob(owner, `Early bird of ${timeZone}`);
  await page.goto(`${world.url}/console#/jobs/${jobId}`);
  await turnTo(page, 'Schedule');
  await page.getByLabel('Begins').fill(begins);
  await page.getByLabel('Ends').fill(begins.replace(/T.*/, 'T06:00'));
  await page.getByRole('button', { name: 'Plan a visit' }).click();
  await page.getByText(`${shown} to 6:00 am`).waitFor();
  await other.close();
});
