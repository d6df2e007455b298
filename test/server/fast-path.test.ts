import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { board } from '../../scripts/bench/workloads/board.js';
import { job } from '../../scripts/bench/workloads/job.js';
import { portal } from '../../scripts/bench/workloads/portal.js';
import { StatementGuard } from '../../src/database/reader/statement-guard.js';
import { OperationPlans } from '../../src/server/executor/plans.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { sessionOf } from '../harness/live.js';
import { enterWorld, openWorld, type World } from '../harness/world.js';

const now = new Date();
const clock = () => now;

// Two servers on one database: one uses the fast path, the other never does.
let quick: World;
let plain: World;
let tokens: { portalToken: string; ownerToken: string };
let jobId: string;
let ways: jest.SpyInstance;
beforeAll(async () => {
  const world = await openWorld();
  const owner = await world.as('owner');
  const made = await scheduledJob(owner);
  jobId = made.jobId;
  const { token } = await shared(world, owner, made, ['STATUS', 'SCHEDULE']);
  tokens = { portalToken: token, ownerToken: await sessionOf(world, 'owner') };
  const end = () => world.close();
  quick = await enterWorld(world.databaseUrl, {}, end, { clock });
  plain = await enterWorld(world.databaseUrl, {}, undefined, { clock, isPlanned: false });
  ways = jest.spyOn(OperationPlans.prototype, 'find');
}, 60_000);
afterAll(async () => {
  ways.mockRestore();
  await plain.close();
  await quick.close();
});
beforeEach(() => ways.mockClear());

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

async function send({ url }: World, { method = 'POST', path = '/graphql', headers, body }: Sent) {
  const response = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const sent = new Map(response.headers);
  for (const name of ['date', 'keep-alive', 'ratelimit']) sent.delete(name);
  const bytes = Buffer.from(await response.arrayBuffer()).toString('utf8');
  return { status: response.status, headers: [...sent].sort(), bytes };
}

/** Repeats the request and fails unless the responses equal Apollo's; returns how often the fast path answered. */
async function timesAround(sent: Sent): Promise<number> {
  const expected = await send(plain, sent);
  ways.mockClear();
  for (let turn = 0; turn < 4; turn += 1) expect(await send(quick, sent)).toEqual(expected);
  return ways.mock.results.filter(({ value }) => value !== null).length;
}

const as = (token: string, more: Record<string, string> = {}) => ({
  authorization: `Bearer ${token}`,
  ...more,
});
const PAGE_ACCEPTS =
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed';

it.each([portal, board, job])(
  'answers $name on the fast path, byte for byte and with the same headers',
  async (workload) => {
    const asked = { ...tokens, jobId } as never;
    const { headers, body } = workload.request('jobglass', asked, 0);
    for (const accept of ['*/*', PAGE_ACCEPTS]) {
      const sent = { headers: { ...headers, accept }, body };
      expect(await timesAround(sent)).toBeGreaterThanOrEqual(3);
    }
  },
);

const LINK = '{ portal { job { id title } } }';
const READ = 'query Read($id: ID!) { job(id: $id) { id title } }';

it('answers by operation name and with variables on the fast path', async () => {
  const headers = as(tokens.ownerToken);
  const body = { query: READ, operationName: 'Read', variables: { id: jobId } };
  expect(await timesAround({ headers, body })).toBeGreaterThanOrEqual(3);
  const bare = { query: LINK, operationName: null, variables: null };
  expect(await timesAround({ headers: as(tokens.portalToken), body: bare })).toBeGreaterThanOrEqual(
    3,
  );
});

it('answers what Apollo Client 4 sends, and conditions, around Apollo', async () => {
  const headers = as(tokens.ownerToken);
  const query =
    'query Read($id: ID!, $x: Boolean!) { job(id: $id) { id title @include(if: $x) notes @skip(if: $x) { body __typename } __typename } }';
  const extensions = { clientLibrary: { name: '@apollo/client', version: '4.0.0' } };
  for (const x of [true, false]) {
    const body = { operationName: 'Read', variables: { id: jobId, x }, extensions, query };
    expect(await timesAround({ headers, body })).toBeGreaterThanOrEqual(3);
  }
  // A condition without a value is refused in Apollo's words.
  await timesAround({ headers, body: { query, variables: { id: jobId } } });
});

