import { scheduledJob } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { colleague, emptyJob } from './visit-people.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

type Input = Omit<ops.ScheduleVisitInput, 'jobId'>;

const schedule = (jobId: string, input: Input) =>
  owner(ops.ScheduleVisitOfDocument, { input: { jobId, ...input } });

async function scheduled(jobId: string, input: Input) {
  const { data, errors } = await schedule(jobId, input);
  expect(errors).toBeUndefined();
  return data.scheduleVisit;
}

async function jobOf(assigneeIds: string[]): Promise<string> {
  const jobId = await emptyJob(owner);
  const { errors } = await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds } });
  expect(errors).toBeUndefined();
  return jobId;
}

const MORNING = { startsAt: '2031-03-03T22:00:00Z', endsAt: '2031-03-04T00:00:00Z' };

describe('the people of a visit', () => {
  it('are those of the job, unless others or nobody were chosen', async () => {
    const [terry, sam] = [await colleague(world), await colleague(world)];
    const jobId = await jobOf([terry.id]);
    const { visit: theirs } = await scheduled(jobId, MORNING);
    expect(theirs.assignees).toEqual([{ name: terry.name }]);
    const { visit: others } = await scheduled(jobId, { ...MORNING, assigneeIds: [sam.id] });
    expect(others.assignees).toEqual([{ name: sam.name }]);
    const { visit: nobodys } = await scheduled(jobId, { ...MORNING, assigneeIds: [] });
    expect(nobodys.assignees).toEqual([]);
  });

  it('leave out who has left, or has a role that stays off jobs by now', async () => {
    const [terry, fin, gone] = [
      await colleague(world),
      await colleague(world),
      await colleague(world),
    ];
    const jobId = await jobOf([terry.id, fin.id, gone.id]);
    await world.sql(`update staff_members set role = 'FINANCE' where id = $1`, [fin.id]);
    await world.sql('update staff_members set removed_at = now() where id = $1', [gone.id]);
    const { visit } = await scheduled(jobId, MORNING);
    expect(visit.assignees).toEqual([{ name: terry.name }]);
  });

  it('can change together with its times, unless somebody changed the visit meanwhile', async () => {
    const [terry, sam] = [await colleague(world), await colleague(world)];
    const { visit } = await scheduled(await jobOf([terry.id]), MORNING);
    const later = {
      id: visit.id,
      startsAt: '2031-03-04T22:00:00Z',
      endsAt: '2031-03-05T00:00:00Z',
    };
    const { data: kept } = await owner(ops.MoveVisitAndPeopleDocument, later);
    expect(kept.rescheduleVisit.visit.assignees).toEqual([{ name: terry.name }]);
    const { updatedAt: ifUnchangedSince } = kept.rescheduleVisit.visit;
    const change = { ...later, assigneeIds: [sam.id], ifUnchangedSince };
    const { data: changed } = await owner(ops.MoveVisitAndPeopleDocument, change);
    expect(changed.rescheduleVisit.visit.assignees).toEqual([{ name: sam.name }]);
    const { errors } = await owner(ops.MoveVisitAndPeopleDocument, { ...change, assigneeIds: [] });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { assigneeIds: [sam.id] },
    });
  });
});

