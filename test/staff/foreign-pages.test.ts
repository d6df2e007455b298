import { WebSocket } from 'ws';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { cookieOf, FROM_OWN_PAGE, type HttpAnswer, post, request } from '../harness/own-page.js';
import { openWorld, type World } from '../harness/world.js';
import { written } from '../roles/written.js';

// What a page of another site can make a browser send, with the cookie, as if SameSite did not exist.
const CHANGE = 'mutation { createClient(input: { name: "Mallory" }) { client { id } } }';
const READ = '{ clients { nodes { name } } }';
const SIGN_IN = JSON.stringify({ email: 'admin@demo.jobglass.test', password: DEMO_PASSWORD });

let world: World;
let cookie: string;
let own: string;
beforeAll(async () => {
  // That the other site may call the API with a token gives it nothing of the cookie.
  world = await openWorld({ allowedOrigins: ['https://evil.example'] });
  cookie = await cookieOf(world, 'owner');
  own = world.url;
});
afterAll(() => world.close());

const body = JSON.stringify({ query: CHANGE });
const query = encodeURIComponent(READ);
const FOREIGN = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
const NEIGHBOUR = { origin: 'http://127.0.0.1:9', 'sec-fetch-site': 'same-site' };
const LOCAL_FILE = { origin: 'null', 'sec-fetch-site': 'cross-site' };
const JSON_TYPE = { 'content-type': 'application/json' };

const send = (path: string, method: string, headers: Record<string, string>, sent?: string) =>
  request(world, path, { method, headers: { cookie, ...headers }, body: sent });

const ATTEMPTS: [string, () => Promise<HttpAnswer>][] = [
  [
    'a form with text/plain',
    () => send('/graphql', 'POST', { ...FOREIGN, 'content-type': 'text/plain' }, body),
  ],
  [
    'a form with urlencoded fields',
    () =>
      send(
        '/graphql',
        'POST',
        { ...FOREIGN, 'content-type': 'application/x-www-form-urlencoded' },
        `query=${encodeURIComponent(CHANGE)}`,
      ),
  ],
  [
    'a form of a sandboxed page',
    () => send('/graphql', 'POST', { ...LOCAL_FILE, ...JSON_TYPE }, body),
  ],
  ['a fetch with JSON', () => send('/graphql', 'POST', { ...FOREIGN, ...JSON_TYPE }, body)],
  ['a fetch of an old browser', () => send('/graphql', 'POST', JSON_TYPE, body)],
  [
    'a fetch of another site that could send our header',
    () => send('/graphql', 'POST', { ...FOREIGN, ...JSON_TYPE, ...FROM_OWN_PAGE }, body),
  ],
  [
    'the same of another host of our domain',
    () => send('/graphql', 'POST', { ...NEIGHBOUR, ...JSON_TYPE, ...FROM_OWN_PAGE }, body),
  ],
  [
    'the same without Sec-Fetch-Site',
    () =>
      send(
        '/graphql',
        'POST',
        { origin: 'https://evil.example', ...JSON_TYPE, ...FROM_OWN_PAGE },
        body,
      ),
  ],
  ['an image with a query', () => send(`/graphql?query=${query}`, 'GET', FOREIGN)],
  [
    'a link with a query',
    () => send(`/graphql?query=${query}`, 'GET', { 'sec-fetch-site': 'none' }),
  ],
  [
    'a script with a query, its header and no preflight',
    () =>
      send(`/graphql?query=${query}`, 'GET', { ...FOREIGN, 'apollo-require-preflight': 'true' }),
  ],
  [
    'an upload',
    () =>
      send(
        '/photos',
        'POST',
        { ...FOREIGN, 'content-type': 'multipart/form-data; boundary=x' },
        '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nno\r\n--x--\r\n',
      ),
  ],
  [
    'a form that signs in as somebody else',
    () => send('/session', 'POST', { ...FOREIGN, 'content-type': 'text/plain' }, SIGN_IN),
  ],
  ['a fetch that signs in', () => send('/session', 'POST', { ...FOREIGN, ...JSON_TYPE }, SIGN_IN)],
  ['a fetch that signs out', () => send('/session', 'DELETE', { ...FOREIGN, ...FROM_OWN_PAGE })],
];

