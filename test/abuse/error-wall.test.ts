import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import { CODES } from '../../src/visibility/refusals.js';
import { socketUrl } from '../harness/live.js';
import { withSchemaAlong } from '../harness/schema-along.js';
import { type Answered, answered, get, headersOf, post, type Sent, subscribe } from './senders.js';
import { type AbusedServer, openAbusedServer } from './server.js';

let server: AbusedServer;
beforeAll(async () => {
  server = await openAbusedServer();
}, 60_000);
afterAll(() => server.close());

const CALLERS = ['visitor', 'staff', 'client'] as const;
type Who = (typeof CALLERS)[number];

/** What is ours or graphql-js's own, and no caller's business. */
const INSIDES =
  /select |insert |relation|constraint|node_modules|\.[jt]s\b|\bat [\w.]+ \(|FST_|PostgreSQL|kysely|mikro|Did you mean|validationErrors|statusCode/i;

/** Every error has a code of ours and tells nothing of our insides. */
function proveWorded({ errors, text: body }: Answered): void {
  expect(errors.length).toBeGreaterThan(0);
  for (const { message, extensions } of errors) {
    expect(Object.keys(CODES)).toContain(extensions.code);
    expect(extensions.code).not.toBe('INTERNAL_ERROR');
    expect(message.length).toBeGreaterThan(10);
  }
  expect(body).not.toMatch(INSIDES);
}

const WAYS = { POST: post, GET: get, WebSocket: subscribe };

/** Mistakes that each have words of graphql-js, of class-validator or of PostgreSQL to give away. */
const MISTAKES: Record<string, Sent> = {
  'an unknown field': { query: '{ mee { kind } }' },
  'an unknown argument': { query: '{ jobs(frist: 1) { nodes { id } } }' },
  'an unknown enum value': { query: '{ jobs(orderBy: NEWEST_FIRTS) { nodes { id } } }' },
  'an unknown enum value in a variable': {
    query: 'query ($o: JobOrder) { jobs(orderBy: $o) { nodes { id } } }',
    variables: { o: 'NEWEST_FIRTS' },
  },
  'an unknown type': { query: 'query ($o: JobOrde) { jobs(orderBy: $o) { nodes { id } } }' },
  'an unknown input field': {
    query: 'query ($f: JobFilter) { jobs(filter: $f) { nodes { id } } }',
    variables: { f: { serach: 'x' } },
  },
  'a variable without its value': { query: 'query ($id: ID!) { job(id: $id) { id } }' },
  'a null that may not be': {
    query: 'query ($id: ID = "x") { job(id: $id) { id } }',
    variables: { id: null },
  },
  'no GraphQL': { query: '{ me { kind }' },
  'no such operation': { query: 'query A { me { kind } }', operationName: 'B' },
  'a number that is none': {
    query: 'query ($n: Int) { jobs(first: $n) { nodes { id } } }',
    variables: { n: 2 ** 40 },
  },
  'a NUL in a text': { query: '{ jobs(filter: { search: "a\\u0000b" }) { nodes { id } } }' },
  'a NUL in a variable': {
    query: 'query ($s: String) { jobs(filter: { search: $s }) { nodes { id } } }',
    variables: { s: 'a\0b' },
  },
};

/** The same with the schema asked for along, in the places where it may be asked for. */
const along = (query: string) => [
  withSchemaAlong(query),
  query.replace('{', '{ x: __type(name: "Job") { name }'),
  query.replace('{', '{ ... { __schema { queryType { name } } }'),
  `${query.replace('{', '{ ...Along')} fragment Along on Query { __schema { queryType { name } } }`,
];

describe.each(CALLERS)('a %s', (caller: Who) => {
  it.each(Object.entries(MISTAKES))('who sends %s learns nothing internal', async (_, sent) => {
    const token = server.tokens[caller];
    for (const [way, send] of Object.entries(WAYS)) {
      // By GET the operation's name would travel as well; the other two are enough for that.
      if (way === 'GET' && 'operationName' in sent) continue;
      proveWorded(await send(server.url, token, sent));
      for (const query of along(sent.query))
        proveWorded(await send(server.url, token, { ...sent, query }));
    }
  });

  it('who asks for the schema along with anything else is refused', async () => {
    const token = server.tokens[caller];
    const mixed = [
      ...along('{ me { kind } }'),
      '{ me { kind } __schema { queryType { name } } }',
      'query A { __schema { queryType { name } } } query B { me { kind } }',
      'mutation { signOut __schema { queryType { name } } }',
      'mutation { signOut __typename } fragment F on Query { __schema { queryType { name } } }',
      'subscription { portalChanged { job { id } } __schema { queryType { name } } }',
    ];
    for (const query of mixed)
      for (const send of [post, subscribe]) {
        const answer = await send(server.url, token, { query });
        proveWorded(answer);
        expect(answer.errors[0]?.extensions.code).toBe('VALIDATION_FAILED');
        expect(answer.text).not.toContain('"data"');
      }
  });

  it('who asks for nothing but the schema gets it, and errors as everywhere', async () => {
    const token = server.tokens[caller];
    const alone = '{ __typename __schema { queryType { name } } t: __type(name: "Job") { name } }';
    expect((await post(server.url, token, { query: alone })).text).toContain('"queryType"');
    const query = 'query ($n: String!) { __type(name: $n) { name } }';
    for (const variables of [{}, { n: 1 }, { n: null }])
      proveWorded(await post(server.url, token, { query, variables }));
    proveWorded(await post(server.url, token, { query: alone, operationName: 'Other' }));
  });
});

describe('staff who pass a cursor that is none of this list', () => {
  const cursor = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const id = '01a20d32-0000-7000-8000-000000000000';
  const list = 'jobs id desc';
  const PROMPTS = '{ sharePrompts(after: $after) { nodes { revision } } }';
  const JOBS = '{ jobs(after: $after) { nodes { id } } }';

  it.each([
    ['two parts', cursor(['x', id])],
    ['a number', cursor([1e300, id, list])],
    ['an object', cursor({ 0: id, 1: id, 2: list })],
    ['no value', cursor([null, id, list])],
    ['another list', cursor([id, id, 'clients id desc'])],
    ['a value of another type', cursor(['x', id, list])],
    ['a day that is none', cursor(['2026-02-30 00:00:00+00', id, 'share_prompts changedAt desc'])],
    [
      'a year that is none',
      cursor(['999999-02-03 00:00:00+00', id, 'share_prompts changedAt desc']),
    ],
    ['no date', cursor(['NaN', id, 'share_prompts changedAt desc'])],
    ['a NUL', cursor(['a\0', id, 'jobs title asc'])],
    ['a text without end', 'x'.repeat(9_000)],
    ['no JSON', 'e30'],
  ])('(%s) are told so', async (_, after) => {
    for (const selection of [PROMPTS, JOBS, JOBS.replace('(', '(orderBy: TITLE, ')]) {
      const { errors } = await post(server.url, server.tokens.staff, {
        query: `query ($after: String) ${selection}`,
        variables: { after },
      });
      expect(errors.map(({ extensions }) => extensions)).toEqual([
        { code: 'VALIDATION_FAILED', field: 'after' },
      ]);
    }
  });

  it('pass one of another order and are told so; of this order it works', async () => {
    const ask = async (query: string) => {
      const answer = await post(server.url, server.tokens.staff, { query });
      return { ...answer, cursors: /"endCursor":"([^"]+)"/.exec(answer.text) };
    };
    for (const order of ['TITLE', 'NEWEST_FIRST', 'OLDEST_FIRST']) {
      const page = (after: string) =>
        `{ jobs(first: 1, orderBy: ${order}${after}) { nodes { id } pageInfo { endCursor } } }`;
      const cursorOfPage = (await ask(page(''))).cursors?.[1];
      expect((await ask(page(`, after: "${cursorOfPage}"`))).errors).toEqual([]);
      const other = order === 'TITLE' ? 'NEWEST_FIRST' : 'TITLE';
      const { errors } = await ask(page(`, after: "${cursorOfPage}"`).replace(order, other));
      expect(errors[0]?.extensions).toEqual({ code: 'VALIDATION_FAILED', field: 'after' });
    }
  });
});

