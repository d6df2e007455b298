import sharp from 'sharp';
import { scheduledJob, shared } from '../harness/jobs.js';
import type { Ask } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { type Album, openAlbum } from './album.js';

let world: Album;
let owner: Ask;
let token: string;
beforeAll(async () => {
  world = await openAlbum();
  owner = await world.as('owner');
  token = await world.tokenOf('owner');
});
afterAll(() => world.close());

/** A picture whose camera says when it was taken. */
function taken(local: string | null, offset?: string): Promise<Buffer> {
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } });
  const IFD2 = {
    ...(local && { DateTimeOriginal: local }),
    ...(offset && { OffsetTimeOriginal: offset }),
  };
  return picture
    .jpeg()
    .withExif({ IFD0: { Make: 'Camera' }, IFD2 })
    .toBuffer();
}

async function add(jobId: string, caption: string, picture: Buffer) {
  const sent = await world.upload(token, picture);
  const { uploadId } = (await sent.json()) as { uploadId: string };
  const { data } = await owner(ops.AddPhotoWithBytesDocument, {
    input: { jobId, uploadId, caption },
  });
  return data.addPhoto.photo.id;
}

const toggle = (photoId: string) => owner(ops.SetPhotoSharingDocument, { photoId, shared: true });

async function listed(id: string) {
  const { data } = await owner(ops.PhotosInOrderDocument, { id });
  return data.job?.photos ?? [];
}

async function seenBy(client: Ask) {
  const { data, errors } = await client(ops.ClientPhotosInOrderDocument);
  expect(errors).toBeUndefined();
  return data.portal?.job?.photos ?? [];
}

it('photos are listed in the order in which they were taken, not added', async () => {
  const { jobId } = await scheduledJob(owner);
  await add(jobId, 'Evening', await taken('2026:03:02 18:00:00'));
  await add(jobId, 'Morning', await taken('2026:03:02 08:00:00'));
  await add(jobId, 'Now', await taken(null));
  await add(jobId, 'Elsewhere', await taken('2026:03:02 08:00:00', '+00:00'));
  const photos = await listed(jobId);
  expect(photos.map(({ caption }) => caption)).toEqual(['Morning', 'Evening', 'Elsewhere', 'Now']);
  // The time of a camera is that of the business, Sydney, unless it says otherwise.
  expect(photos[0]?.takenAt).toBe('2026-03-01T21:00:00.000Z');
  expect(photos[2]?.takenAt).toBe('2026-03-02T08:00:00.000Z');
});

it.each([
  ['in the future', '2199:01:01 00:00:00'],
  ['of a clock that was never set', '1970:01:01 00:00:00'],
  ['that is none', 'yesterday at noon..'],
])('a time %s counts as not known', async (_, local) => {
  const { jobId } = await scheduledJob(owner);
  const before = Date.now() - 60_000;
  await add(jobId, 'Odd', await taken(local));
  const [photo] = await listed(jobId);
  expect(Date.parse(photo?.takenAt ?? '')).toBeGreaterThan(before);
});

it('the client has photos in that order, and not the time', async () => {
  const job = await scheduledJob(owner);
  const evening = await add(job.jobId, 'Evening', await taken('2026:03:02 18:00:00'));
  const morning = await add(job.jobId, 'Morning', await taken('2026:03:02 08:00:00'));
  const noon = await add(job.jobId, 'Noon', await taken('2026:03:02 12:00:00'));
  await toggle(evening);
  await toggle(morning);
  const keys = ['SCHEDULE', 'STATUS', `PHOTO:${evening}`, `PHOTO:${morning}`];
  const { client } = await shared(world, owner, job, keys);
  expect((await seenBy(client)).map(({ caption }) => caption)).toEqual(['Morning', 'Evening']);
  await toggle(noon);
  const photos = await seenBy(client);
  expect(photos.map(({ caption }) => caption)).toEqual(['Morning', 'Noon', 'Evening']);
  expect(photos.map(({ takenAt }) => takenAt)).toEqual([null, null, null]);
});

it('the mark before or after reaches the client with the next share of its photo', async () => {
  const job = await scheduledJob(owner);
  const photoId = await add(job.jobId, 'Old tap', await taken('2026:03:02 08:00:00'));
  await toggle(photoId);
  const keys = ['SCHEDULE', 'STATUS', `PHOTO:${photoId}`];
  const { client } = await shared(world, owner, job, keys);
  // A view holds neither the mark nor the time of a photo without one: those from before have the same content.
  const views = "select view::text from publications where view::text ~ 'stage|takenAt'";
  expect((await world.sql(views)).rows).toEqual([]);
  const { data } = await owner(ops.SetPhotoStageDocument, { photoId, stage: 'BEFORE' });
  expect(data.setPhotoStage).toEqual({ photo: { stage: 'BEFORE' }, sharePromptStatus: 'PENDING' });
  expect((await seenBy(client))[0]?.stage).toBeNull();
  const { data: asked } = await owner(ops.SharePromptDocument, { jobId: job.jobId });
  const revision = asked.sharePrompt?.revision as number;
  await owner(ops.ShareWithClientDocument, { input: { jobId: job.jobId, revision, items: keys } });
  expect((await seenBy(client))[0]?.stage).toBe('BEFORE');
  const cleared = await owner(ops.SetPhotoStageDocument, { photoId, stage: null });
  expect(cleared.data.setPhotoStage.photo.stage).toBeNull();
});
