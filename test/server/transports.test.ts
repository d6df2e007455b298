import { createHash } from 'node:crypto';
import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { PersistedQueries } from '../../src/server/graphql/documents/persisted-queries.js';
import { EventStream } from '../../src/server/subscriptions/event-stream.js';
import { readEvents } from '../harness/event-stream.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { sessionOf, socketUrl } from '../harness/live.js';
import { cookieOf } from '../harness/own-page.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
let ownerToken: string;
let clientToken: string;
let jobId: string;
beforeAll(async () => {
  world = await openWorld();
  ownerToken = await sessionOf(world, 'owner');
  owner = world.withToken(ownerToken);
  const job = await scheduledJob(owner);
  jobId = job.jobId;
  clientToken = (await shared(world, owner, job, ['STATUS'])).token;
});
afterAll(() => world.close());

type Headers = Record<string, string>;
type Result = { data?: never; errors?: { message: string; extensions: { code: string } }[] };

const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
const READ = 'query Read($id: ID!) { job(id: $id) { id title } }';
const PORTAL = '{ portal { business { name } } }';
const CHANGED = 'subscription { portalChanged { version } }';

async function post(body: unknown, headers: Headers = {}) {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** As urql sends queries by default. */
async function get(parameters: object, headers: Headers = {}) {
  const search = new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
  const response = await fetch(`${world.url}/graphql?${search}`, { headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const codesOf = ({ errors = [] }: Result) => errors.map(({ extensions }) => extensions.code);
const persistedQuery = (text: string) => ({
  version: 1,
  sha256Hash: createHash('sha256').update(text).digest('hex'),
});

describe('by GET', () => {
  it('staff and clients read, the first time and later', async () => {
    const accept = 'application/graphql-response+json, application/json, text/event-stream';
    for (let turn = 0; turn < 4; turn += 1) {
      const variables = { id: jobId };
      const asked = { query: READ, operationName: 'Read', variables };
      const { status, body } = await get(asked, { accept, ...bearer(ownerToken) });
      expect({ status, body }).toEqual({
        status: 200,
        body: { data: { job: { id: jobId, title: 'Fix the tap' } } },
      });
      const ofClient = await get({ query: PORTAL }, { accept, ...bearer(clientToken) });
      expect(ofClient.body.data.portal.business.name).toBeTruthy();
    }
  });

  it('a visitor reads without any header, unless the browser adds a session', async () => {
    const query = '{ me { kind } }';
    const cookie = await cookieOf(world, 'owner');
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await get({ query })).body).toEqual({ data: { me: { kind: 'VISITOR' } } });
      const forged = await get({ query }, { cookie, 'sec-fetch-site': 'same-site' });
      expect({ status: forged.status, codes: codesOf(forged.body) }).toEqual({
        status: 400,
        codes: ['VALIDATION_FAILED'],
      });
    }
  });

  it('nobody changes anything', async () => {
    for (const token of [ownerToken, clientToken])
      for (let turn = 0; turn < 2; turn += 1) {
        const { status, headers } = await get(
          { query: 'mutation { signOut }' },
          { 'apollo-require-preflight': '1', ...bearer(token) },
        );
        expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'POST' });
      }
    expect((await owner('{ me { kind } }')).errors).toBeUndefined();
  });

  it('parameters past their bounds are refused, however they are encoded', async () => {
    const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
    for (const variables of [`{"id":${deep}}`, `{"x":"%FF","id":${deep}}`]) {
      const search = `query=${encodeURIComponent(READ)}&variables=${encodeURIComponent(variables).replaceAll('%25FF', '%FF')}`;
      const response = await fetch(`${world.url}/graphql?${search}`, {
        headers: bearer(ownerToken),
      });
      expect(await response.text()).toContain('nested too deeply');
    }
  });
});