it('a NUL in an address is told where it is', async () => {
  const literal = 'mutation { signIn(email: "a\\u0000b@client.test", password: "p") { token } }';
  const { errors } = await post(server.url, null, { query: literal });
  expect(errors[0]?.extensions).toEqual({ code: 'VALIDATION_FAILED', field: 'email' });
  const query = 'mutation ($email: String!) { signIn(email: $email, password: "p") { token } }';
  const variable = await post(server.url, null, { query, variables: { email: 'a\0' } });
  expect(variable.errors[0]?.extensions).toEqual({ code: 'VALIDATION_FAILED', field: 'email' });
});

it.each(['__proto__', 'constructor', 'toString', '__defineGetter__', 'hasOwnProperty', '_whole'])(
  'a page under the name %s reads the same every time',
  async (name) => {
    const queries = [
      `{ jobs(first: 2) { ${name}: nodes { id } } }`,
      `{ jobs(first: 2) { nodes { ${name}: id title } } }`,
      `{ ${name}: jobs(first: 2) { nodes { id notes { ${name}: body } } } }`,
      `query ($${name}: Int) { jobs(first: $${name}) { nodes { id } } }`,
    ];
    for (const query of queries) {
      const first = await post(server.url, server.tokens.staff, { query });
      expect(first.errors).toEqual([]);
      expect(first.text).toContain(query.startsWith('query') ? '"id"' : `"${name}":`);
      for (let times = 0; times < 4; times += 1)
        expect((await post(server.url, server.tokens.staff, { query })).text).toBe(first.text);
    }
    const body = `{"query":"query ($n: Int) { jobs(first: $n) { nodes { id } } }","variables":{"n":1,"${name}":{"prototype":1}}}`;
    const first = await post(server.url, server.tokens.staff, body);
    for (let times = 0; times < 4; times += 1)
      expect((await post(server.url, server.tokens.staff, body)).text).toBe(first.text);
  },
);