describe('a page of another site', () => {
  it.each(ATTEMPTS)('changes and reads nothing by %s', async (_how, attempt) => {
    const before = await written(world);
    const { status, text, setCookie } = await attempt();
    expect(text).not.toContain('"data":{');
    expect(text).not.toContain('Casey');
    expect(JSON.parse(text).errors).toHaveLength(1);
    expect({ status, setCookie }).toEqual({ status: expect.any(Number), setCookie: null });
    expect(await written(world)).toEqual(before);
  });

  it('gets no permission by a preflight, and one that may call the API none for the cookie', async () => {
    const preflight = async (from: Record<string, string>) => {
      const { headers } = await fetch(`${world.url}/graphql`, {
        method: 'OPTIONS',
        headers: {
          ...from,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-jobglass-session',
        },
      });
      return ['origin', 'headers', 'credentials'].map((name) =>
        headers.get(`access-control-allow-${name}`),
      );
    };
    expect(await preflight(NEIGHBOUR)).toEqual([null, 'content-type', null]);
    expect(await preflight(LOCAL_FILE)).toEqual([null, 'content-type', null]);
    expect(await preflight(FOREIGN)).toEqual([FOREIGN.origin, 'content-type', null]);
  });

  it('sees no photo and no logo in an image', async () => {
    const { rows } = await world.sql(
      `select p.id, b.logo_url from photos p join businesses b on b.id = p.business_id
       where b.slug = 'bright-spark' and p.thumbnail_url is not null limit 1`,
    );
    const paths = [`/photos/${rows[0]?.id}/thumbnail`, rows[0]?.logo_url].filter(Boolean);
    for (const path of paths as string[]) {
      expect((await send(path, 'GET', FROM_OWN_PAGE)).status).toBe(200);
      const without: Record<string, string>[] = [{}, FOREIGN, { 'sec-fetch-site': 'same-origin' }];
      for (const headers of without) expect((await send(path, 'GET', headers)).status).toBe(401);
    }
  });

  it('learns nothing by a WebSocket, and neither does the page of the portal', async () => {
    const SUBSCRIPTION = 'subscription { sharePromptRaised { id } }';
    const ask = { session: 'cookie' };
    const codes = await Promise.all([
      outcome(SUBSCRIPTION, ask, { cookie, origin: 'https://evil.example' }),
      outcome(SUBSCRIPTION, ask, { cookie, origin: 'http://127.0.0.1:9' }),
      outcome(SUBSCRIPTION, ask, { cookie, origin: 'null' }),
      outcome(SUBSCRIPTION, ask, { cookie }),
      outcome(SUBSCRIPTION, {}, { cookie, origin: own }),
    ]);
    expect(codes).toEqual(Array(5).fill('UNAUTHENTICATED'));
    expect(await outcome(SUBSCRIPTION, ask, { cookie, origin: own })).toBe('open');
  });
});

it('our own page does all of that', async () => {
  const asPage = { cookie, origin: own, 'sec-fetch-site': 'same-origin', ...FROM_OWN_PAGE };
  expect((await post(world, READ, asPage)).text).toContain('Casey');
  expect((await post(world, CHANGE, asPage)).text).toContain('"createClient":{');
});

/** Code of the error that a subscription ends with, or `open`. */
function outcome(
  subscription: string,
  params: object,
  headers: Record<string, string>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const { origin, ...others } = headers;
    const socket = new WebSocket(
      `${world.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
      { headers: others, origin },
    );
    const before = world.running.services.live.open;
    const poll = setInterval(() => {
      if (world.running.services.live.open > before) finish('open');
    }, 20);
    const finish = (what: string) => {
      clearInterval(poll);
      socket.close();
      resolve(what);
    };
    const tell = (message: object) => socket.send(JSON.stringify(message));
    socket.on('open', () => tell({ type: 'connection_init', payload: params }));
    socket.on('error', reject);
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data));
      if (type === 'connection_ack')
        tell({ type: 'subscribe', id: '1', payload: { query: subscription } });
      const errors = type === 'error' ? payload : payload?.errors;
      if (errors) finish(errors[0].extensions.code);
    });
  });
}
