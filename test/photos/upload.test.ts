import sharp from 'sharp';
import { changeInOneUnit } from '../../src/database/unit-of-work/unit-of-work.js';
import { removePhoto } from '../../src/domain/photos/remove-photo.js';
import type { StaffPrincipal } from '../../src/visibility/principal.js';
import { bomb, cameraPicture, plainPicture, SECRETS } from '../fixtures/camera.js';
import { itInLongForm } from '../harness/long-form.js';
import type { Ask } from '../harness/world.js';
import { until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { type Album, openAlbum, refusal, scheduledJob, uploaded } from './album.js';

let album: Album;
let ownerToken: string;
let owner: Ask;
let jobId: string;
beforeAll(async () => {
  album = await openAlbum({ photos: { maxMegabytes: 1 } });
  ownerToken = await album.tokenOf('owner');
  owner = album.withToken(ownerToken);
  jobId = await scheduledJob(owner, 'upload@client.test');
});
afterAll(() => album.close());

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

const addPhoto = async (uploadId: string, by = owner, to = jobId) =>
  by(ops.AddPhotoWithBytesDocument, { input: { jobId: to, caption: 'Roof', uploadId } });

const waiting = async () => {
  const [row] = await album.running.services.orm.em
    .fork()
    .execute<{ count: string }[]>('select count(*) from photo_uploads');
  return Number(row?.count);
};

describe('a picture from a phone', () => {
  let photo: NonNullable<Awaited<ReturnType<typeof addPhoto>>['data']>['addPhoto']['photo'];
  let original: Buffer;

  beforeAll(async () => {
    original = await cameraPicture();
    photo = (await addPhoto(await uploaded(album, ownerToken, original))).data.addPhoto.photo;
  });

  it('returns the dimensions of its display size, rotated upright', () => {
    expect(photo).toMatchObject({ width: 800, height: 1600, caption: 'Roof', shared: false });
    expect(photo.thumbnailUrl).toBe(`/photos/${photo.id}/thumbnail`);
    expect(photo.displayUrl).toBe(`/photos/${photo.id}/display`);
    expect(photo.originalUrl).toBe(`/photos/${photo.id}/original`);
  });

  it('keeps camera metadata in the original only', async () => {
    for (const secret of SECRETS.filter((each) => each !== '-33.8'))
      expect(original.includes(secret)).toBe(true);
    const kept = await bytesOf(await album.fetch(ownerToken, photo.originalUrl as string));
    expect(kept.equals(original)).toBe(true);
    for (const url of [photo.thumbnailUrl, photo.displayUrl]) {
      const bytes = await bytesOf(await album.fetch(ownerToken, url as string));
      const { exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, icc, iptc, orientation }).toEqual({});
      for (const secret of SECRETS) expect(bytes.includes(secret)).toBe(false);
    }
  });

  it.each([
    ['display', 800, 1600],
    ['thumbnail', 200, 400],
  ])('is upright in the %s size', async (size, width, height) => {
    const bytes = await bytesOf(await album.fetch(ownerToken, `/photos/${photo.id}/${size}`));
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width, height });
    const at = (y: number) => [...data.subarray((y * width + 10) * 3, (y * width + 10) * 3 + 3)];
    const [top, bottom] = [at(10), at(height - 10)];
    expect((top[0] as number) - (top[2] as number)).toBeGreaterThan(200);
    expect((bottom[2] as number) - (bottom[0] as number)).toBeGreaterThan(200);
  });

  it('can be used once', async () => {
    const { errors } = await addPhoto(photo.id);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'input.uploadId',
    });
  });
});