/** Values in places where they do not fit, in documents and in variables. */
const MISPLACED: Sent[] = [
  { query: 'mutation { signIn(email: "a@b.test", password: {x: "hunter2"}) { token } }' },
  { query: 'mutation { signIn(email: "a@b.test", password: ["hunter2"]) { token } }' },
  { query: 'mutation { signIn(email: "a@b.test" "hunter2") { token } }' },
  { query: '{ jobs(first: "hunter2") { nodes { id } } }' },
  { query: '{ jobs(first: 4200000000042) { nodes { id } } }' },
  { query: '{ jobs(orderBy: "hunter2") { nodes { id } } }' },
  { query: '{ jobs(orderBy: hunter2) { nodes { id } } }' },
  { query: '{ jobs(filter: "hunter2") { nodes { id } } }' },
  { query: '{ jobs(filter: { search: { x: 1, y: "; hunter2" } }) { nodes { id } } }' },
  ...[{ x: 'a; b\\" at "c"; hunter2' }, ['hunter2'], 4_200_000_000_042].map((p) => ({
    query: 'mutation ($p: String!) { signIn(email: "a@b.test", password: $p) { token } }',
    variables: { p },
  })),
  { query: 'query ($n: Int) { jobs(first: $n) { nodes { id } } }', variables: { n: 'hunter2' } },
  {
    query: 'query ($o: JobOrder) { jobs(orderBy: $o) { nodes { id } } }',
    variables: { o: 'hunter2' },
  },
  {
    query:
      'mutation { scheduleVisit(input: { jobId: "x", startsAt: "2027-02-30hunter2", endsAt: true }) { visit { id } } }',
  },
  {
    query:
      'mutation ($at: DateTime!) { scheduleVisit(input: { jobId: "x", startsAt: $at, endsAt: $at }) { visit { id } } }',
    variables: { at: '2027-02-30hunter2' },
  },
];

it.each(MISPLACED)('a value that does not fit is not sent back (%j)', async (sent) => {
  for (const send of Object.values(WAYS)) {
    const answer = await send(server.url, server.tokens.staff, sent);
    proveWorded(answer);
    expect(answer.text).not.toMatch(/hunter2|4200000000042/);
  }
});

it('a subscription over HTTP is a mistake of its sender', async () => {
  const query = 'subscription { portalChanged { version } }';
  for (const caller of CALLERS) {
    const answer = await post(server.url, server.tokens[caller], { query });
    proveWorded(answer);
    expect(answer.status).toBe(400);
  }
});

