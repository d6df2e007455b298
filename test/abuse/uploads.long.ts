import {
  animatedWebp,
  baselineJpeg,
  blankPng,
  disguisedAvif,
  gigabytePng,
  losslessWebp,
  progressiveJpeg,
} from '../fixtures/worst-files.js';
import { TAKEN, UNREADABLE, UploadServer } from './upload-server.js';

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
