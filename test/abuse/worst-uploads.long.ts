import { baselineJpeg, blankPng, gigabytePng } from '../fixtures/worst-files.js';
import { TAKEN, UNREADABLE, UploadServer } from './upload-server.js';

let server: UploadServer;
beforeAll(async () => {
  server = await UploadServer.open('uploads');
});
afterAll(() => server.close());

// `uploads.long.ts` has the largest files that are accepted, and all kinds that are refused.
it('eight of the worst uploads at once do not affect others', async () => {
  const large = blankPng({ side: 1_500, bits: 16, samples: 4, isInterlaced: true });
  expect(await server.uploadAtOnce([...Array(7).fill(gigabytePng()), large])).toEqual([
    ...Array(7).fill(UNREADABLE),
    TAKEN,
  ]);
});

it('a palette that is too expensive to decode is refused by its header', async () => {
  const palette = blankPng({ side: 10_860, bits: 8, samples: 1, isInterlaced: true });
  expect(await server.upload(palette)).toEqual(UNREADABLE);
});

it('a photo that is larger than other kinds may be is accepted from a phone', async () => {
  expect(await server.upload(await baselineJpeg(7_000, 4_000))).toEqual(TAKEN);
});

it('refuses files of other kinds, even when appended to an image', async () => {
  const jpeg = await baselineJpeg(200, 100);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  const tiff = Buffer.from('49492a0008000000', 'hex');
  const gif = Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00', 'latin1');
  for (const file of [svg, tiff, gif, Buffer.from('%PDF-1.7'), Buffer.concat([svg, jpeg])])
    expect(await server.upload(file)).toEqual({ status: 415, reason: 'NOT_A_PICTURE' });
  for (const file of [jpeg.subarray(0, 300), Buffer.concat([jpeg.subarray(0, 3), svg])])
    expect(await server.upload(file)).toEqual(UNREADABLE);
});
