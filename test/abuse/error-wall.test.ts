import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import { socketUrl } from '../harness/live.js';
import { CALLERS, proveWorded, tryEveryMistake } from './mistakes.js';
import { answered, headersOf, post } from './senders.js';
import { type AbusedServer, openAbusedServer } from './server.js';

let server: AbusedServer;
beforeAll(async () => {
  server = await openAbusedServer();
}, 60_000);
afterAll(() => server.close());

// Each caller by one transport; `error-wall.long.ts` has all of them.
const TRANSPORT = { visitor: 'WebSocket', staff: 'POST', client: 'GET' } as const;
tryEveryMistake(
  () => server,
  CALLERS,
  (caller) => [TRANSPORT[caller]],
);

describe('staff who pass a cursor of another list', () => {
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
    ['an invalid year', cursor(['999999-02-03 00:00:00+00', id, 'share_prompts changedAt desc'])],
    ['no date', cursor(['NaN', id, 'share_prompts changedAt desc'])],
    ['a NUL', cursor(['a\0', id, 'jobs title asc'])],
    ['a text without end', 'x'.repeat(9_000)],
    ['no JSON', 'e30'],
  ])('(%s) get an error that says so', async (_, after) => {
    for (const selection of [PROMPTS, JOBS, JOBS.replace('(', '(orderBy: TITLE, ')]) {
      const { errors } = await post(server.url, server.tokens.staff, {
        query: `query ($after: String) ${selection}`,
        variables: { after },
      });
      expect(errors.map(({ extensions }) => extensions)).toMatchObject([
        { code: 'VALIDATION_FAILED', field: 'after' },
      ]);
    }
  });

  it('of another order get an error; with this order it works', async () => {
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
      expect(errors[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field: 'after' });
    }
  });
});

it('a NUL in an email address is refused with its field', async () => {
  const literal = 'mutation { signIn(email: "a\\u0000b@client.test", password: "p") { token } }';
  const { errors } = await post(server.url, null, { query: literal });
  expect(errors[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field: 'email' });
  const query = 'mutation ($email: String!) { signIn(email: $email, password: "p") { token } }';
  const variable = await post(server.url, null, { query, variables: { email: 'a\0' } });
  expect(variable.errors[0]?.extensions).toMatchObject({
    code: 'VALIDATION_FAILED',
    field: 'email',
  });
});

it.each(['__proto__', 'constructor', 'toString', '__defineGetter__', 'hasOwnProperty', '_whole'])(
  'a page under the alias %s returns the same every time',
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

it("a subscription over HTTP is the caller's error", async () => {
  const query = 'subscription { portalChanged { version } }';
  for (const caller of CALLERS) {
    const answer = await post(server.url, server.tokens[caller], { query });
    proveWorded(answer);
    expect(answer.status).toBe(400);
  }
});

describe('a refusal outside GraphQL', () => {
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

  it('for an unknown address has a code and a sentence', async () => {
    for (const [path, status] of PATHS) {
      const answer = await answered(await at(path));
      proveWorded(answer);
      expect({ path, status: answer.status }).toEqual({ path, status });
    }
  });

  it('for a body or a content type has a code and a sentence', async () => {
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

  it('for an incomplete request has a code and a sentence', async () => {
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

describe('an invalid WebSocket message', () => {
  const MESSAGES: [string, string][] = [
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a message that servers send', '{"type":"next","id":"1","payload":{}}'],
    ['an unknown type', '{"type":"nonsense"}'],
    ['a type that is an object', '{"type":{"__proto__":1}}'],
    ['an id without end', JSON.stringify({ type: 'complete', id: 'x'.repeat(5_000) })],
    [
      'unlimited nesting',
      `{"type":"ping","payload":{"a":${'['.repeat(9_000)}${']'.repeat(9_000)}}}`,
    ],
    ['no query', '{"type":"subscribe","id":"1","payload":{"query":1}}'],
  ];

  it.each(MESSAGES)(
    '(%s) closes the socket, is no server fault and reveals nothing',
    async (_, message) => {
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
    },
  );
});

it('none of these was logged as a server fault', () => {
  expect(server.output()).not.toContain('failed on our side');
});