describe('a visit that repeats', () => {
  it('keeps its time of day when the clocks change, and raises one prompt', async () => {
    const terry = await colleague(world);
    const { jobId, revision } = await scheduledJob(owner);
    const { visits, visit, sharePrompt } = await scheduled(jobId, {
      assigneeIds: [terry.id],
      // 9 am in Sydney, where the clocks go back on 6 April 2031.
      startsAt: '2031-03-30T22:00:00Z',
      endsAt: '2031-03-31T00:00:00Z',
      repeat: { everyDays: 7, count: 3 },
    });
    expect(visits.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2031-03-30T22:00:00.000Z', '2031-03-31T00:00:00.000Z'],
      ['2031-04-06T23:00:00.000Z', '2031-04-07T01:00:00.000Z'],
      ['2031-04-13T23:00:00.000Z', '2031-04-14T01:00:00.000Z'],
    ]);
    expect(visit.id).toBe(visits[0]?.id);
    for (const { assignees } of visits) expect(assignees).toEqual([{ name: terry.name }]);
    expect(sharePrompt).toMatchObject({ revision: revision + 1 });
  });

  it('keeps its length where the clocks skip its hour', async () => {
    const { visits } = await scheduled(await emptyJob(owner), {
      // 2 am to 3 am in Sydney; on 5 October 2031 that hour is missing.
      startsAt: '2031-10-03T16:00:00Z',
      endsAt: '2031-10-03T17:00:00Z',
      repeat: { everyDays: 1, count: 3 },
    });
    expect(visits.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2031-10-03T16:00:00.000Z', '2031-10-03T17:00:00.000Z'],
      ['2031-10-04T16:00:00.000Z', '2031-10-04T17:00:00.000Z'],
      ['2031-10-05T15:00:00.000Z', '2031-10-05T16:00:00.000Z'],
    ]);
  });

  it('warns of a double booking of each of its visits', async () => {
    const terry = await colleague(world);
    const week = { ...MORNING, startsAt: '2031-03-10T22:30:00Z', endsAt: '2031-03-10T23:00:00Z' };
    const { visit: other } = await scheduled(await jobOf([terry.id]), week);
    const repeat = { everyDays: 7, count: 2 };
    const planned = await scheduled(await jobOf([terry.id]), { ...MORNING, repeat });
    expect(planned.overlappingVisits.map(({ visit }) => visit.id)).toEqual([other.id]);
  });

  it.each([
    [{ everyDays: 0, count: 2 }, 'input.repeat.everyDays'],
    [{ everyDays: 367, count: 2 }, 'input.repeat.everyDays'],
    [{ everyDays: 7, count: 1 }, 'input.repeat.count'],
    [{ everyDays: 7, count: 27 }, 'input.repeat.count'],
  ])('is refused for %j', async (repeat, field) => {
    const jobId = await emptyJob(owner);
    const { errors } = await schedule(jobId, { ...MORNING, repeat });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field });
  });

  it('may not begin again before it ends', async () => {
    const { errors } = await schedule(await emptyJob(owner), {
      startsAt: '2031-03-03T22:00:00Z',
      endsAt: '2031-03-05T22:00:00Z',
      repeat: { everyDays: 1, count: 2 },
    });
    expect(errors?.[0]?.message).toBe(
      'The visit begins again before it ends; choose more days between, or an earlier end.',
    );
    expect(errors?.[0]?.extensions.field).toBe('input.repeat.everyDays');
  });

  it('may not go on after the last year that a date can have', async () => {
    const { errors } = await schedule(await emptyJob(owner), {
      startsAt: '2099-03-03T08:00:00Z',
      endsAt: '2099-03-03T10:00:00Z',
      repeat: { everyDays: 366, count: 26 },
    });
    expect(errors?.[0]?.message).toBe(
      'The last visit is after the year 2100; choose fewer visits.',
    );
    expect(errors?.[0]?.extensions.field).toBe('input.repeat.count');
  });
});

it('a calendar shows the jobs of its visits, to a tradie only those that they are on', async () => {
  const jobId = await emptyJob(owner, 'Hang the door');
  const { visit } = await scheduled(jobId, MORNING);
  const span = { from: '2031-03-03T00:00:00Z', to: '2031-03-05T00:00:00Z' };
  const own = await owner(ops.VisitsWithJobsDocument, span);
  expect(own.data.visits.nodes).toContainEqual({
    id: visit.id,
    job: { id: jobId, title: 'Hang the door' },
  });
  const { data } = await (await world.as('tradie'))(ops.VisitsWithJobsDocument, span);
  expect(data.visits.nodes).toEqual([]);
});
