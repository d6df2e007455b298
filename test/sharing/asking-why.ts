import { scheduledJob, shared } from '../harness/jobs.js';
import type { Ask, World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

/** Returns the diagnosis of a job, or of one item of it, for somebody who may share. */
export async function whyOf(owner: Ask, jobId: string, item?: string) {
  const { data, errors } = await owner(ops.WhyNotVisibleDocument, { jobId, item });
  expect(errors).toBeUndefined();
  return data.clientVisibility;
}

/** Returns the names of the failed checks. */
export function notOk({ steps }: Awaited<ReturnType<typeof whyOf>>) {
  return steps.filter(({ state }) => state !== 'OK').map(({ step, state }) => `${step} ${state}`);
}

/** A job whose client has these items on the portal page. */
export async function sharedJob(world: World, owner: Ask, items = ['SCHEDULE', 'STATUS']) {
  const job = await scheduledJob(owner);
  const opened = await shared(world, owner, job, items);
  return { ...job, ...opened };
}

export async function addPhoto(owner: Ask, jobId: string, isShared: boolean) {
  const { data } = await owner(ops.AddPhotoDocument, { input: { jobId, caption: 'The leak' } });
  const { id } = data.addPhoto.photo;
  if (isShared) await owner(ops.SetPhotoSharingDocument, { photoId: id, shared: true });
  return { id, key: `PHOTO:${id}` };
}

export async function addNote(owner: Ask, jobId: string, body: string, internal = false) {
  const { data } = await owner(ops.AddNoteDocument, { input: { jobId, body, internal } });
  return { id: data.addNote.note.id, key: `NOTE:${data.addNote.note.id}` };
}

/** Returns whether this client can open its page, and its content. */
export async function seenBy(client: Ask) {
  const { data } = await client(ops.ClientPortalDocument);
  return data?.portal?.job ?? null;
}

export async function switchPortal(owner: Ask, on: boolean) {
  const { errors } = await owner(ops.SwitchPortalDocument, { on });
  expect(errors).toBeUndefined();
}
