import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  animatedWebp,
  baselineJpeg,
  blankPng,
  disguisedAvif,
  gigabytePng,
  losslessWebp,
  progressiveJpeg,
} from '../fixtures/worst-files.js';
import { childrenOf } from '../harness/process-memory.js';
import { until } from '../harness/world.js';
import { TAKEN, UNREADABLE, UploadServer } from './upload-server.js';

/** An idle decoding process ends after ten seconds. */
const UNTIL_IDLE_SECONDS = 15;

let server: UploadServer;
beforeAll(async () => {
  server = await UploadServer.open('long_uploads');
});
afterAll(() => server.close());

const largest = blankPng({ side: 3_100, bits: 16, samples: 4, isInterlaced: true });

it('eight uploads of the maximum size do not affect others', async () => {
  for (const { status } of await server.uploadAtOnce(Array(8).fill(largest)))
    expect(status).toBe(201);
}, 120_000);

it('seven of the worst uploads and one of the maximum size do not affect others', async () => {
  const files = [...Array(7).fill(gigabytePng()), largest];
  expect(await server.uploadAtOnce(files)).toEqual([...Array(7).fill(UNREADABLE), TAKEN]);
});

it.each<[string, () => Promise<Buffer>]>([
  ['a palette', async () => blankPng({ side: 10_860, bits: 8, samples: 1, isInterlaced: true })],
  ['a progressive JPEG', () => progressiveJpeg(4_200, 4_000)],
  ['a large lossless WebP', () => losslessWebp(5_200)],
  ['an animated WebP', () => animatedWebp(3_600, 2)],
  ['an AVIF that calls itself HEIC', () => disguisedAvif(2_400)],
])('%s that is too expensive to decode is refused by its header', async (_, file) => {
  const [answer] = await server.uploadAtOnce([await file()]);
  expect(answer).toEqual(UNREADABLE);
});

it('a photo of 108 megapixels from a phone is accepted', async () => {
  expect(await server.upload(await baselineJpeg(12_000, 9_000))).toEqual(TAKEN);
});

it('refuses uploads past its capacity with a code, and accepts them a little later', async () => {
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