const searchOf = (parameters: object) =>
  `/graphql?${new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )}`;

it('answers what urql sends by GET, and persisted queries, around Apollo', async () => {
  const sent = { query: READ, operationName: 'Read', variables: { id: jobId } };
  const headers = as(tokens.ownerToken, { accept: PAGE_ACCEPTS });
  const sha256Hash = createHash('sha256').update(READ).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  for (const world of [quick, plain]) await send(world, { headers, body: { ...sent, extensions } });
  const { query: _text, ...byHash } = { ...sent, extensions };
  for (const asked of [
    { headers, body: sent },
    { headers, body: byHash },
    { headers, method: 'GET', path: searchOf(sent) },
    { headers, method: 'GET', path: searchOf(byHash) },
    { headers: as(tokens.portalToken), method: 'GET', path: searchOf({ query: LINK }) },
  ])
    expect(await timesAround(asked)).toBeGreaterThanOrEqual(3);
});

it('says that there is no operation of that name', async () => {
  const body = { query: READ, operationName: 'Other', variables: { id: jobId } };
  const { status, bytes } = await send(quick, { headers: as(tokens.ownerToken), body });
  expect({ status, bytes }).toEqual({
    status: 400,
    bytes: expect.stringContaining('OPERATION_RESOLUTION_FAILURE'),
  });
});

it('reports errors like Apollo, each time', async () => {
  const headers = as(tokens.ownerToken);
  const known = { query: READ, variables: { id: jobId } };
  expect(await timesAround({ headers, body: known })).toBeGreaterThan(0);
  for (const variables of [
    { id: '00000000-0000-7000-8000-000000000000' },
    {},
    { id: [] },
    { id: null },
  ])
    await timesAround({ headers, body: { query: READ, variables } });
  for (const token of ['jgp_wrong', 'jgs_wrong', '']) {
    await timesAround({ headers: as(token), body: known });
    await timesAround({ headers: as(token), body: { query: LINK } });
  }
});

it('leaves introspection, conditions, mutations and unusual JSON to Apollo', async () => {
  const headers = as(tokens.ownerToken);
  const query = READ;
  const variables = { id: jobId };
  await timesAround({ headers, body: { query, variables } });
  const others: Sent[] = [
    { body: { query: '{ __schema { queryType { name } } }' } },
    { body: { query: 'mutation { nothingSuch }' } },
    { body: { query: 'subscription { nothingSuch }' } },
    { body: { query: '{ nothingSuch }' } },
    { body: { query, variables, extensions: { persistedQuery: { version: 1 } } } },
    { body: { query, variables, extensions: 'none' } },
    { body: { query, variables: { id: `${jobId}\0` } } },
    { body: { query, variables: [] } },
    { body: { query, variables: 'none' } },
    { body: { query, variables, operationName: '' } },
    { body: { query, variables, operationName: 'Other' } },
    { body: { query, variables, operationName: 7 } },
    { body: { query: '', variables } },
    { body: [{ query, variables }] },
    { body: JSON.stringify({ query, variables }), headers: { 'content-type': 'text/plain' } },
    { body: { query, variables }, headers: { accept: 'image/png' } },
    { method: 'GET', path: searchOf({ query, variables, operationName: '' }) },
    { method: 'GET', path: searchOf({ query, variables: '[]' }) },
    { method: 'GET', path: `${searchOf({ query, variables })}&query=${encodeURIComponent(query)}` },
    {
      method: 'GET',
      path: searchOf({ query: 'mutation { nothingSuch }' }),
      headers: { 'apollo-require-preflight': 'yes' },
    },
  ];
  for (const other of others) {
    const sent = { ...other, headers: { ...headers, ...other.headers } };
    expect({ other, around: await timesAround(sent) }).toEqual({ other, around: 0 });
  }
});

it('shows nothing more with a revoked link, on the fast path or not', async () => {
  const sent = { headers: as(tokens.portalToken), body: { query: LINK } };
  expect(await timesAround(sent)).toBeGreaterThan(0);
  await quick.sql('update businesses set client_portal_enabled = false');
  expect((await send(quick, sent)).bytes).toContain('NOT_FOUND');
  await timesAround(sent);
  await quick.sql('update businesses set client_portal_enabled = true');
});

