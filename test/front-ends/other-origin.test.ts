import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { plainPicture } from '../fixtures/camera.js';
import { sentQuote } from '../harness/quotes.js';
import { type Ask, enterWorld } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { type Album, openAlbum, refusal, scheduledJob, shared, uploaded } from '../photos/album.js';

const APP = 'https://app.example';
const OTHER = 'https://other.example';
const MINUTE_MS = 60_000;

let album: Album;
let owner: Ask;
let ownerToken: string;
let clientToken: string;
let jobId: string;
let photoId: string;
const logged: string[] = [];
beforeAll(async () => {
  album = await openAlbum(
    { allowedOrigins: [APP, 'http://localhost:5173'], publicUrl: 'https://jobs.example' },
    { log: { level: 'info', stream: { write: (line) => void logged.push(line) } } },
  );
  ownerToken = await album.tokenOf('owner');
  owner = album.withToken(ownerToken);
  jobId = await scheduledJob(owner, 'kim@client.test');
  const uploadId = await uploaded(album, ownerToken, await plainPicture());
  const { data } = await owner(ops.AddPhotoWithBytesDocument, { input: { jobId, uploadId } });
  photoId = data.addPhoto.photo.id;
  await toggle(true);
  await sentQuote(owner, { jobId });
  clientToken = await shared(album, owner, jobId, 'kim@client.test');
}, 60_000);
afterAll(() => album.close());

const toggle = (on: boolean) => owner(ops.SetPhotoSharingDocument, { photoId, shared: on });

const READ = JSON.stringify({ query: '{ portal { job { title } } }' });

/** What a page of that origin sends, and what its script may read of the answer. */
async function fromPage(origin: string, path: string, init: RequestInit = {}) {
  const response = await fetch(`${album.url}${path}`, {
    ...init,
    headers: { origin, 'content-type': 'application/json', ...(init.headers as object) },
  });
  return {
    status: response.status,
    allowed: response.headers.get('access-control-allow-origin'),
    vary: response.headers.get('vary'),
    credentials: response.headers.get('access-control-allow-credentials'),
    exposed: response.headers.get('access-control-expose-headers'),
    headers: response.headers,
    body: await response.text(),
  };
}

const read = (origin: string) =>
  fromPage(origin, '/graphql', {
    method: 'POST',
    headers: { authorization: `Bearer ${clientToken}` },
    body: READ,
  });

/** The question that a browser asks before a request. */
const preflight = (origin: string, path: string, method: string, headers: string) =>
  fromPage(origin, path, {
    method: 'OPTIONS',
    headers: {
      'access-control-request-method': method,
      'access-control-request-headers': headers,
    },
  });

