import { inHours, promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

const HOUR_MS = 3_600_000;
const ALL = ['owner', 'admin', 'supervisor', 'finance', 'tradie', 'apprentice'] as const;

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const OUTDATED = 'query ($id: ID!) { job(id: $id) { clientScheduleOutdatedSince } }';
interface Answer {
  job: { clientScheduleOutdatedSince: string | null } | null;
}

async function alarmFor(ask: Ask, id: string) {
  const { data } = await ask<Answer, object>(OUTDATED, { id });
  return data?.job?.clientScheduleOutdatedSince ?? null;
}

const move = (id: string, hours: number) =>
  owner(ops.RescheduleVisitDocument, {
    id,
    startsAt: inHours(hours),
    endsAt: inHours(hours + 2),
  });

async function review(jobId: string, items: string[]) {
  const revision = (await promptOf(owner, jobId))?.revision as number;
  return owner(ops.ShareWithClientDocument, { input: { jobId, revision, items } });
}

/** A job whose client has its schedule and its status. */
async function sharedJob() {
  const job = await scheduledJob(owner);
  const { client } = await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
  return { ...job, client };
}

it('begins with the first move, keeps its time, and ends with a share of the schedule', async () => {
  const { jobId, visitId } = await scheduledJob(owner);
  await move(visitId, 30);
  expect(await alarmFor(owner, jobId)).toBeNull();
  await review(jobId, ['SCHEDULE', 'STATUS']);
  expect(await alarmFor(owner, jobId)).toBeNull();
  const before = Date.now();
  await move(visitId, 50);
  const since = await alarmFor(owner, jobId);
  expect(Date.parse(since as string)).toBeGreaterThanOrEqual(before - 1);
  expect(Date.parse(since as string)).toBeLessThanOrEqual(Date.now());
  await move(visitId, 70);
  const { revision } = (await promptOf(owner, jobId)) as { revision: number };
  await owner(ops.DismissSharePromptDocument, { jobId, revision });
  expect(await alarmFor(owner, jobId)).toBe(since);
  await owner(ops.AddTodoDocument, { input: { jobId, title: 'Bring the tap' } });
  await review(jobId, ['SCHEDULE', 'STATUS']);
  expect(await alarmFor(owner, jobId)).toBeNull();
});

it('is raised by a cancelled visit and by a later end, and not by a new visit or a new title', async () => {
  const { jobId, visitId, client } = await sharedJob();
  await owner(ops.ScheduleVisitDocument, {
    input: { jobId, startsAt: inHours(90), endsAt: inHours(91) },
  });
  await owner(ops.UpdateJobDocument, { input: { id: jobId, title: 'Fix two taps' } });
  expect(await alarmFor(owner, jobId)).toBeNull();
  const { data } = await client(ops.ClientPortalDocument);
  const [seen] = data.portal?.job?.visits ?? [];
  if (!seen) throw new Error('The client sees no visit.');
  const { startsAt, endsAt } = seen;
  const longer = new Date(Date.parse(endsAt) + HOUR_MS).toISOString();
  await owner(ops.RescheduleVisitDocument, { id: visitId, startsAt, endsAt: longer });
  expect(await alarmFor(owner, jobId)).not.toBeNull();
  await owner(ops.RescheduleVisitDocument, { id: visitId, startsAt, endsAt });
  expect(await alarmFor(owner, jobId)).toBeNull();
  await owner(ops.CancelVisitDocument, { id: visitId });
  expect(await alarmFor(owner, jobId)).not.toBeNull();
  // A client that is no longer shown the schedule has no old time on its page.
  await owner(ops.UpdateSharingDocument, { jobId, items: ['STATUS'] });
  expect(await alarmFor(owner, jobId)).toBeNull();
});

it('is not raised for a job that is kept in sync, nor for a client who was never shown it', async () => {
  const synced = await sharedJob();
  await owner(ops.SetKeepInSyncDocument, { jobId: synced.jobId, enabled: true });
  await move(synced.visitId, 40);
  expect(await alarmFor(owner, synced.jobId)).toBeNull();
  const other = await sharedJob();
  await move(other.visitId, 40);
  expect(await alarmFor(owner, other.jobId)).not.toBeNull();
  const next = await scheduledJob(owner);
  await owner(ops.UpdateJobDocument, { input: { id: other.jobId, clientId: next.clientId } });
  expect(await alarmFor(owner, other.jobId)).toBeNull();
});

it('a first prompt says so until it was answered, and a share may keep the job in sync', async () => {
  const { jobId } = await scheduledJob(owner);
  const isFirst = async () => {
    const { data } = await owner<{ sharePrompt: { neverReviewed: boolean } | null }, object>(
      'query ($jobId: ID!) { sharePrompt(jobId: $jobId) { neverReviewed } }',
      { jobId },
    );
    return data.sharePrompt?.neverReviewed;
  };
  expect(await isFirst()).toBe(true);
  const { revision } = (await promptOf(owner, jobId)) as { revision: number };
  await owner(ops.DismissSharePromptDocument, { jobId, revision });
  await owner(ops.AddTodoDocument, { input: { jobId, title: 'Bring the tap' } });
  expect(await isFirst()).toBe(false);
  const prompt = (await promptOf(owner, jobId)) as { revision: number };
  const input = { jobId, revision: prompt.revision, items: ['SCHEDULE'], keepInSync: true };
  const { errors } = await owner(ops.ShareWithClientDocument, { input });
  expect(errors).toBeUndefined();
  const { data } = await owner(ops.KeepInSyncOfJobDocument, { id: jobId });
  expect(data.job?.keepInSync).toBe(true);
});

it('is read by those who may share, and by nobody else; not while the portal is off, nor when both times are over', async () => {
  const { jobId, visitId, client } = await sharedJob();
  await move(visitId, 40);
  const seen: Record<string, boolean> = { client: (await alarmFor(client, jobId)) !== null };
  for (const person of ALL) seen[person] = (await alarmFor(await world.as(person), jobId)) !== null;
  expect(seen).toEqual({
    ...{ owner: true, admin: true, supervisor: true },
    ...{ finance: false, tradie: false, apprentice: false, client: false },
  });
  await switchPortal(false);
  expect(await alarmFor(owner, jobId)).toBeNull();
  await switchPortal(true);
  expect(await alarmFor(owner, jobId)).not.toBeNull();
  world.clock.advance(4 * 24 * HOUR_MS);
  owner = await world.as('owner');
  expect(await alarmFor(owner, jobId)).toBeNull();
});

const switchPortal = (isOn: boolean) =>
  owner(
    'mutation ($on: Boolean!) { updateSiteSettings(input: { clientPortalEnabled: $on }) { business { id } } }',
    { on: isOn } as never,
  );