describe('persisted queries', () => {
  const asStaff = () => bearer(ownerToken);

  it('are asked for, sent once, and then found by POST and GET, also around Apollo', async () => {
    const text = 'query Persisted($id: ID!) { job(id: $id) { id } }';
    const extensions = { persistedQuery: persistedQuery(text) };
    const asked = { operationName: 'Persisted', variables: { id: jobId }, extensions };
    for (const send of [post, get]) {
      const { status, body } = await send(asked, asStaff());
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          errors: [
            {
              message: 'PersistedQueryNotFound',
              extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
            },
          ],
        },
      });
    }
    const data = { job: { id: jobId } };
    expect((await post({ ...asked, query: text }, asStaff())).body).toEqual({ data });
    const found = jest.spyOn(PersistedQueries.prototype, 'restore');
    for (const send of [post, post, get, get])
      expect((await send(asked, asStaff())).body).toEqual({ data });
    // Apollo's plugin was not asked.
    expect(found.mock.calls.length).toBeLessThanOrEqual(1);
    found.mockRestore();
    const others = await get(asked, bearer(clientToken));
    expect(codesOf(others.body)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  it('work with a portal link and by mutations, each audience by itself', async () => {
    const extensions = { persistedQuery: persistedQuery(PORTAL) };
    await post({ query: PORTAL, extensions }, bearer(clientToken));
    for (let turn = 0; turn < 3; turn += 1) {
      const { body } = await post({ extensions }, bearer(clientToken));
      expect(body.data.portal.business.name).toBeTruthy();
      expect(codesOf((await post({ extensions }, asStaff())).body)).toEqual([
        'PERSISTED_QUERY_NOT_FOUND',
      ]);
    }
    const mutation = String(ops.CreateClientDocument);
    const change = {
      extensions: { persistedQuery: persistedQuery(mutation) },
      variables: { input: { name: 'Percy' } },
    };
    await post({ ...change, query: mutation }, asStaff());
    const { body } = await post(change, asStaff());
    expect(body.data.createClient.client.name).toBe('Percy');
    expect((await get(change, asStaff())).status).toBe(405);
  });

  it('are stored only under their own hash, and only if they are valid', async () => {
    const { sha256Hash } = persistedQuery('{ me { kind } }');
    const wrong = [
      { query: READ, extensions: { persistedQuery: { version: 1, sha256Hash } } },
      { query: READ, extensions: { persistedQuery: { version: 2, sha256Hash } } },
      { extensions: { persistedQuery: { version: 1, sha256Hash: { $ne: 1 } } } },
      { extensions: { persistedQuery: 'all' } },
      { query: '{ none }', extensions: { persistedQuery: persistedQuery('{ none }') } },
    ];
    for (const each of wrong) {
      const { status, body } = await post({ ...each, variables: { id: jobId } }, asStaff());
      expect({ status, codes: codesOf(body) }).toEqual({
        status: 400,
        codes: [each.query === '{ none }' ? 'GRAPHQL_VALIDATION_FAILED' : 'VALIDATION_FAILED'],
      });
    }
    for (const text of ['{ me { kind } }', '{ none }']) {
      const extensions = { persistedQuery: persistedQuery(text) };
      expect(codesOf((await post({ extensions }, asStaff())).body)).toEqual([
        'PERSISTED_QUERY_NOT_FOUND',
      ]);
    }
  });

  it('take a bounded memory', () => {
    const queries = new PersistedQueries();
    for (let each = 0; each < 200; each += 1) {
      const text = `{ a${each} ${'x'.repeat(24_000)} }`;
      expect(queries.add(persistedQuery(text).sha256Hash, text)).toBeNull();
    }
    expect(queries.bytes).toBeLessThanOrEqual(2 * 1024 * 1024);
  });
});