describe('an upload', () => {
  it.each(['png', 'webp'] as const)('may be a %s, whatever it is called', async (format) => {
    const response = await album.upload(ownerToken, await plainPicture(format), 'notes.txt');
    expect(response.status).toBe(201);
  });

  itInLongForm('belongs to the person who made it', async () => {
    const uploadId = await uploaded(album, ownerToken, await plainPicture());
    const admin = await album.as('admin');
    const soletrader = await album.as('soletrader');
    const elsewhere = await scheduledJob(soletrader, 'elsewhere@client.test');
    for (const { errors } of [
      await addPhoto(uploadId, admin),
      await addPhoto(uploadId, soletrader, elsewhere),
      await addPhoto('nonsense'),
    ]) {
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'VALIDATION_FAILED',
        field: 'input.uploadId',
      });
    }
    expect((await addPhoto(uploadId)).errors).toBeUndefined();
  });

  it('is used for one photo when two want it at once', async () => {
    const uploadId = await uploaded(album, ownerToken, await plainPicture());
    const answers = await Promise.all([addPhoto(uploadId), addPhoto(uploadId)]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const [refused] = answers.flatMap(({ errors }) => errors ?? []);
    expect(refused?.extensions.field).toBe('input.uploadId');
  });

  it('is needed for an image, but a photo may be without one', async () => {
    const { data } = await owner(ops.AddPhotoWithBytesDocument, { input: { jobId } });
    const { photo } = data.addPhoto;
    expect(photo).toMatchObject({ width: null, height: null, thumbnailUrl: null });
    const response = await album.fetch(ownerToken, `/photos/${photo.id}/display`);
    expect(await refusal(response)).toEqual({ status: 404, code: 'NOT_FOUND' });
  });
});

