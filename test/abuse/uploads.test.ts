import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOf } from '../harness/process-memory.js';
import { until } from '../harness/world.js';
import {
  animatedWebp,
  baselineJpeg,
  blankPng,
  disguisedAvif,
  losslessWebp,
  progressiveJpeg,
} from '../photos/worst-files.js';
import { UploadServer } from './upload-server.js';

/** An idle decoding process is ended after ten seconds. */
const UNTIL_IDLE_SECONDS = 15;
const UNREADABLE = { status: 422, reason: 'UNREADABLE_PICTURE' };
const TAKEN = { status: 201, reason: undefined };

let server: UploadServer;
beforeAll(async () => {
  server = await UploadServer.open('uploads');
});
afterAll(() => server.close());

it('eight of the worst uploads at once hurt nobody else', async () => {
  const gigabyte = blankPng({ side: 10_860, bits: 16, samples: 4, isInterlaced: true });
  expect(gigabyte.length).toBeLessThan(1_000_000);
  const largest = blankPng({ side: 3_100, bits: 16, samples: 4, isInterlaced: true });
  const files = [...Array(7).fill(gigabyte), largest];
  expect(await server.uploadAtOnce(files)).toEqual([...Array(7).fill(UNREADABLE), TAKEN]);
});

it.each<[string, () => Promise<Buffer>]>([
  ['a palette', async () => blankPng({ side: 10_860, bits: 8, samples: 1, isInterlaced: true })],
  ['a progressive JPEG', () => progressiveJpeg(4_200, 4_000)],
  ['a large lossless WebP', () => losslessWebp(5_200)],
  ['an animated WebP', () => animatedWebp(3_600, 2)],
  ['an AVIF that calls itself HEIC', () => disguisedAvif(2_400)],
])('%s that costs too much is refused by its header', async (_, file) => {
  const [answer] = await server.uploadAtOnce([await file()]);
  expect(answer).toEqual(UNREADABLE);
});

it('a photo of 108 megapixels as a phone takes it is taken', async () => {
  expect(await server.upload(await baselineJpeg(12_000, 9_000))).toEqual(TAKEN);
});

it('takes no file of another kind, whatever it is glued to', async () => {
  const jpeg = await baselineJpeg(200, 100);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  const tiff = Buffer.from('49492a0008000000', 'hex');
  const gif = Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00', 'latin1');
  for (const file of [svg, tiff, gif, Buffer.from('%PDF-1.7'), Buffer.concat([svg, jpeg])])
    expect(await server.upload(file)).toEqual({ status: 415, reason: 'NOT_A_PICTURE' });
  for (const file of [jpeg.subarray(0, 300), Buffer.concat([jpeg.subarray(0, 3), svg])])
    expect(await server.upload(file)).toEqual(UNREADABLE);
});

it('refuses with a code what it has no room for, and takes it a little later', async () => {
  const png = blankPng({ side: 1_000, bits: 16, samples: 4, isInterlaced: true });
  const answers = await Promise.all(Array.from({ length: 24 }, () => server.upload(png)));
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) expect(answer).toEqual({ status: 429, reason: 'RATE_LIMITED' });
  expect(await server.upload(png)).toEqual(TAKEN);
});

it('leaves no process and no file behind', async () => {
  expect(readdirSync(join(server.folder, 'uploads'))).toEqual([]);
  await until(() => childrenOf(server.pid).length === 0, UNTIL_IDLE_SECONDS);
});
