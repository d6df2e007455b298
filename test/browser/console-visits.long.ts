import type { Browser } from 'playwright-core';
import { openBrowser, PHONE, type Window } from '../harness/browser.js';
import { openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { colleague, emptyJob } from '../visits/visit-people.js';
import { atConsole, enter, onDay, turnTo } from './at-console.js';

let world: World;
let browser: Browser;
let staff: Window;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  staff = await atConsole(browser, world.url, 'owner', PHONE);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function openSchedule(jobId: string) {
  await staff.page.goto(`${world.url}/console#/jobs/${jobId}`);
  await turnTo(staff.page, 'Schedule');
}

it('an owner is warned of a double booking while choosing, and plans it all the same', async () => {
  const { page } = staff;
  const owner = await world.as('owner');
  const terry = await colleague(world);
  const jobs = [await emptyJob(owner, 'First job'), await emptyJob(owner, 'Second job')] as const;
  const planned = async (jobId: string, from: string, to: string) => {
    await openSchedule(jobId);
    await page.getByLabel('Begins').fill(onDay(20, from));
    await page.getByLabel('Ends').fill(onDay(20, to));
    await page.getByRole('checkbox', { name: terry.name, exact: true }).check();
  };
  await planned(jobs[0], '09:00', '11:00');
  await page.getByRole('button', { name: 'Plan a visit' }).click();
  await page.getByRole('listitem').filter({ hasText: terry.name }).waitFor();
  await planned(jobs[1], '10:00', '12:00');
  await page.getByText(new RegExp(`${terry.name} is on Job \\d+, First job`)).waitFor();
  expect(await staff.barriers()).toEqual([]);
  await staff.picture('console-double-booking-phone');
  await page.getByRole('button', { name: 'Plan a visit' }).click();
  const visit = page.locator('li.list-row').first();
  await visit.getByText(terry.name).waitFor();

  await visit.getByRole('button', { name: 'Assign' }).click();
  await visit.getByText('Double booked').waitFor();
  await visit.getByRole('checkbox', { name: terry.name, exact: true }).uncheck();
  await visit.getByText('Double booked').waitFor({ state: 'detached' });
  await visit.getByRole('checkbox', { name: 'Sue Supervisor' }).check();
  await visit.getByRole('button', { name: 'Save' }).click();
  await visit.getByRole('button', { name: 'Assign' }).waitFor();
  await visit.getByText('Sue Supervisor').waitFor();
  expect(staff.troubles).toEqual([]);
});

it('an owner who removes somebody gives their visits to somebody else', async () => {
  const { page } = staff;
  const owner = await world.as('owner');
  const terry = await colleague(world);
  const jobId = await emptyJob(owner, 'Their job');
  await owner(ops.ScheduleVisitDocument, {
    input: {
      jobId,
      startsAt: '2031-03-03T00:00:00Z',
      endsAt: '2031-03-03T02:00:00Z',
      assigneeIds: [terry.id],
    },
  });
  await enter(page, 'Staff');
  await page.getByRole('button', { name: `Remove ${terry.name}`, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Remove ${terry.name}?` });
  await dialog.getByText(/They are on 1 visit ahead/).waitFor();
  await dialog.getByText(/Their job/).waitFor();
  await dialog.getByLabel('Who takes over these visits?').selectOption('Sue Supervisor');
  expect(await staff.barriers()).toEqual([]);
  await staff.picture('console-remove-phone', { fullPage: false });
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const { rows } = await world.sql(
    `select s.name from assignments a join staff_members s on s.id = a.staff_member_id where a.job_id = $1`,
    [jobId],
  );
  expect(rows).toEqual([{ name: 'Sue Supervisor' }]);
  expect(staff.troubles).toEqual([]);
});
