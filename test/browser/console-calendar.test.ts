import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, PHONE } from '../harness/browser.js';
import { inHours, scheduledJob } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { colleague, emptyJob } from '../visits/visit-people.js';
import { blockOf, columnOf, drag } from './at-calendar.js';
import { atConsole, barOn, roomLink } from './at-console.js';

let world: World;
let browser: Browser;
let owner: Ask;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  owner = await world.as('owner');
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function schedule(jobId: string, startsAt: string, endsAt: string, people: string[]) {
  const input = { jobId, startsAt, endsAt, assigneeIds: people };
  const { data, errors } = await owner(ops.ScheduleVisitDocument, { input });
  expect(errors).toBeUndefined();
  return data.scheduleVisit.visit.id;
}

async function startOf(visitId: string): Promise<string> {
  const { rows } = await world.sql('select starts_at from visits where id = $1', [visitId]);
  return new Date(String(rows[0]?.starts_at)).toISOString();
}

it('an owner drags a double-booked visit to another day, which waits for a review, and undoes it', async () => {
  const { page, ...staff } = await atConsole(browser, world.url, 'owner', DESKTOP);
  const terry = await colleague(world);
  const { jobId } = await scheduledJob(owner, 'Hang the door');
  // Tuesday, 4 March 2031, 9 am in Sydney.
  const visit = await schedule(jobId, '2031-03-03T22:00:00Z', '2031-03-04T00:00:00Z', [terry.id]);
  const other = await emptyJob(owner, 'Paint the fence');
  await schedule(other, '2031-03-03T23:00:00Z', '2031-03-04T01:00:00Z', [terry.id]);
  await roomLink(page, 'Calendar').click();
  await page.getByRole('heading', { name: 'Calendar' }).waitFor();
  await page.goto(`${world.url}/console#/calendar/week/2031-03-05`);
  await blockOf(page, 'Hang the door').getByText('Double booked').waitFor();
  expect(await page.locator('.double-booked').count()).toBe(2);
  expect(await staff.barriers()).toEqual([]);
  await staff.picture('console-calendar-week');

  await drag(page, blockOf(page, 'Hang the door'), columnOf(page, 'Thursday 6 March 2031'), 1);
  await page.getByText('Hang the door was moved to Thu 6 Mar, 10 am.').waitFor();
  await barOn(page).waitFor();
  await blockOf(page, 'Hang the door').getByText('Double booked').waitFor({ state: 'detached' });
  expect(await startOf(visit)).toBe('2031-03-05T23:00:00.000Z');
  await page.getByRole('button', { name: 'Undo' }).click();
  await blockOf(page, 'Hang the door').getByText('Double booked').waitFor();
  expect(await startOf(visit)).toBe('2031-03-03T22:00:00.000Z');

  await page.getByLabel('Person').selectOption(terry.name);
  await page.waitForURL(`**/console#/calendar/week/2031-03-05/${terry.id}`);
  await blockOf(page, 'Paint the fence').waitFor();
  await page.getByRole('link', { name: 'Next week' }).click();
  await page.getByText('10 March 2031 to 16 March 2031').waitFor();
  await blockOf(page, 'Paint the fence').waitFor({ state: 'detached' });
  expect(staff.troubles).toEqual([]);
  await staff.close();
});

it('a tradie sees their day on a phone: where to go and whom to call', async () => {
  const { data } = await owner(ops.StaffMembersDocument, {});
  const terry = data.staffMembers.find(({ name }) => name === 'Terry Tradie') as { id: string };
  const { data: client } = await owner(ops.CreateClientDocument, {
    input: { name: 'Dora Door', phone: '0491 570 156' },
  });
  const { data: made } = await owner(ops.CreateJobDocument, {
    input: {
      title: 'Hang the gate',
      siteAddress: '5 Low Street',
      clientId: client.createClient.client.id,
    },
  });
  const jobId = made.createJob.job.id;
  await schedule(jobId, inHours(0), inHours(0.1), [terry.id]);
  await schedule(jobId, inHours(72), inHours(74), [terry.id]);
  const { page, ...staff } = await atConsole(browser, world.url, 'tradie', PHONE);
  await roomLink(page, 'My day').click();
  const today = page.getByRole('region', { name: 'Today' }).getByRole('listitem');
  const visit = today.filter({ hasText: 'Hang the gate' });
  expect(await visit.getByRole('link', { name: '0491 570 156' }).getAttribute('href')).toBe(
    'tel:+61491570156',
  );
  expect(await visit.getByRole('link', { name: '5 Low Street' }).getAttribute('href')).toContain(
    '5%20Low%20Street',
  );
  await page.getByRole('region', { name: 'Next' }).getByText('Hang the gate').waitFor();
  expect(await staff.barriers()).toEqual([]);
  await staff.picture('console-my-day-phone');

  await roomLink(page, 'Calendar').click();
  await blockOf(page, 'Hang the gate').click();
  const dialog = page.getByRole('dialog', { name: /Hang the gate/ });
  await dialog.getByRole('link', { name: '5 Low Street' }).waitFor();
  expect(await dialog.getByRole('button').allTextContents()).toEqual(['Close']);
  expect(await staff.barriers()).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await staff.picture('console-calendar-day-phone');
  expect(staff.troubles).toEqual([]);
  await staff.close();
});
