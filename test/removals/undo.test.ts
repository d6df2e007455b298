import { v7 } from 'uuid';
import { scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

const MINUTE_MS = 60_000;

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

async function noteOn(jobId: string, body: string, internal = false): Promise<string> {
  const { data } = await owner(ops.AddNoteDocument, { input: { jobId, body, internal } });
  return data.addNote.note.id;
}

const remove = (id: string) => owner(ops.RemoveNoteDocument, { id });
const undo = (id: string, person = owner) => person(ops.UndoRemovalDocument, { id });
const codeOf = async (id: string, person?: Ask) =>
  (await undo(id, person)).errors?.[0]?.extensions.code;

const row = async (table: string, id: string) =>
  (await world.sql(`select * from ${table} where id = $1`, [id])).rows[0];

/** A row without what each change moves. */
function lasting(of: object | undefined) {
  return Object.fromEntries(
    Object.entries(of ?? {}).filter(([column]) => !/updated_at|changed_in/.test(column)),
  );
}

it.each([
  ['note', 'notes', 'removeNote'],
  ['to-do', 'todos', 'removeTodo'],
  ['material', 'materials', 'removeMaterial'],
])('a removed %s comes back as it was, with all its columns', async (_, table, mutation) => {
  const document = `mutation ($id: ID!) { ${mutation}(id: $id) { job { id } } }`;
  const { jobId } = await scheduledJob(owner);
  const { data } = await owner<Record<string, Record<string, { id: string }>>, object>(
    `mutation ($jobId: ID!) {
      notes: addNote(input: { jobId: $jobId, body: "Gate is shut", internal: true }) { record: note { id } }
      todos: addTodo(input: { jobId: $jobId, title: "Order tiles" }) { record: todo { id } }
      materials: addMaterial(input: { jobId: $jobId, name: "Tiles", quantity: 2.5, unitCostCents: 199 }) { record: material { id } }
    }`,
    { jobId },
  );
  const id = data[table]?.record?.id as string;
  const before = await row(table, id);
  await owner(document, { id });
  expect(await row(table, id)).toBeUndefined();

  expect((await undo(id)).data.undoRemoval).toMatchObject({ recordId: id, job: { id: jobId } });
  const after = await row(table, id);
  expect(lasting(after)).toEqual(lasting(before));
  expect(Object.keys(lasting(after)).length).toBeGreaterThan(4);
  expect(await codeOf(id)).toBe('NOT_FOUND');
  // It can be removed again, and that undone again.
  await owner(document, { id });
  expect((await undo(id)).errors).toBeUndefined();
});

it('the client keeps a shared note whose removal was undone, and nothing waits to be shared', async () => {
  const job = await scheduledJob(owner);
  const id = await noteOn(job.jobId, 'Bring a ladder');
  const { client } = await shared(world, owner, job, ['STATUS', 'SCHEDULE', `NOTE:${id}`]);
  const { data: removed } = await remove(id);
  expect(removed.removeNote.sharePromptStatus).toBe('PENDING');
  const { data } = await undo(id);
  expect(data.undoRemoval.sharePromptStatus).toBe('NOTHING_TO_SHARE');
  const { data: page } = await client(ops.ClientPortalDocument);
  expect(page.portal?.job?.notes.map(({ body }) => body)).toEqual(['Bring a ladder']);
});

it('an internal note that comes back is internal still', async () => {
  const { jobId } = await scheduledJob(owner);
  const id = await noteOn(jobId, 'Margin is thin', true);
  await remove(id);
  await undo(id);
  expect(await row('notes', id)).toMatchObject({ internal: true });
});

it('only who removed it may undo it, and only while they see the job', async () => {
  const { jobId } = await scheduledJob(owner);
  const tradie = await world.as('tradie');
  const { data: me } = await tradie<{ me: { staffId: string } }, object>('{ me { staffId } }');
  await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [me.me.staffId] } });
  const { data } = await tradie(ops.AddNoteDocument, {
    input: { jobId, body: 'Mine', internal: false },
  });
  const { id } = data.addNote.note;
  await tradie(ops.RemoveNoteDocument, { id });
  expect(await codeOf(id)).toBe('NOT_FOUND');
  expect(await codeOf(id, await world.as('supervisor'))).toBe('NOT_FOUND');
  await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [] } });
  expect(await codeOf(id, tradie)).toBe('NOT_FOUND');
  await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [me.me.staffId] } });
  expect(await codeOf(id, tradie)).toBeUndefined();
  expect(await codeOf(v7())).toBe('NOT_FOUND');
  expect(await codeOf('x')).toBe('NOT_FOUND');
});

it('two undoings at once make one note', async () => {
  const { jobId } = await scheduledJob(owner);
  const id = await noteOn(jobId, 'Once');
  await remove(id);
  const codes = await Promise.all([codeOf(id), codeOf(id), codeOf(id)]);
  expect(codes.sort()).toEqual(['NOT_FOUND', 'NOT_FOUND', undefined]);
});

it('after ten minutes it says to add it again, and keeps the row no longer', async () => {
  const { jobId } = await scheduledJob(owner);
  const id = await noteOn(jobId, 'Too late');
  await remove(id);
  world.clock.advance(10 * MINUTE_MS);
  const { errors } = await undo(id);
  expect(errors?.[0]).toMatchObject({
    message: 'This was removed too long ago to undo it; add it again.',
    extensions: { code: 'CONFLICT' },
  });
  await world.sql("select graphile_worker.add_job('clear_removed_records')");
  await untilGone(id);
  expect(await codeOf(id)).toBe('NOT_FOUND');
});

it('the removed texts of an erased client cannot come back', async () => {
  const { data: made } = await owner(ops.MakeClientDocument, {
    input: { name: 'Orla Gone', email: `${v7()}@client.test` },
  });
  const clientId = made.createClient.client.id;
  const { data } = await owner(ops.CreateJobDocument, { input: { title: 'Gate', clientId } });
  const id = await noteOn(data.createJob.job.id, 'Orla Gone has a dog');
  await remove(id);
  await owner(ops.EraseClientDocument, { id: clientId, reason: 'She asked for it.' });
  await untilGone(id);
  expect(await codeOf(id)).toBe('NOT_FOUND');
});

async function untilGone(id: string): Promise<void> {
  await until(async () => !(await row('removed_records', id)));
}
