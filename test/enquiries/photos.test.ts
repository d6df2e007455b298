import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bomb, cameraPicture, plainPicture, SECRETS } from '../fixtures/camera.js';
import { type Ask, tokenIn, until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { type Album, openAlbum, shared } from '../photos/album.js';

let album: Album;
let owner: Ask;
let ownerToken: string;
beforeAll(async () => {
  album = await openAlbum({ enquiriesPer10Minutes: 100 });
  ownerToken = await album.tokenOf('owner');
  owner = album.withToken(ownerToken);
});
afterAll(() => album.close());

/** Submits the form as a browser does: the photos after all fields. */
function send(name: string, pictures: Buffer[], fields: Record<string, string> = {}, to = album) {
  const body = new FormData();
  const right = { name, email: emailOf(name), phone: '', message: 'See the photos', website: '' };
  for (const [field, value] of Object.entries({ ...right, ...fields })) body.append(field, value);
  // A browser sends an empty file where none was chosen.
  if (pictures.length === 0) body.append('photos', new Blob([]), '');
  for (const picture of pictures)
    body.append('photos', new Blob([new Uint8Array(picture)]), 'IMG_0001.jpg');
  const url = `${to.url}/enquire/bright-spark`;
  return fetch(url, { method: 'POST', body, redirect: 'manual' });
}

const emailOf = (name: string) => `${name.toLowerCase()}@client.test`;

async function enquiryOf(name: string): Promise<string | undefined> {
  const { data } = await owner(ops.EnquiriesDocument, { first: 50 });
  return data.enquiries.nodes.find((enquiry) => enquiry.name === name)?.id;
}

async function photosOf(id: string | undefined) {
  const { data } = await owner(ops.EnquiryPhotosDocument, { id: id as string });
  return data.enquiry?.photos ?? [];
}

/** An enquiry with so many photos. */
async function sent(name: string, many = 1) {
  const pictures = await Promise.all(Array.from({ length: many }, () => plainPicture()));
  expect((await send(name, pictures)).status).toBe(303);
  const id = (await enquiryOf(name)) as string;
  const photos = await photosOf(id);
  expect(photos).toHaveLength(many);
  return { id, photos, paths: photos.map(({ displayUrl }) => displayUrl) };
}

const statusOf = async (token: string | undefined, path: string) =>
  (await album.fetch(token, path)).status;

async function stampOf(id: string): Promise<number> {
  const { rows } = await album.sql(
    'select extract(epoch from updated_at)::float8 as seconds from enquiries where id = $1',
    [id],
  );
  return Number(rows[0]?.seconds);
}

const keptOf = (id: string) => album.kept().filter((name) => name.startsWith(id));

async function waiting(): Promise<number> {
  const { rows } = await album.sql('select count(*)::int as many from photo_uploads');
  return Number(rows[0]?.many);
}

describe('a person who asks', () => {
  it('sends photos along, and where they were taken is not kept', async () => {
    const before = album.kept().length;
    expect((await send('Polly', [await cameraPicture(), await plainPicture('png')])).status).toBe(
      303,
    );
    const photos = await photosOf(await enquiryOf('Polly'));
    expect(photos).toMatchObject([
      { width: 800, height: 1600 },
      { width: 1600, height: 800 },
    ]);
    for (const { id, thumbnailUrl, displayUrl } of photos) {
      for (const path of [thumbnailUrl, displayUrl]) {
        const response = await album.fetch(ownerToken, path);
        expect(response.headers.get('content-type')).toBe('image/jpeg');
        expect(response.headers.get('cache-control')).toBe('private, no-store');
      }
      expect(await statusOf(ownerToken, `/enquiry-photos/${id}/original`)).toBe(404);
      expect(await statusOf(ownerToken, `/photos/${id}/display`)).toBe(404);
    }
    const kept = album.kept().filter((name) => photos.some(({ id }) => name.startsWith(id)));
    expect(kept).toHaveLength(6);
    expect(album.kept()).toHaveLength(before + 6);
    const { dataFolder } = album.running.services.config;
    const { rows } = await album.sql("select id from businesses where slug = 'bright-spark'");
    for (const name of kept) {
      const bytes = readFileSync(join(dataFolder, 'photos', String(rows[0]?.id), name), 'latin1');
      for (const secret of SECRETS) expect(bytes).not.toContain(secret);
    }
    expect(await waiting()).toBe(0);
  });

  it('sends none, by the same form', async () => {
    expect((await send('Nora', [])).status).toBe(303);
    expect(await photosOf(await enquiryOf('Nora'))).toEqual([]);
  });

  it.each<[string, () => Promise<Buffer[]>, RegExp]>([
    ['six', async () => Array(6).fill(await plainPicture()), /at most 5 photos/],
    ['no picture', async () => [await plainPicture(), Buffer.from('<svg/>')], /JPEG, PNG or WebP/],
    ['one that takes too much to open', async () => [bomb()], /far too large/],
    ['one of 11 MB', async () => [Buffer.alloc(11 * 1024 * 1024, 1)], /more than 10 MB/],
  ])('is told beside the field of %s, and nothing is kept', async (_what, pictures, sentence) => {
    const before = album.kept().length;
    const response = await send('Wendy', await pictures());
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toMatch(sentence);
    expect(page).toContain('<a href="#photos">');
    expect(page).toContain('id="photos-wrong"');
    expect(page).toContain('value="Wendy"');
    expect(await enquiryOf('Wendy')).toBeUndefined();
    expect(album.kept()).toHaveLength(before);
    expect(await waiting()).toBe(0);
    const { dataFolder } = album.running.services.config;
    expect(readdirSync(join(dataFolder, 'uploads'))).toEqual([]);
  });

  it('chooses the photos again after a mistake in another field, for which none was received', async () => {
    const before = album.kept().length;
    const response = await send('Mia', [await plainPicture()], { email: 'nowhere' });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('<a href="#email">');
    expect(page).toContain('Choose the photos again');
    expect(album.kept()).toHaveLength(before);
  });

  it('is no program: the photos of one that fills in every field are not kept', async () => {
    const before = album.kept().length;
    const response = await send('Bot', [await plainPicture()], { website: 'http://spam.test' });
    expect(response.status).toBe(303);
    expect(await enquiryOf('Bot')).toBeUndefined();
    expect(album.kept()).toHaveLength(before);
  });

  it('sends a bounded number of photos, whether or not they are received', async () => {
    const other = await openAlbum({ enquiriesPer10Minutes: 2 });
    const five = Array(5).fill(Buffer.from('no picture'));
    for (const status of [422, 422, 429]) {
      const response = await send('Max', five, {}, other);
      expect(response.status).toBe(status);
      expect((await response.text()).includes('Too many pictures from here')).toBe(status === 429);
    }
    expect((await send('Max', [], {}, other)).status).toBe(303);
    await other.close();
  });
});

describe('the photos of an enquiry', () => {
  it('are for those who answer enquiries, in their own business', async () => {
    const { photos, paths } = await sent('Iris');
    const { data } = await owner('query ($id: ID!) { node(id: $id) { __typename } }', {
      id: photos[0]?.id,
    });
    expect(data).toEqual({ node: { __typename: 'EnquiryPhoto' } });
    for (const path of paths) {
      expect(await statusOf(ownerToken, path)).toBe(200);
      expect(await statusOf(undefined, path)).toBe(401);
      for (const person of ['tradie', 'apprentice', 'finance', 'soletrader'])
        expect([person, await statusOf(await album.tokenOf(person), path)]).toEqual([person, 404]);
    }
  });

  it('are photos of the job once there is one, and the client sees none before its toggle is on', async () => {
    const { id, photos, paths } = await sent('Jobina', 2);
    const { data: made } = await owner(ops.ConvertEnquiryToQuoteDocument, { id });
    const quoteId = made.convertEnquiryToQuote.quote.id;
    await owner(ops.UpdateQuoteDocument, {
      input: { id: quoteId, lines: [{ description: 'A lamp', unitPriceCents: 10_000 }] },
    });
    const before = await stampOf(id);
    const { data } = await owner(ops.AcceptQuoteAndCreateJobDocument, { quoteId });
    const jobId = data.acceptQuoteAndCreateJob.job.id;
    const { rows } = await album.sql('select id::text, shared from photos where job_id = $1', [
      jobId,
    ]);
    expect(rows.map((row) => row.id).sort()).toEqual(photos.map((photo) => photo.id).sort());
    expect(rows.map((row) => row.shared)).toEqual([false, false]);
    expect(await photosOf(id)).toEqual([]);
    // Who follows changes learns that the enquiry has its photos no more.
    expect(await stampOf(id)).toBeGreaterThan(before);
    for (const path of paths) expect(await statusOf(ownerToken, path)).toBe(404);

    const startsAt = new Date(Date.now() + 86_400_000).toISOString();
    const endsAt = new Date(Date.now() + 90_000_000).toISOString();
    await owner(ops.ScheduleVisitDocument, { input: { jobId, startsAt, endsAt } });
    const token = await shared(album, owner, jobId, emailOf('Jobina'));
    const client = album.withToken(token);
    const shownTo = async () =>
      (await client(ops.ClientPhotosDocument)).data.portal?.job?.photos.map((photo) => photo.id);
    expect(await shownTo()).toEqual([]);
    const [first, second] = photos.map((photo) => photo.id) as [string, string];
    for (const photo of [first, second]) {
      expect(await statusOf(ownerToken, `/photos/${photo}/display`)).toBe(200);
      for (const size of ['thumbnail', 'display', 'original'])
        for (const path of [`/photos/${photo}/${size}`, `/enquiry-photos/${photo}/${size}`])
          expect([path, await statusOf(token, path)]).toEqual([path, 404]);
    }
    await owner(ops.SetPhotoSharingDocument, { photoId: first, shared: true });
    expect(await shownTo()).toEqual([first]);
    expect(await statusOf(token, `/photos/${first}/display`)).toBe(200);
    expect(await statusOf(token, `/photos/${second}/display`)).toBe(404);
  });

  it('are photos of the job as well that is made when the client accepts a quote with a deposit', async () => {
    const { id, photos } = await sent('Lina');
    const { data: made } = await owner(ops.ConvertEnquiryToQuoteDocument, { id });
    const quoteId = made.convertEnquiryToQuote.quote.id;
    const lines = [{ description: 'A lamp', unitPriceCents: 10_000 }];
    await owner(ops.UpdateQuoteDocument, { input: { id: quoteId, lines, depositPercent: 50 } });
    await owner(ops.SendQuoteDocument, { id: quoteId });
    const [mail] = await album.mailsTo(emailOf('Lina'), 1);
    const token = tokenIn(mail);
    const { errors } = await album.withToken(token)(ops.AcceptQuoteDocument, {
      quoteId,
      version: 1,
      name: 'Lina',
    });
    expect(errors).toBeUndefined();
    const { rows } = await album.sql(
      'select p.id::text, shared from photos p join quotes q using (job_id) where q.id = $1',
      [quoteId],
    );
    expect(rows).toEqual([{ id: photos[0]?.id, shared: false }]);
    expect(await statusOf(token, `/photos/${photos[0]?.id}/display`)).toBe(404);
  });

  it.each([
    ['is declined', (id: string) => owner(ops.DeclineEnquiryDocument, { id })],
    [
      'is of a client who is erased',
      async (id: string) => {
        const { data } = await owner(ops.AcceptEnquiryDocument, { id });
        const clientId = data.acceptEnquiry.enquiry.client?.id as string;
        return owner(ops.EraseClientDocument, { id: clientId, reason: 'Asked for it' });
      },
    ],
  ])('are removed with their bytes when it %s', async (how, removes) => {
    const { id, photos, paths } = await sent(`Gone${how.length}`, 2);
    expect(photos.flatMap((photo) => keptOf(photo.id))).toHaveLength(6);
    expect((await removes(id)).errors).toBeUndefined();
    for (const path of paths) expect(await statusOf(ownerToken, path)).toBe(404);
    await until(async () => photos.every((photo) => keptOf(photo.id).length === 0));
  });

  it('and it is found by its words, until it is erased', async () => {
    expect((await send('Fiona', [], { message: 'My café has no light' })).status).toBe(303);
    const found = async (search: string) =>
      (await owner(ops.EnquiriesFoundDocument, { search })).data.enquiries.nodes;
    expect(await found('cafe FIONA')).toEqual([{ name: 'Fiona' }]);
    expect(await found('fiona@client')).toEqual([{ name: 'Fiona' }]);
    expect(await found('Fiona bathroom')).toEqual([]);
    const id = (await enquiryOf('Fiona')) as string;
    const { data } = await owner(ops.AcceptEnquiryDocument, { id });
    const clientId = data.acceptEnquiry.enquiry.client?.id as string;
    await owner(ops.EraseClientDocument, { id: clientId, reason: 'Asked for it' });
    expect(await found('Fiona')).toEqual([]);
  });
});
