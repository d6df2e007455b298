import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

/** Days of next year at the business in Sydney, which is 11 hours ahead of UTC then. */
const year = new Date().getFullYear() + 1;
const at = (monthDay: string, hours: number) =>
  new Date(Date.UTC(year, 0, 1, hours - 11) + dayOfMonth(monthDay)).toISOString();
const dayOfMonth = (day: string) => (Number(day) - 1) * 86_400_000;
const weekday = (day: number) =>
  ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date(Date.UTC(year, 0, day)).getUTCDay()];

/** A job whose client knows of a visit on 4 January, 9 am to 11 am. */
async function knownVisit() {
  const job = await scheduledJob(owner);
  await move(job.visitId, at('4', 9), at('4', 11));
  const { client } = await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
  return { ...job, client };
}

const move = (id: string, startsAt: string, endsAt: string) =>
  owner(ops.RescheduleVisitDocument, { id, startsAt, endsAt });
const cancel = (id: string) => owner(ops.CancelVisitDocument, { id });

async function add(jobId: string, startsAt: string, endsAt: string): Promise<string> {
  const { data } = await owner(ops.ScheduleVisitDocument, { input: { jobId, startsAt, endsAt } });
  return data.scheduleVisit.visit.id;
}

async function scheduleOf(jobId: string) {
  return (await promptOf(owner, jobId))?.items.find(({ key }) => key === 'SCHEDULE');
}

async function pageOf(client: Ask) {
  const { data, errors } = await client(ops.ClientPortalDocument);
  expect(errors).toBeUndefined();
  return data.portal?.job;
}

it('prompt, email and page say that a visit was cancelled', async () => {
  const job = await knownVisit();
  await cancel(job.visitId);
  const words = `${weekday(4)} 4 Jan, 9 am was cancelled`;
  expect(await scheduleOf(job.jobId)).toMatchObject({
    change: 'CHANGED',
    before: `${weekday(4)} 4 Jan, 9 am to 11 am`,
    after: words,
  });
  const { mail } = await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
  expect(mail?.text).toContain(`Schedule: ${words}`);
  expect(mail?.text).not.toContain('Nothing');
  expect(await pageOf(job.client)).toMatchObject({
    visits: [],
    cancelledVisits: [{ id: job.visitId, startsAt: at('4', 9), cancelledAt: null }],
  });
  expect(await scheduleOf(job.jobId)).toBeUndefined();
  expect(await promptOf(owner, job.jobId)).toBeNull();
});

it('they say from when to when a visit was moved', async () => {
  const job = await knownVisit();
  await move(job.visitId, at('6', 13), at('6', 15));
  const words = `moved from ${weekday(4)} 4 Jan, 9 am to ${weekday(6)} 6 Jan, 1 pm`;
  expect(await scheduleOf(job.jobId)).toMatchObject({ change: 'CHANGED', after: words });
  const { mail } = await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
  expect(mail?.text).toContain(`Schedule: ${words}`);
  expect((await pageOf(job.client))?.visits).toMatchObject([
    { startsAt: at('6', 13), movedFrom: at('4', 9) },
  ]);
});

it('they say everything that happened to the schedule since the last share', async () => {
  const job = await knownVisit();
  const second = await add(job.jobId, at('8', 9), at('8', 10));
  const third = await add(job.jobId, at('9', 9), at('9', 10));
  await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
  await move(job.visitId, at('5', 9), at('5', 11));
  await cancel(second);
  await move(third, at('9', 9), at('9', 12));
  await add(job.jobId, at('12', 7), at('12', 8));
  const { mail } = await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
  expect(mail?.text).toContain(
    `Schedule: moved from ${weekday(4)} 4 Jan, 9 am to ${weekday(5)} 5 Jan, 9 am; ` +
      `${weekday(9)} 9 Jan, 9 am now ends at 12 pm; new visit ${weekday(12)} 12 Jan, 7 am to 8 am; ` +
      `${weekday(8)} 8 Jan, 9 am was cancelled`,
  );
});

it("they give a cancelled visit's time as the client knew it, and omit one that it never knew", async () => {
  const job = await knownVisit();
  await cancel(await add(job.jobId, at('20', 9), at('20', 10)));
  expect(await promptOf(owner, job.jobId)).toBeNull();
  await move(job.visitId, at('6', 13), at('6', 15));
  await cancel(job.visitId);
  expect((await scheduleOf(job.jobId))?.after).toBe(`${weekday(4)} 4 Jan, 9 am was cancelled`);
  await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
  expect((await pageOf(job.client))?.cancelledVisits).toMatchObject([{ startsAt: at('4', 9) }]);
});

it('a cancelled visit cannot be moved, and is cancelled only once', async () => {
  const job = await knownVisit();
  await cancel(job.visitId);
  const { errors } = await move(job.visitId, at('6', 13), at('6', 15));
  expect(errors?.[0]).toMatchObject({
    message: 'This visit was cancelled; schedule a new one.',
    extensions: { code: 'CONFLICT' },
  });
  const times = () => world.sql('select * from visits where id = $1', [job.visitId]);
  const { rows } = await times();
  expect(rows).toMatchObject([{ starts_at: new Date(at('4', 9)) }]);
  expect((await cancel(job.visitId)).errors).toBeUndefined();
  expect((await times()).rows).toEqual(rows);
});

it('nothing is left to share when a visit is moved and moved back', async () => {
  const job = await knownVisit();
  await move(job.visitId, at('6', 13), at('6', 15));
  expect(await promptOf(owner, job.jobId)).not.toBeNull();
  await move(job.visitId, at('4', 9), at('4', 11));
  expect(await promptOf(owner, job.jobId)).toBeNull();
});

it('the client of a job kept in sync sees the cancelled visit at once', async () => {
  const job = await knownVisit();
  await owner(ops.SetKeepInSyncDocument, { jobId: job.jobId, enabled: true });
  await cancel(job.visitId);
  expect(await pageOf(job.client)).toMatchObject({
    visits: [],
    cancelledVisits: [{ id: job.visitId }],
  });
});

it('names what was emptied or removed, never as nothing', async () => {
  const job = await knownVisit();
  const change = (input: object) =>
    owner(ops.UpdateJobDocument, { input: { id: job.jobId, ...input } });
  await change({ description: 'A dripping tap', siteAddress: '1 Low Street' });
  const { data: todo } = await owner(ops.AddTodoDocument, {
    input: { jobId: job.jobId, title: 'Order washers' },
  });
  const key = `TODO:${todo.addTodo.todo.id}`;
  const items = ['SCHEDULE', 'STATUS', key];
  await shared(world, owner, job, items);
  await change({ description: null, siteAddress: '2 High Street' });
  await owner(ops.SetJobStatusDocument, { jobId: job.jobId, status: 'IN_PROGRESS' });
  await owner(ops.UpdateTodoDocument, { input: { id: todo.addTodo.todo.id, done: true } });
  const { mail } = await shared(world, owner, job, items);
  for (const line of [
    'Description: removed',
    'Site address: changed from “1 Low Street” to “2 High Street”',
    'Status: changed from Scheduled to In progress',
    'To-do: Order washers is done',
  ])
    expect(mail?.text).toContain(line);
});

it('shows the page of a version that was published before cancelled visits were listed', async () => {
  const job = await knownVisit();
  await cancel(job.visitId);
  await world.sql(
    `update publications set view = (view::jsonb - 'cancelledVisits')::json where job_id = $1`,
    [job.jobId],
  );
  expect(await pageOf(job.client)).toMatchObject({
    visits: [{ id: job.visitId, movedFrom: null }],
    cancelledVisits: [],
  });
});