describe('a batch', () => {
  const NOTE =
    'mutation ($id: ID!, $body: String!) { addNote(input: { jobId: $id, body: $body }) { note { body } } }';
  const NOTES = 'query ($id: ID!) { job(id: $id) { notes { body } } }';

  it('gets each result in its place, with changes made in order', async () => {
    const id = (await scheduledJob(owner)).jobId;
    const add = (body: string) => ({ query: NOTE, variables: { id, body } });
    const read = { query: NOTES, variables: { id } };
    const { status, headers, body } = await post(
      [add('one'), read, { query: '{ none }' }, add(''), add('two'), read, 7],
      bearer(ownerToken),
    );
    expect({ status, type: headers.get('content-type') }).toEqual({
      status: 200,
      type: 'application/json; charset=utf-8',
    });
    const [first, then, unknown, empty, , last, number] = body;
    expect(first.data.addNote.note.body).toBe('one');
    expect(then.data.job.notes).toEqual([{ body: 'one' }]);
    expect([unknown, empty, number].map(codesOf)).toEqual([
      ['GRAPHQL_VALIDATION_FAILED'],
      ['VALIDATION_FAILED'],
      ['BAD_REQUEST'],
    ]);
    expect(empty.errors[0].extensions).not.toHaveProperty('earlierCommitted');
    expect(last.data.job.notes.map((note: { body: string }) => note.body).sort()).toEqual([
      'one',
      'two',
    ]);
  });

  it('has a limit of operations, and the bounds and budget of one', async () => {
    const operation = { query: '{ me { kind } }' };
    const tooMany = await post(Array(11).fill(operation), bearer(ownerToken));
    expect(tooMany.status).toBe(400);
    expect(codesOf(tooMany.body)).toEqual(['VALIDATION_FAILED']);
    expect(tooMany.body.errors[0].message).toContain('at most 10');
    expect((await post(Array(10).fill(operation), bearer(ownerToken))).body).toHaveLength(10);
    expect((await post([], bearer(ownerToken))).status).toBe(400);
    const long = { query: `{ me { kind } } #${'x'.repeat(9_000)}` };
    expect((await post(Array(3).fill(long), bearer(ownerToken))).status).toBe(400);
    const tokens = { query: `{ me { ${'kind '.repeat(25)} } } ${'#\n'.repeat(5)}` };
    const many = { query: `{ ${'me { kind } '.repeat(28)} }${' '.repeat(10)}` };
    expect((await post(Array(10).fill(many), bearer(ownerToken))).body).toHaveLength(10);
    expect((await post(Array(10).fill(tokens))).body).toHaveLength(10);
  });

  it('is read with the session as it is after a change', async () => {
    const token = await sessionOf(world, 'admin');
    const read = { query: '{ jobs(first: 1) { nodes { id } } }' };
    const { body } = await post([read, { query: 'mutation { signOut }' }, read], bearer(token));
    expect(body.map(codesOf)).toEqual([[], [], ['UNAUTHENTICATED']]);
  });
});

it('a subscription over plain HTTP is refused with the place to subscribe', async () => {
  const accepts = ['*/*', 'application/json', 'application/graphql-response+json'];
  for (const accept of accepts)
    for (const send of [post, get]) {
      const { status, headers, body } = await send(
        { query: CHANGED },
        { accept, ...bearer(clientToken) },
      );
      expect(status).toBe(400);
      expect(headers.get('content-type')).toMatch(
        accept === '*/*' ? /^application\/json/ : new RegExp(`^${accept.replace('+', '\\+')}`),
      );
      expect(codesOf(body)).toEqual(['VALIDATION_FAILED']);
      expect(body.errors[0].message).toMatch(/WebSocket at \/graphql .* \/graphql\/stream/);
    }
});

it('a WebSocket takes the token in any usual spelling', async () => {
  const value = `Bearer ${clientToken}`;
  const params = [
    { authorization: value },
    { Authorization: value },
    { AUTHORIZATION: `bearer ${clientToken}` },
    { Authorization: clientToken },
    { authToken: clientToken },
    { token: value },
    { access_token: clientToken },
    { headers: { Authorization: value } },
  ];
  const before = world.running.services.live.open;
  const clients = params.map((connectionParams) =>
    createClient({ url: socketUrl(world), webSocketImpl: WebSocket, connectionParams }),
  );
  for (const client of clients)
    client.subscribe({ query: CHANGED }, { next() {}, error() {}, complete() {} });
  await until(() => world.running.services.live.open === before + params.length);
  for (const client of clients) await client.dispose();
  await until(() => world.running.services.live.open === before);
});

