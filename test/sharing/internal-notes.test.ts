import { promptOf, scheduledJob, shared, sharesTo } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

/** A job whose client has the note "Key is under the mat". */
async function sharedNote() {
  const job = await scheduledJob(owner);
  const { data } = await owner(ops.AddNoteDocument, {
    input: { jobId: job.jobId, body: 'Key is under the mat', internal: false },
  });
  const { id } = data.addNote.note;
  const { client } = await shared(world, owner, job, ['STATUS', 'SCHEDULE', `NOTE:${id}`]);
  return { ...job, id, client };
}

const move = (id: string, internal: boolean, person = owner) =>
  person(ops.UpdateNoteDocument, { id, internal });
async function notesOf(client: Ask) {
  const { data } = await client(ops.ClientPortalDocument);
  return data.portal?.job?.notes.map(({ body }) => body);
}

it('a note that becomes internal leaves the client at once, without a prompt and without a mail', async () => {
  const { id, jobId, email, client } = await sharedNote();
  expect(await notesOf(client)).toEqual(['Key is under the mat']);
  const { data } = await move(id, true);
  expect(data.updateNote.sharePromptStatus).toBe('NOTHING_TO_SHARE');
  expect(await notesOf(client)).toEqual([]);
  expect(await promptOf(owner, jobId)).toBeNull();
  expect(await sharesTo(world, email)).toHaveLength(1);
});

it('what else waits on the job is not published with it', async () => {
  const { id, jobId, client } = await sharedNote();
  await owner(ops.AddTodoDocument, { input: { jobId, title: 'Not for now' } });
  const { data } = await owner(ops.UpdateNoteDocument, {
    id,
    body: 'Alarm is at the zebra',
    internal: true,
  });
  expect(data.updateNote.sharePromptStatus).toBe('PENDING');
  expect(data.updateNote.sharePrompt?.items.map(({ kind }) => kind)).not.toContain('NOTE');
  const { data: page } = await client(ops.ClientPortalDocument);
  expect(page.portal?.job).toMatchObject({ notes: [], todos: [] });
  expect(JSON.stringify(page)).not.toContain('zebra');
});

it('a note that is no longer internal waits to be shared, and is never published by itself', async () => {
  const { id, jobId, client } = await sharedNote();
  await owner(ops.SetKeepInSyncDocument, { jobId, enabled: true });
  await move(id, true);
  const { data } = await move(id, false);
  expect(data.updateNote.sharePrompt?.items.find(({ key }) => key === `NOTE:${id}`)).toMatchObject({
    change: 'NEW',
    sharedNow: false,
  });
  expect(await notesOf(client)).toEqual([]);
});

it('what is left out of the change stays as it is', async () => {
  const { id } = await sharedNote();
  const row = async () =>
    (await world.sql('select body, internal from notes where id = $1', [id])).rows[0];
  await move(id, true);
  await owner(ops.UpdateNoteDocument, { id, body: 'Key is in the box' });
  expect(await row()).toEqual({ body: 'Key is in the box', internal: true });
  await owner(ops.UpdateNoteDocument, { id });
  expect(await row()).toEqual({ body: 'Key is in the box', internal: true });
  const tradie = await world.as('tradie');
  expect((await move(id, false, tradie)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});