describe('a page of an allowed origin', () => {
  it('reads every answer, also that of the fast path and as the first to ask', async () => {
    for (const turn of [1, 2, 3, 4]) {
      const { status, allowed, vary, credentials, exposed, body } = await read(APP);
      expect({ turn, status, allowed, vary, credentials }).toEqual({
        ...{ turn, status: 200, allowed: APP, vary: 'Origin', credentials: null },
      });
      expect(body).toContain('Fix the roof');
      expect(exposed).toMatch(/retry-after/i);
      // Another origin gets neither its headers nor those of the answers before.
      expect((await read(OTHER)).allowed).toBeNull();
      expect((await read('http://localhost:5173')).allowed).toBe('http://localhost:5173');
    }
  });

  it.each([
    ['/graphql', 'POST', 'authorization,content-type,x-apollo-operation-name'],
    ['/graphql', 'GET', 'apollo-require-preflight,graphql-require-preflight,authorization'],
    ['/graphql', 'POST', 'apollographql-client-name,apollographql-client-version,traceparent'],
    ['/photos', 'POST', 'authorization'],
    ['/photos/x/display', 'GET', 'authorization,range'],
    ['/documents/x.pdf', 'GET', 'authorization'],
  ])('may send its request to %s by %s with %s', async (path, method, headers) => {
    const answer = await preflight(APP, path, method, headers);
    expect(answer).toMatchObject({ status: 204, allowed: APP, credentials: null });
    expect(answer.headers.get('access-control-allow-headers')).toBe(headers);
    expect(answer.headers.get('access-control-allow-methods')).toContain(method);
    expect(answer.headers.get('access-control-max-age')).toBe('7200');
    expect((await preflight(OTHER, path, method, headers)).allowed).toBeNull();
  });

  it('may not send the header of our own pages, nor use what is only for them', async () => {
    const answer = await preflight(APP, '/graphql', 'POST', 'content-type,X-Jobglass-Session');
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type');
    for (const path of ['/session', '/dev/mailbox.json', '/graphqlx', '/portal'])
      expect((await fromPage(APP, path)).allowed).toBeNull();
  });

  it('reads errors too: of GraphQL, of a body, of a photo, and of a request that is cut', async () => {
    const post = (body: string) => fromPage(APP, '/graphql', { method: 'POST', body });
    for (const [status, answer] of [
      [400, post('{')],
      [400, post('{"query":"{ nothing }"}')],
      [413, post(`{"query":"${' '.repeat(1_400_000)}"}`)],
      [401, fromPage(APP, `/photos/${photoId}/display`)],
      [401, fromPage(APP, '/photos', { method: 'POST', body: '{}' })],
      [404, fromPage(APP, '/photos')],
    ] as const)
      expect(await answer).toMatchObject({ status, allowed: APP, vary: /Origin/ });
  });

  it('reads the answer to a request that could not be read to its end', async () => {
    const socket = connect(Number(new URL(album.url).port), '127.0.0.1');
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nOrigin: ${APP}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\nnonsense\r\n`,
    );
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain(`Access-Control-Allow-Origin: ${APP}`);
  });
});

it('all origins may call where the setting is *, and with a token only', async () => {
  const inAll = await enterWorld(album.databaseUrl, { allowedOrigins: ['*'] });
  const request = { method: 'POST', headers: { origin: OTHER }, body: READ };
  const open = await fetch(`${inAll.url}/graphql`, request);
  expect(open.headers.get('access-control-allow-origin')).toBe('*');
  expect(open.headers.get('access-control-allow-credentials')).toBeNull();
  await inAll.close();
});

const SIGNED = `{ portal {
  job {
    photos { thumbnailUrl displayUrl signedThumbnailUrl signedDisplayUrl signedOriginalUrl }
    quotes { documentUrl signedDocumentUrl }
    invoices { signedDocumentUrl signedReceiptUrl }
  }
  business { logoUrl signedLogoUrl }
} }`;

interface Photo {
  thumbnailUrl: string;
  displayUrl: string;
  signedThumbnailUrl: string;
  signedDisplayUrl: string;
  signedOriginalUrl: string | null;
}
interface Signed {
  portal: {
    job: { photos: Photo[]; quotes: { documentUrl: string; signedDocumentUrl: string }[] };
    business: { logoUrl: string | null; signedLogoUrl: string | null };
  };
}

const signedFor = async (token: string): Promise<Signed['portal']> => {
  const { data, errors } = await album.withToken(token)<Signed, object>(SIGNED);
  expect(errors).toBeUndefined();
  return data.portal;
};

const photoOf = async (token: string) => (await signedFor(token)).job.photos[0] as Photo;
/** Fetches an absolute address from the server of this test, as an `<img>` does. */
const open = (address: string, init: RequestInit = {}) =>
  fetch(address.replace('https://jobs.example', album.url), init);
const statusOf = async (address: string) => {
  const response = await open(address);
  await response.arrayBuffer();
  return response.status;
};

describe('a signed address', () => {
  it('shows a photo and a document without a token, on every origin, kept by the browser for a minute', async () => {
    const { job } = await signedFor(clientToken);
    const [photo] = job.photos;
    const [quote] = job.quotes;
    expect(photo?.signedOriginalUrl).toBeNull();
    expect(photo?.signedDisplayUrl).toMatch(
      new RegExp(`^https://jobs\\.example${photo?.displayUrl}\\?access=[\\w-]{100,200}$`),
    );
    for (const [address, type] of [
      [photo?.signedThumbnailUrl, 'image/jpeg'],
      [photo?.signedDisplayUrl, 'image/jpeg'],
      [quote?.signedDocumentUrl, 'application/pdf'],
    ]) {
      const response = await open(address as string);
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        ...{ 'content-type': type, 'cache-control': 'private, max-age=60', vary: 'Origin' },
        ...{ 'cross-origin-resource-policy': 'cross-origin', 'referrer-policy': 'no-referrer' },
      });
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(500);
    }
    // With a token the answer is as before.
    const byToken = await album.fetch(clientToken, photo?.displayUrl as string);
    expect(byToken.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(byToken.headers.get('vary')).toBe('authorization, cookie, x-jobglass-session, Origin');
    await byToken.arrayBuffer();
  });

  it('can be fetched in part, and asked for by HEAD', async () => {
    const { signedDisplayUrl } = await photoOf(clientToken);
    const part = await open(signedDisplayUrl, { headers: { range: 'bytes=0-9' } });
    expect(part.status).toBe(206);
    expect((await part.arrayBuffer()).byteLength).toBe(10);
    expect((await open(signedDisplayUrl, { method: 'HEAD' })).status).toBe(200);
  });

  it('holds no token and is written to no log', async () => {
    const { signedDisplayUrl } = await photoOf(clientToken);
    expect(signedDisplayUrl).not.toContain('jgp_');
    await statusOf(signedDisplayUrl);
    const access = new URL(signedDisplayUrl).searchParams.get('access') as string;
    const lines = logged.join('');
    expect(lines).toContain('access=[redacted]');
    expect(lines).not.toContain(access);
  });

  it('works for its path, holder and time only', async () => {
    const { signedDisplayUrl, displayUrl, thumbnailUrl } = await photoOf(clientToken);
    const original = displayUrl.replace('display', 'original');
    for (const changed of [
      signedDisplayUrl.replace(displayUrl, thumbnailUrl),
      signedDisplayUrl.replace(displayUrl, original),
      signedDisplayUrl.replace(/access=(.)/, (_, first) => `access=${first === '_' ? '-' : '_'}`),
      signedDisplayUrl.slice(0, -2),
      signedDisplayUrl.replace(/access=.*/, 'access='),
    ])
      expect(await statusOf(changed)).toBe(404);
    expect(await statusOf(signedDisplayUrl.replace(/access=.*/, ''))).toBe(401);

    album.clock.advance(4 * MINUTE_MS);
    expect(await statusOf(signedDisplayUrl)).toBe(200);
    album.clock.advance(6 * MINUTE_MS);
    expect(await refusal(await open(signedDisplayUrl))).toEqual({
      ...{ status: 401, code: 'UNAUTHENTICATED' },
    });
    expect(await statusOf((await photoOf(clientToken)).signedDisplayUrl)).toBe(200);
  });

  it('lives as long as was asked for, within bounds, and stays the same for half of it', async () => {
    const client = album.withToken(clientToken);
    const briefly = (seconds: number) =>
      client<Signed, object>(
        `{ portal { job { photos { signedDisplayUrl(lifetimeSeconds: ${seconds}) } } } }`,
      );
    const { data } = await briefly(60);
    const address = data.portal.job.photos[0]?.signedDisplayUrl as string;
    expect(await statusOf(address)).toBe(200);
    album.clock.advance(MINUTE_MS);
    expect(await statusOf(address)).toBe(401);
    expect((await briefly(601)).errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');

    const first = await photoOf(clientToken);
    const toEdgeMs = 300_000 - (album.clock.now().getTime() % 300_000);
    if (toEdgeMs > 5_000) expect(await photoOf(clientToken)).toEqual(first);
    album.clock.advance(toEdgeMs);
    expect((await photoOf(clientToken)).signedDisplayUrl).not.toBe(first.signedDisplayUrl);
  });

  it('is refused at once when its holder may no longer see the photo', async () => {
    const { signedDisplayUrl } = await photoOf(clientToken);
    await toggle(false);
    expect(await statusOf(signedDisplayUrl)).toBe(404);
    await toggle(true);
    expect(await statusOf(signedDisplayUrl)).toBe(200);
    await owner(ops.SwitchPortalDocument, { on: false });
    expect(await statusOf(signedDisplayUrl)).toBe(404);
    await owner(ops.SwitchPortalDocument, { on: true });
    const { data } = await owner(ops.JobForStaffDocument, { id: jobId });
    for (const { id } of data.job?.portalLinks ?? [])
      await owner(ops.RevokePortalLinkDocument, { id });
    expect(await statusOf(signedDisplayUrl)).toBe(404);
  });

  it('of staff goes by their session and role, and by nothing of a publication', async () => {
    const token = await album.tokenOf('admin');
    const staff = album.withToken(token);
    type Job = { photos: Photo[]; publication: { job: { photos: Photo[] } } };
    const { data } = await staff<{ job: Job }, object>(
      `query ($id: ID!) { job(id: $id) { photos { displayUrl signedDisplayUrl signedOriginalUrl }
        publication { job { photos { signedDisplayUrl } } } } }`,
      { id: jobId },
    );
    const [photo] = data.job.photos;
    expect(photo?.signedDisplayUrl).toContain('?access=');
    expect(data.job.publication.job.photos[0]?.signedDisplayUrl).toBe(photo?.signedDisplayUrl);
    expect(await statusOf(photo?.signedOriginalUrl as string)).toBe(200);
    await staff('mutation { signOut }');
    expect(await statusOf(photo?.signedOriginalUrl as string)).toBe(401);
    const { rows } = await album.sql("select from publications where view::text like '%signed%'");
    expect(rows).toHaveLength(0);
  });
});
