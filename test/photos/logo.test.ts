import { cameraPicture, SECRETS } from '../fixtures/camera.js';
import { type Ask, until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { type Album, openAlbum, scheduledJob, shared, uploaded } from './album.js';

let album: Album;
let ownerToken: string;
let owner: Ask;
let clientToken: string;
let client: Ask;
beforeAll(async () => {
  album = await openAlbum();
  ownerToken = await album.tokenOf('owner');
  owner = album.withToken(ownerToken);
  const jobId = await scheduledJob(owner, 'kim@client.test');
  clientToken = await shared(album, owner, jobId, 'kim@client.test');
  client = album.withToken(clientToken);
});
afterAll(() => album.close());

async function newLogo(): Promise<string> {
  const uploadId = await uploaded(album, ownerToken, await cameraPicture());
  const { data, errors } = await owner(ops.ChangeLogoDocument, { uploadId });
  expect(errors).toBeUndefined();
  expect(data.updateSiteSettings.business.logoUrl).toBe(`/logos/${uploadId}`);
  return data.updateSiteSettings.business.logoUrl as string;
}

const statusOf = async (token: string | undefined, path: string) =>
  (await album.fetch(token, path)).status;

describe('the logo of a business', () => {
  let logo: string;
  beforeAll(async () => {
    logo = await newLogo();
  });

  it('is visible to its staff and its clients, small and without metadata', async () => {
    const { data } = await client(ops.LogoOfPortalDocument);
    expect(data.portal?.business.logoUrl).toBe(logo);
    for (const token of [clientToken, ownerToken, await album.tokenOf('apprentice')]) {
      const answer = await album.fetch(token, logo);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/jpeg');
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1');
      expect(bytes.length).toBeGreaterThan(500);
      for (const secret of SECRETS) expect(bytes).not.toContain(secret);
    }
  });

  it('is not available to others, nor at another address', async () => {
    expect(await statusOf(undefined, logo)).toBe(401);
    expect(await statusOf('jgp_never-was', logo)).not.toBe(200);
    expect(await statusOf(await album.tokenOf('soletrader'), logo)).toBe(404);
    for (const size of ['original', 'display', 'thumbnail'])
      expect(await statusOf(ownerToken, `${logo.replace('logos', 'photos')}/${size}`)).toBe(404);
    for (const other of ['/logos/nothing', '/logos/..%2f..%2fsecret', `${logo}x`])
      expect(await statusOf(ownerToken, other)).toBe(404);
  });

  it('is hidden while the portal is off', async () => {
    await owner(ops.SwitchPortalDocument, { on: false });
    expect(await statusOf(clientToken, logo)).not.toBe(200);
    expect(await statusOf(ownerToken, logo)).toBe(200);
    await owner(ops.SwitchPortalDocument, { on: true });
    expect(await statusOf(clientToken, logo)).toBe(200);
  });

  it('can be changed only by those who run the business, and only to an upload of theirs', async () => {
    for (const person of ['supervisor', 'tradie'] as const) {
      const token = await album.tokenOf(person);
      const uploadId = await uploaded(album, token, await cameraPicture());
      const { errors } = await album.withToken(token)(ops.ChangeLogoDocument, { uploadId });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const taken = await owner(ops.ChangeLogoDocument, { uploadId });
      expect(taken.errors?.[0]?.extensions).toMatchObject({
        code: 'VALIDATION_FAILED',
        field: 'input.logoUploadId',
      });
    }
    const again = await owner(ops.ChangeLogoDocument, { uploadId: logo.split('/')[2] as string });
    expect(again.errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    expect(await statusOf(clientToken, logo)).toBe(200);
  });

  it('is deleted when it is replaced or removed', async () => {
    const next = await newLogo();
    expect(await statusOf(clientToken, logo)).toBe(404);
    expect(await statusOf(clientToken, next)).toBe(200);
    const { data } = await owner(ops.ChangeLogoDocument, { uploadId: null });
    expect(data.updateSiteSettings.business.logoUrl).toBeNull();
    expect(await statusOf(ownerToken, next)).toBe(404);
    for (const path of [logo, next]) {
      const id = path.split('/')[2] as string;
      await until(() => !album.kept().some((file) => file.includes(id)));
    }
  });
});
