import { inHours, scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

/** Whether the client has each record as it is now, by its ID. */
async function withClient(id: string, ask = owner) {
  const { data, errors } = await ask(ops.ItemsWithClientOfJobDocument, { id });
  expect(errors).toBeUndefined();
  const items = data.job?.itemsWithClient;
  return (
    items && new Map(items.map(({ key, recordId, isCurrent }) => [recordId ?? key, isCurrent]))
  );
}

async function addNote(jobId: string, body: string) {
  const { data } = await owner(ops.AddNoteDocument, { input: { jobId, body, internal: false } });
  return data.addNote.note.id;
}

/** A job of which the client has the status, the visit and one of two notes. */
async function sharedJob() {
  const job = await scheduledJob(owner);
  const noteId = await addNote(job.jobId, 'Gate stays open');
  await addNote(job.jobId, 'Left out');
  await shared(world, owner, job, ['SCHEDULE', 'STATUS', `NOTE:${noteId}`]);
  return { ...job, noteId };
}

it('staff who may share see which records the client has', async () => {
  const job = await scheduledJob(owner);
  expect(await withClient(job.jobId)).toEqual(new Map());
  const { jobId, noteId, visitId } = await sharedJob();
  const has = await withClient(jobId);
  expect(has).toEqual(
    new Map([
      [visitId, true],
      ['STATUS', true],
      [noteId, true],
    ]),
  );
});

it('a record that was changed since is an older version with the client, until it is shared again', async () => {
  const { jobId, noteId, visitId } = await sharedJob();
  await owner(ops.UpdateNoteDocument, { id: noteId, body: 'Gate is shut' });
  const times = { startsAt: inHours(40), endsAt: inHours(42) };
  await owner(ops.RescheduleVisitDocument, { id: visitId, ...times });
  const has = await withClient(jobId);
  expect(has).toEqual(
    new Map([
      [visitId, false],
      ['STATUS', true],
      [noteId, false],
    ]),
  );
  await owner(ops.UpdateNoteDocument, { id: noteId, body: 'Gate stays open' });
  expect((await withClient(jobId))?.get(noteId)).toBe(true);
});

it('a note that is made internal is no longer with the client', async () => {
  const { jobId, noteId } = await sharedJob();
  await owner(ops.UpdateNoteDocument, { id: noteId, internal: true });
  expect((await withClient(jobId))?.has(noteId)).toBe(false);
});

it.each(['tradie', 'apprentice', 'finance'] as const)('%s learns nothing of it', async (role) => {
  const { jobId } = await sharedJob();
  const ask = await world.as(role);
  const { data } = await ask<{ me: { staffId: string } }, object>('{ me { staffId } }');
  await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [data.me.staffId] } });
  const query = 'query ($id: ID!) { job(id: $id) { itemsWithClient { key } } }';
  const answer = await ask<{ job: { itemsWithClient: null } | null }, object>(query, { id: jobId });
  expect(answer.data?.job?.itemsWithClient ?? null).toBeNull();
  expect(JSON.stringify(answer)).not.toContain('SCHEDULE');
});
