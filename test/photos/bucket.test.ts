import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError, loadConfig } from '../../src/config/config.js';
import { plainPicture } from '../fixtures/camera.js';
import { type Ask, until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { type Album, openAlbum, refusal, scheduledJob, uploaded } from './album.js';

const BUCKET = {
  JOBGLASS_SECRET: 'x'.repeat(32),
  PHOTO_S3_BUCKET: 'photos',
  PHOTO_S3_REGION: 'ap-southeast-2',
  PHOTO_S3_ENDPOINT: 'http://localhost:9000',
  PHOTO_S3_PATH_STYLE: 'true',
  PHOTO_S3_ACCESS_KEY_ID: 'key',
  PHOTO_S3_SECRET_ACCESS_KEY: 'secret',
};

describe('the settings of a bucket', () => {
  it('are read', () => {
    expect(loadConfig({ ...BUCKET, PHOTO_MAX_MB: '5' }).photos).toEqual({
      maxMegabytes: 5,
      s3: {
        bucket: 'photos',
        region: 'ap-southeast-2',
        endpoint: 'http://localhost:9000',
        pathStyle: true,
        key: { id: 'key', secret: 'secret' },
      },
    });
  });

  it.each([
    ['PHOTO_S3_BUCKET', { PHOTO_S3_BUCKET: '' }],
    ['PHOTO_S3_SECRET_ACCESS_KEY', { PHOTO_S3_SECRET_ACCESS_KEY: '' }],
    ['PHOTO_S3_ACCESS_KEY_ID', { PHOTO_S3_ACCESS_KEY_ID: '' }],
    ['PHOTO_S3_ENDPOINT', { PHOTO_S3_ENDPOINT: 'nowhere' }],
    ['PHOTO_MAX_MB', { PHOTO_MAX_MB: '0' }],
  ])('are refused with a sentence about %s', (name, change) => {
    const load = () => loadConfig({ ...BUCKET, ...change });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(new RegExp(`^${name} .*\\.$`));
  });
});

describe('photos stored in a bucket', () => {
  const objects = new Map<string, { body: Buffer; type: string | undefined }>();
  let isDown = false;
  let bucket: Server;
  let album: Album;
  let token: string;
  let owner: Ask;

  beforeAll(async () => {
    bucket = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray());
      const key = request.url?.split('?')[0] ?? '';
      const found = objects.get(key);
      const isOurs = request.headers.authorization?.includes('Credential=key/');
      if (isDown || !isOurs) return response.writeHead(403).end();
      if (request.method === 'PUT')
        objects.set(key, { body, type: request.headers['content-type'] });
      if (request.method === 'DELETE') objects.delete(key);
      if (request.method !== 'GET' && request.method !== 'HEAD') return response.end();
      if (!found) return response.writeHead(404).end();
      response.setHeader('content-length', found.body.length);
      return response.end(request.method === 'GET' ? found.body : undefined);
    });
    await new Promise<void>((done) => bucket.listen(0, '127.0.0.1', done));
    const { port } = bucket.address() as AddressInfo;
    const endpoint = `http://127.0.0.1:${port}`;
    const { photos } = loadConfig({ ...BUCKET, PHOTO_S3_ENDPOINT: endpoint });
    album = await openAlbum({ photos });
    token = await album.tokenOf('owner');
    owner = album.withToken(token);
  });
  afterAll(async () => {
    await album.close();
    bucket.closeAllConnections();
    await new Promise((done) => bucket.close(done));
  });

  const mine = (id: string) =>
    [...objects].filter(([key]) => key.startsWith('/photos/') && key.includes(id));

  it('are added and removed like those in a folder, which stays empty', async () => {
    const jobId = await scheduledJob(owner, 'bucket@client.test');
    const png = await plainPicture('png');
    const uploadId = await uploaded(album, token, png);
    await owner(ops.AddPhotoWithBytesDocument, { input: { jobId, uploadId } });
    expect(mine(uploadId).map(([, { type }]) => type)).toEqual([
      'image/jpeg',
      'image/jpeg',
      'image/png',
    ]);
    expect(album.kept()).toEqual([]);

    const original = await album.fetch(token, `/photos/${uploadId}/original`);
    expect(Buffer.from(await original.arrayBuffer()).equals(png)).toBe(true);
    const headers = { range: 'bytes=10-19' };
    const part = await album.fetch(token, `/photos/${uploadId}/original`, { headers });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer()).equals(png.subarray(10, 20))).toBe(true);

    await owner(ops.RemovePhotoDocument, { id: uploadId });
    await until(async () => mine(uploadId).length === 0);
  });

  it('are not found when the bucket has lost them', async () => {
    const jobId = await scheduledJob(owner, 'lost@client.test');
    const uploadId = await uploaded(album, token, await plainPicture());
    await owner(ops.AddPhotoWithBytesDocument, { input: { jobId, uploadId } });
    for (const [key] of mine(uploadId)) objects.delete(key);
    const response = await album.fetch(token, `/photos/${uploadId}/display`);
    expect(await refusal(response)).toEqual({ status: 404, code: 'NOT_FOUND' });
  });

  it('cause a server fault when the bucket does not answer, without details', async () => {
    isDown = true;
    const response = await album.upload(token, await plainPicture());
    isDown = false;
    const said = await refusal(response);
    expect(said).toEqual({ status: 500, code: 'INTERNAL_ERROR', requestId: expect.any(String) });
  });
});
