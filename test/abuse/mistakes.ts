import { CODES } from '../../src/visibility/refusals.js';
import { withSchemaAlong } from '../harness/schema-along.js';
import { type Answered, get, post, type Sent, subscribe } from './senders.js';
import type { AbusedServer } from './server.js';

export const CALLERS = ['visitor', 'staff', 'client'] as const;
export type Caller = (typeof CALLERS)[number];

/** Internals of the server or of graphql-js that no caller may see. */
const INSIDES =
  /select |insert |relation|constraint|node_modules|\.[jt]s\b|\bat [\w.]+ \(|FST_|PostgreSQL|kysely|mikro|Did you mean|validationErrors|statusCode/i;

/** Fails unless every error has one of our codes and contains nothing internal. */
export function proveWorded({ errors, text: body }: Answered): void {
  expect(errors.length).toBeGreaterThan(0);
  for (const { message, extensions } of errors) {
    expect(Object.keys(CODES)).toContain(extensions.code);
    expect(extensions.code).not.toBe('INTERNAL_ERROR');
    expect(message.length).toBeGreaterThan(10);
  }
  expect(body).not.toMatch(INSIDES);
}

type Way = keyof typeof WAYS;
const WAYS = { POST: post, GET: get, WebSocket: subscribe };

/** Invalid requests to which graphql-js, class-validator or PostgreSQL have messages of their own. */
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

/** The same with introspection added, wherever that is possible. */
const along = (query: string) => [
  withSchemaAlong(query),
  query.replace('{', '{ x: __type(name: "Job") { name }'),
  query.replace('{', '{ ... { __schema { queryType { name } } }'),
  `${query.replace('{', '{ ...Along')} fragment Along on Query { __schema { queryType { name } } }`,
];

/** Values of a wrong type, in documents and in variables. */
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

/** Every mistake by these callers, each by its transports: no answer may have anything internal. */
export function tryEveryMistake(
  server: () => AbusedServer,
  callers: readonly Caller[],
  transportsOf: (caller: Caller) => Way[],
): void {
  const waysOf = (caller: Caller) => transportsOf(caller).map((way) => [way, WAYS[way]] as const);

  describe.each(callers)('a %s', (caller) => {
    it.each(Object.entries(MISTAKES))('who sends %s learns nothing internal', async (_, sent) => {
      const token = server().tokens[caller];
      for (const [way, send] of waysOf(caller)) {
        // A GET would also need the operation's name; the other two transports are enough.
        if (way === 'GET' && 'operationName' in sent) continue;
        proveWorded(await send(server().url, token, sent));
        for (const query of along(sent.query))
          proveWorded(await send(server().url, token, { ...sent, query }));
      }
    });

    it('who mixes introspection with other fields is refused', async () => {
      const token = server().tokens[caller];
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
          const answer = await send(server().url, token, { query });
          proveWorded(answer);
          expect(answer.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
          expect(answer.text).not.toContain('"data"');
        }
    });

    it('who sends introspection alone gets a result, with errors in the usual format', async () => {
      const token = server().tokens[caller];
      const alone =
        '{ __typename __schema { queryType { name } } t: __type(name: "Job") { name } }';
      expect((await post(server().url, token, { query: alone })).text).toContain('"queryType"');
      const query = 'query ($n: String!) { __type(name: $n) { name } }';
      for (const variables of [{}, { n: 1 }, { n: null }])
        proveWorded(await post(server().url, token, { query, variables }));
      proveWorded(await post(server().url, token, { query: alone, operationName: 'Other' }));
    });
  });

  it.each(MISPLACED)('an invalid value is not echoed (%j)', async (sent) => {
    for (const send of waysOf('staff').map(([, send]) => send)) {
      const answer = await send(server().url, server().tokens.staff, sent);
      proveWorded(answer);
      expect(answer.text).not.toMatch(/hunter2|4200000000042/);
    }
  });
}
