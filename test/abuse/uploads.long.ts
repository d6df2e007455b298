import { blankPng } from '../photos/worst-files.js';
import { UploadServer } from './upload-server.js';

let server: UploadServer;
beforeAll(async () => {
  server = await UploadServer.open('long_uploads');
});
afterAll(() => server.close());

it('eight uploads that are each the most that is taken hurt nobody else', async () => {
  const png = blankPng({ side: 3_100, bits: 16, samples: 4, isInterlaced: true });
  for (const { status } of await server.uploadAtOnce(Array(8).fill(png))) expect(status).toBe(201);
}, 120_000);