describe('a file is refused without leaving anything behind', () => {
  let before: { kept: string[]; rows: number };
  beforeEach(async () => {
    before = { kept: album.kept(), rows: await waiting() };
  });
  afterEach(async () => {
    expect({ kept: album.kept(), rows: await waiting() }).toEqual(before);
  });

  const file = (reason: string) => ({ code: 'VALIDATION_FAILED', field: 'file', reason });
  const refused = async (bytes: Buffer, called?: string) =>
    refusal(await album.upload(ownerToken, bytes, called));

  it('when it is a text named like an image', async () => {
    const answer = await refused(Buffer.from('I am a picture, honestly.'), 'roof.jpg');
    expect(answer).toEqual({ status: 415, ...file('NOT_A_PICTURE') });
  });

  it('when it is a vector graphic, which may contain scripts', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    expect(await refused(Buffer.from(svg), 'roof.png')).toMatchObject({ status: 415 });
  });

  it('when it is empty', async () => {
    expect(await refused(Buffer.alloc(0))).toMatchObject({ status: 415 });
  });

  it('when it only begins like an image', async () => {
    const start = (await plainPicture()).subarray(0, 20);
    const lie = Buffer.concat([start, Buffer.from('<script>alert(1)</script>')]);
    expect(await refused(lie)).toEqual({ status: 422, ...file('UNREADABLE_PICTURE') });
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    expect(await refused(heic)).toEqual({ status: 422, ...file('UNREADABLE_PICTURE') });
    const { errors } = await (await album.upload(ownerToken, heic)).json();
    expect(errors[0].message).toMatch(/HEIC.*JPEG/);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('when half of the %s is missing', async (format) => {
    const whole = await plainPicture(format);
    const half = whole.subarray(0, whole.length / 2);
    expect(await refused(half)).toEqual({ status: 422, ...file('UNREADABLE_PICTURE') });
  });

  it('when it decompresses to more than the maximum', async () => {
    const small = bomb();
    expect(small.length).toBeLessThan(1024 * 1024);
    expect(await refused(small)).toEqual({ status: 422, ...file('UNREADABLE_PICTURE') });
  });

  it('when it is larger than the settings allow', async () => {
    const large = Buffer.concat([await plainPicture(), Buffer.alloc(1024 * 1024)]);
    expect(await refused(large)).toEqual({ status: 413, ...file('TOO_LARGE') });
  });

  it.each([
    ['no form at all', 'application/json', '{}', 400],
    ['a form without a file', 'multipart/form-data; boundary=b', '--b--\r\n', 400],
    ['a form that breaks off', 'multipart/form-data; boundary=b', '--b\r\nContent-Dispo', 400],
    ['a form without a boundary', 'multipart/form-data', 'x', 400],
    ['the bare bytes', 'image/jpeg', 'x', 415],
  ])('when it is sent as %s', async (_what, type, body, status) => {
    const headers = { 'content-type': type };
    const init = { method: 'POST', body, headers };
    const response = await album.fetch(ownerToken, '/photos', init);
    const code = status === 415 ? 'BAD_REQUEST' : 'VALIDATION_FAILED';
    expect(await refusal(response)).toMatchObject({ status, code });
  });

  it('when the caller is a visitor, has a revoked session, or is a client', async () => {
    const picture = await plainPicture();
    const visitor = { status: 401, code: 'UNAUTHENTICATED' };
    expect(await refusal(await album.upload(undefined, picture))).toEqual(visitor);
    const large = Buffer.alloc(8 * 1024 * 1024);
    expect(await refusal(await album.upload('jgs_unknown', large))).toEqual(visitor);
    const client = { status: 404, code: 'NOT_FOUND' };
    expect(await refusal(await album.upload('jgp_unknown', picture))).toEqual(client);
  });
});

describe('files without a photo', () => {
  it('are deleted within the hour when no photo uses the upload', async () => {
    const kept = album.kept();
    const uploadId = await uploaded(album, ownerToken, await plainPicture());
    const taken = await uploaded(album, ownerToken, await plainPicture());
    await addPhoto(taken);
    album.clock.advance(44 * 60_000);
    const late = await uploaded(album, ownerToken, await plainPicture());
    album.clock.advance(2 * 60_000);
    const { errors } = await addPhoto(uploadId);
    expect(errors?.[0]?.extensions.field).toBe('input.uploadId');
    await clean();
    await until(async () => !album.kept().some((name) => name.startsWith(uploadId)));
    expect(album.kept().filter((name) => name.startsWith(taken))).toHaveLength(3);
    expect(album.kept().filter((name) => name.startsWith(late))).toHaveLength(3);
    expect((await addPhoto(late)).errors).toBeUndefined();
    expect(album.kept().length).toBeLessThanOrEqual(kept.length + 6);
  });

  itInLongForm('are deleted after a crash during an upload', async () => {
    const uploadId = await uploaded(album, ownerToken, await plainPicture());
    const { orm, photos } = album.running.services;
    const [row] = await orm.em
      .fork()
      .execute<{ business_id: string }[]>('select business_id from photo_uploads where id = ?', [
        uploadId,
      ]);
    await photos.remove({ businessId: row?.business_id as string, id: uploadId });
    album.clock.advance(46 * 60_000);
    await clean();
    await until(async () => (await waiting()) === 0);
    expect(await failedJobs()).toEqual([]);
  });

  it('are deleted when the photo is removed, but not when the removal is rolled back', async () => {
    const uploadId = await uploaded(album, ownerToken, await plainPicture());
    const { photo } = (await addPhoto(uploadId)).data.addPhoto;
    const mine = () => album.kept().filter((name) => name.startsWith(photo.id));
    expect(mine()).toHaveLength(3);
    const tradie = await album.as('tradie');
    expect((await tradie(ops.RemovePhotoDocument, { id: photo.id })).errors).toHaveLength(1);
    await expect(removedButRolledBack(photo.id)).rejects.toThrow('The power fails.');
    await queueIsEmpty();
    expect(mine()).toHaveLength(3);
    expect((await owner(ops.RemovePhotoDocument, { id: photo.id })).errors).toBeUndefined();
    const response = await album.fetch(ownerToken, `/photos/${photo.id}/thumbnail`);
    expect(response.status).toBe(404);
    await until(async () => mine().length === 0);
  });

  const removedButRolledBack = async (id: string) => {
    const { orm, clock } = album.running.services;
    const [actor] = await orm.em.fork().execute<StaffPrincipal[]>(
      `select 'STAFF' as kind, m.role as audience, m.id as "staffId", m.business_id as "businessId", s.id as "sessionId"
       from staff_members m join staff_sessions s on s.staff_member_id = m.id
       where m.email = 'owner@demo.jobglass.test' and s.revoked_at is null limit 1`,
    );
    await changeInOneUnit(orm.em, actor as StaffPrincipal, clock, async (unit) => {
      await removePhoto(unit, id);
      await unit.em.flush();
      throw new Error('The power fails.');
    });
  };
  const queueIsEmpty = () =>
    until(async () => {
      const left = await queue(
        "select * from graphile_worker.jobs where task_identifier = 'remove_photo_bytes'",
      );
      return left.length === 0;
    });
  const queue = (sql: string) => album.running.services.orm.em.fork().execute(sql);
  const clean = () => queue("select graphile_worker.add_job('clean_photo_uploads')");
  const failedJobs = () =>
    queue(
      "select * from graphile_worker.jobs where task_identifier like '%photo%' and attempts > 0 and last_error is not null",
    );
});
