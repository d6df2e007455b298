import { seedDemo } from '../../db/demo/seed-demo.js';
import { plainPicture } from '../fixtures/camera.js';
import { itInLongForm } from '../harness/long-form.js';
import { type Ask, openWorld } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import {
  type Album,
  openAlbum,
  refusal,
  scheduledJob,
  shared,
  tokenOf,
  uploaded,
} from './album.js';

let album: Album;
let ownerToken: string;
let owner: Ask;
/** Every test leaves it shared. */
let photo: Awaited<ReturnType<typeof sharedPhoto>>;
beforeAll(async () => {
  album = await openAlbum();
  ownerToken = await album.tokenOf('owner');
  owner = album.withToken(ownerToken);
  photo = await sharedPhoto('kim@client.test');
});
afterAll(() => album.close());

const NOT_FOUND = { status: 404, code: 'NOT_FOUND' };

async function addedPhoto(jobId: string): Promise<string> {
  const uploadId = await uploaded(album, ownerToken, await plainPicture());
  const { data } = await owner(ops.AddPhotoWithBytesDocument, { input: { jobId, uploadId } });
  return data.addPhoto.photo.id;
}

const toggle = (photoId: string, on: boolean) =>
  owner(ops.SetPhotoSharingDocument, { photoId, shared: on });

/** A shared job with one photo that its client sees. */
async function sharedPhoto(email: string) {
  const jobId = await scheduledJob(owner, email);
  const photoId = await addedPhoto(jobId);
  await toggle(photoId, true);
  const token = await shared(album, owner, jobId, email);
  const path = `/photos/${photoId}/display`;
  expect((await album.fetch(token, path)).status).toBe(200);
  return { jobId, photoId, token, path };
}