describe('staff, who are read for as their last known principal,', () => {
  const BOARD = '{ jobs(first: 5) { nodes { id title internalNotes marginCents } } }';
  let who: string;
  const asWho = (query = BOARD, variables = {}) => ({
    headers: as(who),
    body: { query, variables },
  });

  /** Returns the response, and whether the statement guard held. */
  const asked = async (sent: Sent) => {
    const guarded = jest.spyOn(StatementGuard.prototype, 'guarded');
    const answer = await send(quick, sent);
    const proofs = guarded.mock.contexts.map((each) => (each as StatementGuard).holds);
    guarded.mockRestore();
    return { answer, proofs };
  };

  beforeEach(async () => {
    who = await sessionOf(quick, 'admin');
    for (let times = 0; times < 3; times += 1) await send(quick, asWho());
    const { answer, proofs } = await asked(asWho());
    expect(proofs).toEqual([true]);
    expect(answer.bytes).toContain('"title"');
  });

  const SESSION = '(select id from staff_sessions order by id desc limit 1)';
  const MEMBER = '(select staff_member_id from staff_sessions order by id desc limit 1)';

  it.each([
    ['signed out', `update staff_sessions set revoked_at = now() where id = ${SESSION}`],
    [
      'an expired session',
      `update staff_sessions set expires_at = '2020-01-01' where id = ${SESSION}`,
    ],
    [
      'left the business',
      `update staff_members set removed_at = now() where id = ${MEMBER}`,
      `update staff_members set removed_at = null where id = ${MEMBER}`,
    ],
  ])('are refused from the moment they have %s', async (_what, change, back?: string) => {
    await quick.sql(change);
    const { answer, proofs } = await asked(asWho());
    expect(proofs).toEqual([false]);
    expect(answer.bytes).toContain('UNAUTHENTICATED');
    expect(answer.bytes).not.toContain('"title"');
    expect(answer).toEqual(await send(plain, asWho()));
    // From then on the principal cache is empty.
    expect((await asked(asWho())).proofs).toEqual([]);
    if (back) await quick.sql(back);
  });

  it('see what their role may see from the moment it changes', async () => {
    const before = (await asked(asWho())).answer;
    await quick.sql(`update staff_members set role = 'TRADIE' where id = ${MEMBER}`);
    const { answer, proofs } = await asked(asWho());
    expect(proofs).toEqual([false]);
    expect(answer.bytes).not.toBe(before.bytes);
    expect(answer).toEqual(await send(plain, asWho()));
    await quick.sql(`update staff_members set role = 'ADMIN' where id = ${MEMBER}`);
    expect((await asked(asWho())).answer).toEqual(before);
  });

  it('learn at once that a job does not exist, and that a list is empty', async () => {
    const nothing = asWho(READ, { id: '00000000-0000-7000-8000-000000000000' });
    const none = asWho('{ jobs(filter: { search: "nothing is called so" }) { nodes { id } } }');
    for (const sent of [nothing, none]) {
      for (let times = 0; times < 2; times += 1) await send(quick, sent);
      const { answer, proofs } = await asked(sent);
      expect(proofs).toEqual([true]);
      expect(answer).toEqual(await send(plain, sent));
    }
  });

  it('are authenticated as usual if nothing of the business is read', async () => {
    const sent = asWho('{ visibilityMatrix { type field audiences } }');
    for (let times = 0; times < 4; times += 1) {
      const { answer, proofs } = await asked(sent);
      expect({ proofs, status: answer.status }).toEqual({ proofs: [], status: 200 });
    }
  });
});

it('answers a body that arrives in parts, and refuses one that is not JSON', async () => {
  const { host } = new URL(quick.url);
  const body = JSON.stringify({ query: READ, variables: { id: jobId } });
  const head = (length: number) =>
    `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nAccept: */*\r\nAuthorization: Bearer ${tokens.ownerToken}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`;
  const whole = await overSocket(quick.url, [head(body.length), body.slice(0, 7), body.slice(7)]);
  expect(whole).toContain(`{"data":{"job":{"id":"${jobId}"`);
  const broken = await overSocket(quick.url, [head(9), '{"query":']);
  expect(broken).toMatch(/^HTTP\/1.1 400 [\s\S]*BAD_REQUEST/);
});

/** Sends these parts one after the other; returns the response. */
async function overSocket(url: string, pieces: string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise(setImmediate);
  }
  return text(socket);
}