describe('server-sent events', () => {
  const open = () => world.running.services.live.open;

  it('carry changes, keep the connection alive, and end when the portal goes off', async () => {
    const live = await readEvents(world, clientToken, { query: CHANGED });
    expect(live.status).toBe(200);
    expect(live.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(live.headers.get('x-content-type-options')).toBe('nosniff');
    await until(() => open() === 1 && live.comments.length > 0);
    await owner(ops.UpdateSharingDocument, { jobId, items: ['SCHEDULE'] });
    const { event, data } = await live.next();
    expect({ event, data }).toEqual({
      event: 'next',
      data: { data: { portalChanged: { version: expect.any(Number) } } },
    });
    await owner(ops.SwitchPortalDocument, { on: false });
    const offAt = Date.now();
    await live.ended;
    expect(Date.now() - offAt).toBeLessThan(1_000);
    expect(await live.next()).toEqual({ event: 'complete', data: null });
    await owner(ops.SwitchPortalDocument, { on: true });
  });

  it('end at the server when the reader is gone', async () => {
    const live = await readEvents(world, clientToken, { query: CHANGED });
    await until(() => open() === 1);
    live.close();
    await until(() => open() === 0);
  });

  it('carry results and errors of everything else, also at /graphql', async () => {
    const at = { path: '/graphql', accept: 'text/event-stream, multipart/mixed' };
    const asked: [string | null, string, object][] = [
      [ownerToken, '{ me { kind } }', { data: { me: { kind: 'STAFF' } } }],
      [null, CHANGED, { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }],
      ['jgp_wrong', CHANGED, { errors: [{ extensions: { code: 'NOT_FOUND' } }] }],
      [ownerToken, '{ none }', { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }],
      [
        clientToken,
        'subscription {',
        { errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] },
      ],
    ];
    for (const [token, query, data] of asked)
      for (const way of [{}, at]) {
        const live = await readEvents(world, token, { query }, way);
        await live.ended;
        expect(live.events).toMatchObject([
          { event: 'next', data },
          { event: 'complete', data: null },
        ]);
      }
    const search = `/graphql/stream?query=${encodeURIComponent('mutation { signOut }')}`;
    const byGet = await readEvents(world, ownerToken, {}, { path: search, method: 'GET' });
    expect(byGet.status).toBe(405);
    const json = await readEvents(world, ownerToken, {}, { accept: 'application/json' });
    expect(json.status).toBe(406);
    const single = await readEvents(world, ownerToken, {}, { method: 'PUT' });
    expect(single.status).toBe(405);
  });

  it('are read only as fast as the reader takes them, and cut off when it takes nothing', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    try {
      let read = 0;
      const results = {
        next: async () => {
          read += 1;
          return { value: 'x'.repeat(100_000) };
        },
      };
      const response = { socket: { bytesWritten: 100 }, writableLength: 0 };
      const stream = new EventStream(results, response as never);
      for (let turn = 0; turn < 20; turn += 1) await setImmediate();
      expect(read).toBeLessThanOrEqual(1);
      expect(String(stream.read())).toMatch(/^:\n\nevent: next\ndata: x/);
      response.writableLength = 50;
      mock.timers.tick(12_000);
      response.writableLength = 40;
      mock.timers.tick(12_000);
      expect(stream.destroyed).toBe(false);
      mock.timers.tick(12_000);
      expect(stream.destroyed).toBe(true);
    } finally {
      mock.timers.reset();
    }
  });

  it('are bounded for each person, and end when the server stops', async () => {
    const query = 'subscription { sharePromptRaised { id } }';
    const supervisor = await sessionOf(world, 'supervisor');
    const streams = await Promise.all(
      Array.from({ length: 21 }, () => readEvents(world, supervisor, { query })),
    );
    const refused = await until(() => streams.filter(({ events }) => events.length === 2));
    await until(() => open() === 20 && streams.some(({ events }) => events.length === 2));
    expect(refused.length).toBeLessThanOrEqual(1);
    const mine = await readEvents(world, ownerToken, { query });
    await until(() => open() === 21);
    const [full] = streams.filter(({ events }) => events.length > 0);
    expect(full?.events[0]?.data?.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
    full?.close();
    const stopped = world.running.stop();
    await Promise.all([mine.ended, ...streams.map(({ ended }) => ended)]);
    // Without `complete`, so that a reader connects again.
    expect(mine.events).toEqual([]);
    await stopped;
  });
});