describe('a client', () => {
  it('finds the address of a shared photo on the portal, and nothing of the original', async () => {
    const { data } = await album.withToken(photo.token)(ops.ClientPhotosDocument);
    expect(data.portal?.job?.photos).toEqual([
      {
        id: photo.photoId,
        caption: null,
        shared: null,
        width: 1600,
        height: 800,
        thumbnailUrl: `/photos/${photo.photoId}/thumbnail`,
        displayUrl: `/photos/${photo.photoId}/display`,
        originalUrl: null,
      },
    ]);
  });

  it.each(['thumbnail', 'display'])('gets the %s, to be kept by nobody', async (size) => {
    const response = await album.fetch(photo.token, `/photos/${photo.photoId}/${size}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    const { byteLength } = await response.arrayBuffer();
    expect(response.headers.get('content-length')).toBe(String(byteLength));
  });

  it('can show it in a page, which fetches it with its token', async () => {
    const page = await album.fetch(undefined, '/portal');
    expect(page.headers.get('content-security-policy')).toContain("img-src 'self' blob: data:;");
  });

  it('gets the same error for an original, and for a hidden, foreign, invalid or unknown photo', async () => {
    const hidden = await addedPhoto(photo.jobId);
    const otherJob = await sharedPhoto('other@client.test');
    const answers = [];
    for (const path of [
      `/photos/${photo.photoId}/original`,
      `/photos/${photo.photoId}/huge`,
      `/photos/${hidden}/display`,
      otherJob.path,
      '/photos/00000000-0000-7000-8000-000000000000/display',
      '/photos/nonsense/display',
      `/photos/..%2F${photo.photoId}/display`,
    ]) {
      const response = await album.fetch(photo.token, path);
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      answers.push({ status: response.status, body: await response.text() });
    }
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]).toMatchObject({
      status: 404,
      body: expect.stringContaining('"code":"NOT_FOUND"'),
    });
  });
});

describe('the next request of a client is not found', () => {
  it('once the toggle is off, and found again once it is on', async () => {
    const { photoId, token, path } = photo;
    await toggle(photoId, false);
    expect(await refusal(await album.fetch(token, path))).toEqual(NOT_FOUND);
    await toggle(photoId, true);
    expect((await album.fetch(token, path)).status).toBe(200);
  });

  itInLongForm('once the photo is unticked', async () => {
    const { jobId, token, path } = await sharedPhoto('unticked@client.test');
    const items = ['SCHEDULE', 'STATUS'];
    expect((await owner(ops.UpdateSharingDocument, { jobId, items })).errors).toBeUndefined();
    expect(await refusal(await album.fetch(token, path))).toEqual(NOT_FOUND);
  });

  it('once the photo is removed', async () => {
    const { photoId, token, path } = await sharedPhoto('removed@client.test');
    await owner(ops.RemovePhotoDocument, { id: photoId });
    expect(await refusal(await album.fetch(token, path))).toEqual(NOT_FOUND);
  });

  itInLongForm('once the link is revoked', async () => {
    const { jobId, token, path } = await sharedPhoto('revoked@client.test');
    const { data } = await owner(ops.JobForStaffDocument, { id: jobId });
    for (const { id } of data.job?.portalLinks ?? [])
      await owner(ops.RevokePortalLinkDocument, { id });
    expect(await refusal(await album.fetch(token, path))).toEqual(NOT_FOUND);
  });

  it('once the link has expired', async () => {
    const { token, path } = photo;
    album.clock.advance(91 * 86_400_000);
    const response = await album.fetch(token, path);
    album.clock.advance(-91 * 86_400_000);
    expect(await refusal(response)).toEqual(NOT_FOUND);
  });

  it('while the portal is off, with a range and a HEAD as well', async () => {
    const { token, path } = photo;
    await owner(ops.SwitchPortalDocument, { on: false });
    expect(await refusal(await album.fetch(token, path))).toEqual(NOT_FOUND);
    const part = await album.fetch(token, path, { headers: { range: 'bytes=0-9' } });
    expect(await refusal(part)).toEqual(NOT_FOUND);
    const head = await album.fetch(token, path, { method: 'HEAD' });
    expect(head.status).toBe(404);
    expect((await album.fetch(ownerToken, path)).status).toBe(200);
    await owner(ops.SwitchPortalDocument, { on: true });
    expect((await album.fetch(token, path)).status).toBe(200);
  });
});

describe('an image', () => {
  let token: string;
  let path: string;
  let whole: Buffer;
  beforeAll(async () => {
    ({ token, path } = photo);
    whole = Buffer.from(await (await album.fetch(token, path)).arrayBuffer());
  });
  const part = (range: string, more: Record<string, string> = {}) =>
    album.fetch(token, path, { headers: { range, ...more } });
  const last = () => whole.length - 1;

  it.each([
    ['its beginning', () => 'bytes=0-99', () => [0, 99]],
    ['its middle', () => 'bytes=100-100', () => [100, 100]],
    ['its rest', () => `bytes=${whole.length - 5}-`, () => [whole.length - 5, last()]],
    ['its last bytes', () => 'bytes=-7', () => [whole.length - 7, last()]],
    ['more than there is', () => 'bytes=10-999999999', () => [10, last()]],
    ['more last bytes than there are', () => 'bytes=-999999999', () => [0, last()]],
  ] as [string, () => string, () => [number, number]][])(
    'can be requested in part: %s',
    async (_what, range, expected) => {
      const [from, to] = expected();
      const response = await part(range());
      expect(response.status).toBe(206);
      expect(response.headers.get('content-range')).toBe(`bytes ${from}-${to}/${whole.length}`);
      expect(response.headers.get('content-length')).toBe(String(to - from + 1));
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.equals(whole.subarray(from, to + 1))).toBe(true);
    },
  );

  it.each(['bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-', 'bytes=x-y'])(
    'requested by %s, which is not supported, is sent whole',
    async (range) => {
      const response = await part(range);
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBe(whole.length);
    },
  );

  it('requested for completion is sent whole, since no part may be cached', async () => {
    const response = await part('bytes=0-9', { 'if-range': '"any"' });
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBe(whole.length);
  });

  it.each([() => `bytes=${whole.length}-`, () => 'bytes=-0'])(
    'is refused for a range beyond its end',
    async (range) => {
      const response = await part(range());
      expect(response.headers.get('content-range')).toBe(`bytes */${whole.length}`);
      expect(await refusal(response)).toMatchObject({ status: 416, code: 'VALIDATION_FAILED' });
    },
  );

  it('has its size in the response to a HEAD', async () => {
    const headers = { range: 'bytes=0-9' };
    const response = await album.fetch(token, path, { method: 'HEAD', headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(whole.length));
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect((await response.arrayBuffer()).byteLength).toBe(0);
  });
});

describe('staff', () => {
  let jobId: string;
  let photoId: string;
  beforeAll(async () => {
    jobId = await scheduledJob(owner, 'staff@client.test');
    photoId = await addedPhoto(jobId);
  });
  const statusFor = async (person: string, size: string) =>
    (await album.fetch(await album.tokenOf(person), `/photos/${photoId}/${size}`)).status;

  it.each(['owner', 'admin', 'supervisor'])('%s gets every size of any job', async (person) => {
    for (const size of ['thumbnail', 'display', 'original'])
      expect(await statusFor(person, size)).toBe(200);
  });

  it.each(['tradie', 'apprentice'])(
    '%s get photos of a job from the moment of being assigned to it',
    async (person) => {
      expect(await statusFor(person, 'display')).toBe(404);
      const ids = { tradie: 'Terry Tradie', apprentice: 'Ava Apprentice' } as Record<
        string,
        string
      >;
      const [member] = await album.running.services.orm.em
        .fork()
        .execute<{ id: string }[]>('select id from staff_members where name = ?', [
          ids[person] as string,
        ]);
      await owner(ops.UpdateJobDocument, {
        input: { id: jobId, assigneeIds: [member?.id as string] },
      });
      expect(await statusFor(person, 'display')).toBe(200);
      expect(await statusFor(person, 'original')).toBe(200);
      const token = await album.tokenOf(person);
      const uploadId = await uploaded(album, token, await plainPicture('png'));
      const { data } = await album.withToken(token)(ops.AddPhotoWithBytesDocument, {
        input: { jobId, uploadId },
      });
      expect(data.addPhoto.photo.displayUrl).toBe(`/photos/${uploadId}/display`);
      const original = await album.fetch(token, `/photos/${uploadId}/original`);
      expect(original.headers.get('content-type')).toBe('image/png');
      await original.arrayBuffer();
      await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [] } });
      expect(await statusFor(person, 'display')).toBe(404);
    },
  );

  it('of another business do not find it', async () => {
    expect(await statusFor('soletrader', 'display')).toBe(404);
    expect(await statusFor('soletrader', 'original')).toBe(404);
  });

  it('do not find an upload before a photo shows it', async () => {
    const uploadId = await uploaded(album, ownerToken, await plainPicture());
    const response = await album.fetch(ownerToken, `/photos/${uploadId}/display`);
    expect(await refusal(response)).toEqual(NOT_FOUND);
  });

  it('who have signed out are refused, and so is a token in the address', async () => {
    const stranger = { status: 401, code: 'UNAUTHENTICATED' };
    const token = await album.tokenOf('admin');
    await album.withToken(token)('mutation { signOut }');
    const path = `/photos/${photoId}/display`;
    expect(await refusal(await album.fetch(token, path))).toEqual(stranger);
    const inAddress = `${path}?token=${ownerToken}`;
    expect(await refusal(await album.fetch(undefined, inAddress))).toEqual(stranger);
    const unknown = await album.fetch('jgp_unknown', path);
    expect(await refusal(unknown)).toEqual(NOT_FOUND);
  });
});

describe('the demo', () => {
  const demoPhotos = async (ask: Ask) => {
    const { data } = await ask('{ jobs { nodes { photos { caption width height displayUrl } } } }');
    const { nodes } = (data as { jobs: { nodes: { photos: DemoPhoto[] }[] } }).jobs;
    const photos = nodes.flatMap((job) => job.photos);
    return photos.filter(({ caption }) => caption === 'Before');
  };

  it('has images for its photos, created once', async () => {
    const world = await openWorld();
    const { orm, clock, photos: store } = world.running.services;
    await seedDemo(orm, clock, store);
    const photos = await demoPhotos(await world.as('owner'));
    expect(photos).toHaveLength(6);
    const authorization = `Bearer ${await tokenOf(world, 'owner')}`;
    for (const { width, height, displayUrl } of photos) {
      expect({ width, height }).toEqual({ width: 1600, height: 1200 });
      const response = await fetch(`${world.url}${displayUrl}`, { headers: { authorization } });
      expect(response.status).toBe(200);
      await response.arrayBuffer();
    }
    await world.close();
  });

  it('has none in a storage without their files', async () => {
    const [photo] = await demoPhotos(owner);
    const response = await album.fetch(ownerToken, photo?.displayUrl as string);
    expect(await refusal(response)).toEqual(NOT_FOUND);
  });
});

interface DemoPhoto {
  caption: string;
  width: number;
  height: number;
  displayUrl: string;
}
