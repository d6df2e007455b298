import { scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

async function addNote(jobId: string, body: string, internal = false) {
  const { data } = await owner(ops.AddNoteDocument, { input: { jobId, body, internal } });
  return data.addNote.note.id;
}

async function updateNote(variables: ops.UpdateNoteMutationVariables, ask = owner) {
  const { data, errors } = await ask(ops.UpdateNoteDocument, variables);
  expect(errors).toBeUndefined();
  return data.updateNote;
}

/** A job whose client sees two notes. */
async function jobWithNotes() {
  const job = await scheduledJob(owner);
  const noteId = await addNote(job.jobId, 'The tap drips again');
  const otherId = await addNote(job.jobId, 'Gate stays open');
  const keys = ['SCHEDULE', 'STATUS', `NOTE:${noteId}`, `NOTE:${otherId}`];
  const { client } = await shared(world, owner, job, keys);
  return { ...job, client, noteId, otherId };
}

async function notesSeenBy(client: Ask) {
  const { data, errors } = await client(ops.ClientPortalDocument);
  expect(errors).toBeUndefined();
  return data.portal?.job?.notes.map(({ body }) => body);
}

async function newestReason(jobId: string) {
  const { data } = await owner(ops.KeepInSyncOfJobDocument, { id: jobId });
  return data.job?.publication?.reason;
}

it('a shared note that is made internal is withdrawn from the client at once, without a prompt', async () => {
  const { jobId, client, noteId } = await jobWithNotes();
  const { note, sharePromptStatus } = await updateNote({ id: noteId, internal: true });
  expect(note).toMatchObject({ internal: true, body: 'The tap drips again' });
  expect(sharePromptStatus).toBe('NOTHING_TO_SHARE');
  expect(await notesSeenBy(client)).toEqual(['Gate stays open']);
  expect(await newestReason(jobId)).toBe('PUBLISHED_AT_ONCE');
});

it('its withdrawal publishes nothing else, whatever waits for a review', async () => {
  const { client, noteId, otherId } = await jobWithNotes();
  await updateNote({ id: otherId, body: 'Gate is shut now' });
  const { sharePromptStatus } = await updateNote({
    id: noteId,
    internal: true,
    body: 'Never pays',
  });
  expect(sharePromptStatus).toBe('PENDING');
  expect(await notesSeenBy(client)).toEqual(['Gate stays open']);
});

it('a withdrawn note that is no longer internal raises the prompt and is not published again by itself', async () => {
  const { client, noteId } = await jobWithNotes();
  await updateNote({ id: noteId, internal: true });
  const { sharePrompt, sharePromptStatus } = await updateNote({ id: noteId, internal: false });
  expect(sharePromptStatus).toBe('PENDING');
  expect(sharePrompt?.items.map(({ key }) => key)).toContain(`NOTE:${noteId}`);
  expect(await notesSeenBy(client)).toEqual(['Gate stays open']);
});

it('an internal note that never was shared raises the prompt when it is made visible', async () => {
  const { jobId, client } = await jobWithNotes();
  const id = await addNote(jobId, 'Key under the mat', true);
  const { sharePromptStatus } = await updateNote({ id, internal: false });
  expect(sharePromptStatus).toBe('PENDING');
  expect(await notesSeenBy(client)).toEqual(['The tap drips again', 'Gate stays open']);
});

it('a field role withdraws its own note, and is told nothing of sharing', async () => {
  const { jobId, client, otherId } = await jobWithNotes();
  const apprentice = await world.as('apprentice');
  const { data: who } = await apprentice<{ me: { staffId: string } }, object>('{ me { staffId } }');
  const input = { id: jobId, assigneeIds: [who.me.staffId] };
  await owner(ops.UpdateJobDocument, { input });
  const refused = await apprentice(ops.UpdateNoteDocument, { id: otherId, internal: true });
  expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const { data } = await apprentice(ops.AddNoteDocument, {
    input: { jobId, body: 'Done by noon', internal: false },
  });
  const updated = await updateNote({ id: data.addNote.note.id, internal: true }, apprentice);
  expect(updated.note.internal).toBe(true);
  expect(updated.sharePrompt ?? null).toBeNull();
  expect(await notesSeenBy(client)).toEqual(['The tap drips again', 'Gate stays open']);
});

it('a note without a change stays as it is', async () => {
  const { client, noteId } = await jobWithNotes();
  const { note } = await updateNote({ id: noteId });
  expect(note).toMatchObject({ internal: false, body: 'The tap drips again' });
  expect(await notesSeenBy(client)).toEqual(['The tap drips again', 'Gate stays open']);
});