describe('what is refused outside GraphQL', () => {
  const at = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init);
  const PATHS = [
    ['/enquire/%ff', 400],
    ['/%', 400],
    ['/assets/%ff', 400],
    ['/assets/..%2f..%2fpackage.json', 404],
    ['/nowhere', 404],
    [`/enquire/${'x'.repeat(500)}`, 414],
    ['/photos/1/large', 401],
    ['/dev/mailbox/00000000-0000-0000-0000-000000000000', 404],
    ['/dev/mailbox?to=%00', 400],
    ['/dev/mailbox.json?to=a&to=b', 400],
  ] as const;

  it('at an address that cannot be served has a code and a sentence', async () => {
    for (const [path, status] of PATHS) {
      const answer = await answered(await at(path));
      proveWorded(answer);
      expect({ path, status: answer.status }).toEqual({ path, status });
    }
  });

  it('of a body or a content type has a code and a sentence', async () => {
    const bodies: [string, string, string, number][] = [
      ['/graphql', 'application/json', '{"query":', 400],
      ['/graphql', 'application/json', '', 400],
      ['/graphql', 'application/json', '{"__proto__":{"x":1},"query":"{ me { kind } }"}', 400],
      ['/graphql', 'application/json', `"${'x'.repeat(100_000)}"`, 413],
      ['/graphql', 'application/xml', '<a/>', 415],
      ['/graphql', 'text/plain', '{ me { kind } }', 400],
      ['/graphql', 'nonsense', 'x', 415],
      ['/enquire/x', 'application/xml', '<a/>', 415],
      ['/photos', 'application/json', '{}', 401],
    ];
    for (const [path, type, body, status] of bodies) {
      const init = { method: 'POST', headers: { 'content-type': type }, body };
      const answer = await answered(await at(path, init));
      proveWorded(answer);
      expect({ type, status: answer.status }).toEqual({ type, status });
    }
    const photo = { method: 'POST', headers: headersOf(server.tokens.staff), body: 'x' };
    proveWorded(await answered(await at('/photos', photo)));
    for (const method of ['PUT', 'DELETE'])
      proveWorded(await answered(await at('/graphql', { method })));
  });

  const UPGRADE = 'Connection: Upgrade\r\nUpgrade: websocket';
  const KEY = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
  const UPGRADES = [
    UPGRADE,
    `${UPGRADE}\r\n${KEY}\r\nSec-WebSocket-Version: 99`,
    'Connection: Upgrade\r\nUpgrade: nonsense',
    `${UPGRADE}\r\n${KEY}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: a,,b`,
  ];

  it('before it is a request at all has a code and a sentence', async () => {
    const { hostname, port } = new URL(server.url);
    for (const [raw, status] of [
      [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
      ['NONSENSE\r\n\r\n', 400],
      [
        'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\nConnection: close\r\n\r\n',
        413,
      ],
      [
        'GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
        404,
      ],
      ...UPGRADES.map(
        (header) => [`GET /graphql HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n`, 400] as const,
      ),
    ] as const) {
      const socket = connect(Number(port), hostname);
      socket.write(raw);
      const whole = await text(socket);
      expect(whole).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      const body = whole.slice(whole.indexOf('\r\n\r\n') + 4);
      proveWorded({ status, text: body, errors: JSON.parse(body).errors });
    }
  });
});

describe('a WebSocket message that makes no sense', () => {
  const MESSAGES: [string, string][] = [
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a message that servers send', '{"type":"next","id":"1","payload":{}}'],
    ['an unknown type', '{"type":"nonsense"}'],
    ['a type that is an object', '{"type":{"__proto__":1}}'],
    ['an id without end', JSON.stringify({ type: 'complete', id: 'x'.repeat(5_000) })],
    [
      'a nesting without end',
      `{"type":"ping","payload":{"a":${'['.repeat(9_000)}${']'.repeat(9_000)}}}`,
    ],
    ['no query', '{"type":"subscribe","id":"1","payload":{"query":1}}'],
  ];

  it.each(MESSAGES)('(%s) closes it, is no fault of ours and tells nothing', async (_, message) => {
    const before = server.output();
    const socket = new WebSocket(socketUrl(server), 'graphql-transport-ws');
    const closed = new Promise<[number, string]>((resolve) =>
      socket.once('close', (code, reason) => resolve([code, String(reason)])),
    );
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send('{"type":"connection_init"}');
    socket.send(message);
    expect(await closed).toEqual([4400, 'Invalid message received']);
    expect(server.output()).toBe(before);
  });
});

it('none of it was logged as a fault of ours', () => {
  expect(server.output()).not.toContain('failed on our side');
});
