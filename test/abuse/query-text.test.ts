import { getIntrospectionQuery } from 'graphql';
import { type Answered, get, post, type Sent, subscribe } from './senders.js';
import { type AbusedServer, openAbusedServer } from './server.js';
import { othersAreServedDuring } from './watch-health.js';

let server: AbusedServer;
beforeAll(async () => {
  server = await openAbusedServer({ WRONG_LINKS_PER_10_MINUTES: '100000' });
}, 60_000);
afterAll(() => server.close());

const CALLERS = ['visitor', 'staff', 'client'] as const;

const many = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const nested = (count: number, open: string, inner: string, close: string) =>
  open.repeat(count) + inner + close.repeat(count);

/** Texts past a bound, the first as the one that stopped everybody for seven seconds. */
const REFUSED: Record<string, string> = {
  'half a million empty lines': `${'\n'.repeat(500_000)}{${many(105, (at) => `q${at}`)}}`,
  'as many empty lines as a message holds': `${'\n'.repeat(30_000)}{${many(105, (at) => `q${at}`)}}`,
  'lines that a comment has': `${'#\n'.repeat(9_000)}{${many(105, (at) => `q${at}`)}}`,
  'lines within the bound': `${'\n'.repeat(400)}{${many(1_500, (at) => `q${at}`)}}`,
  'one long comment': `# ${'x'.repeat(1_000_000)}\n{ me { kind } }`,
  'a field thousands of times': `{ me { ${many(1_900, () => 'kind')} } }`,
  'one root field hundreds of times': `{ ${many(900, () => 'me { kind }')} }`,
  'nested fields again and again': `{ ${many(20, () => `me { ${many(40, () => 'kind')} }`)} }`,
  'fields that do not merge': `{ me { ${many(600, () => 'a: kind a: role')} } }`,
  'fragments that hold each other': `{ job(id: "x") { ${many(90, (at) => `...F${at}`)} } } ${many(90, (at) => `fragment F${at} on Job { client { jobs { ...F${(at + 1) % 90} ...F${(at + 7) % 90} } name } }`)}`,
  'fragments of the same fields': `{ job(id: "x") { ${many(80, (at) => `...F${at}`)} } } ${many(80, (at) => `fragment F${at} on Job { client { jobs { client { jobs { id title } } } } }`)}`,
  'fragments in fragments that nobody uses': `{ me { kind } } ${many(60, (at) => `fragment F${at} on Job { a: client { jobs { ...F${at + 1} } } b: client { jobs { ...F${at + 1} } } }`)} fragment F60 on Job { id }`,
  'hundreds of operations': many(400, (at) => `query Q${at} { me { kind } }`),
  'hundreds of variables': `query (${many(700, (at) => `$v${at}: Int`)}) { me { kind } }`,
  'unknown names of great length': `{ ${many(20, (at) => `${'q'.repeat(350)}${at}`)} }`,
  'unknown input fields': `mutation { createJob(input: { ${many(900, (at) => `f${at}: 1`)} }) { job { id } } }`,
  'one directive again and again': `{ me { kind ${many(700, () => '@include(if: true)')} } }`,
  'lists in lists': `{ jobs(first: ${nested(1_900, '[', '', ']')}) { nodes { id } } }`,
  'objects in objects': `{ jobs(filter: ${nested(900, '{ a: ', '1', '}')}) { nodes { id } } }`,
  'selections in selections': nested(1_300, '{ me ', '{ kind }', '}'),
  'types in types': `query ($a: ${nested(1_900, '[', 'Int', ']')}) { me { kind } }`,
  'a number of many digits': `{ jobs(first: ${'9'.repeat(7_000)}) { nodes { id } } }`,
  'an enum value of great length': `mutation { setJobStatus(jobId: "x", status: ${'A'.repeat(7_000)}) { job { id } } }`,
  'a text that never ends': `{ jobs(after: "${'a'.repeat(7_000)} { nodes { id } } }`,
  'a block of lines': `{ jobs(after: """${'\n '.repeat(3_000)}""") { nodes { id } } }`,
};

const VARIABLES: Record<string, Sent> = {
  'a hundred thousand values': {
    query: 'query ($ids: [ID!]) { me { kind } }',
    variables: { ids: Array.from({ length: 100_000 }, () => 1) },
  },
  'a list in a list in a list': {
    query: 'query ($ids: [ID!]) { me { kind } }',
    variables: JSON.parse(`{"ids":${nested(2_000, '[', '', ']')}}`),
  },
  'many names': {
    query: '{ me { kind } }',
    variables: Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`v${at}`, at])),
  },
  'extensions without end': {
    query: '{ me { kind } }',
    extensions: { a: Array.from({ length: 100_000 }, () => ({})) },
  },
  'an operation name of great length': {
    query: '{ me { kind } }',
    operationName: 'q'.repeat(10_000),
  },
};

function proveRefused(what: string, { errors, text }: Answered): void {
  expect({ what, codes: [...new Set(errors.map(({ extensions }) => extensions.code))] }).toEqual({
    what,
    codes: ['VALIDATION_FAILED'],
  });
  expect(errors.length).toBeLessThanOrEqual(3);
  expect(text.length).toBeLessThan(4_000);
}

/** Sends each of them three times at once, one kind after the other. */
async function sendAll(send: (sent: Sent) => Promise<Answered>, all: [string, Sent][]) {
  for (const [what, sent] of all) {
    const answers = await Promise.all(Array.from({ length: 3 }, () => send(sent)));
    for (const answer of answers) proveRefused(what, answer);
  }
}

const texts = Object.entries(REFUSED).map(([what, query]): [string, Sent] => [what, { query }]);

it.each(CALLERS)('a %s who posts a text without end keeps nobody waiting', async (caller) => {
  await othersAreServedDuring(server.url, `texts posted by a ${caller}`, () =>
    sendAll(
      (sent) => post(server.url, server.tokens[caller], sent),
      [...texts, ...Object.entries(VARIABLES)],
    ),
  );
});

it.each(CALLERS)('a %s who asks by GET keeps nobody waiting', async (caller) => {
  const short = texts.filter(([, { query }]) => encodeURIComponent(query).length < 12_000);
  expect(short.length).toBeGreaterThan(8);
  await othersAreServedDuring(server.url, `texts by GET of a ${caller}`, () =>
    sendAll((sent) => get(server.url, server.tokens[caller], sent), short),
  );
});

it.each(CALLERS)('a %s who subscribes keeps nobody waiting', async (caller) => {
  const fitting = texts
    .filter(([, { query }]) => JSON.stringify(query).length < 60_000)
    .map(([what, { query }]): [string, Sent] => [
      what,
      { query: query.replace(/^(#\n|\n|\s)*\{/, (start) => `${start.slice(0, -1)}subscription {`) },
    ]);
  await othersAreServedDuring(server.url, `texts on a WebSocket by a ${caller}`, () =>
    sendAll((sent) => subscribe(server.url, server.tokens[caller], sent), fitting),
  );
});

/** Within every bound, and as much work for validation as that allows. */
const ALLOWED = [
  `{ ${many(20, (at) => `a${at}: me { ${many(30, () => 'kind')} }`)} }`,
  `{ jobs { ${many(30, () => 'nodes { id title status number client { id name } }')} } }`,
  `{ job(id: "x") { ${many(30, () => 'client { jobs { client { id name } title } name }')} } }`,
  `{ job(id: "x") { ${many(30, (at) => `...F${at}`)} } } ${many(30, (at) => `fragment F${at} on Job { client { jobs { ...G${at} } } }`)} ${many(30, (at) => `fragment G${at} on Job { id title client { id } }`)}`,
];

it('a text within its bounds keeps nobody waiting either', async () => {
  await othersAreServedDuring(server.url, 'texts within their bounds', async () => {
    // A comment makes each of them a text of its own, which is validated again.
    for (let times = 0; times < 5; times += 1)
      await Promise.all(
        ALLOWED.map(async (query) => {
          const { errors } = await post(server.url, null, { query: `${query} # ${times}` });
          for (const { extensions } of errors) expect(extensions.code).toBe('UNAUTHENTICATED');
        }),
      );
  });
});

it('a JSON body that takes long to parse is refused before it is parsed', async () => {
  const bodies = {
    lists: `{"query":"{ me { kind } }","variables":{"a":${nested(500_000, '[', '', ']')}}}`,
    objects: `{"query":"{ me { kind } }","variables":{"a":[${'{},'.repeat(350_000)}{}]}}`,
    prototypes: `{"query":"{ me { kind } }","variables":{"__proto__":[${'{},'.repeat(350_000)}{}]}}`,
  };
  await othersAreServedDuring(server.url, 'JSON bodies', async () => {
    for (const [what, body] of Object.entries(bodies))
      for (const caller of CALLERS)
        proveRefused(what, await post(server.url, server.tokens[caller], body));
  });
});

it('a batch and a stored query are refused as ever', async () => {
  const batch = await post(server.url, server.tokens.staff, '[{"query":"{ me { kind } }"}]');
  proveRefused('a batch', batch);
  const stored = {
    query: '{ me { kind } }',
    extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } },
  };
  proveRefused('a stored query', await post(server.url, server.tokens.staff, stored));
});

it('visitors may write less than staff, and everybody enough to look at the schema', async () => {
  const long = `{ me { kind } } # ${'x'.repeat(9_000)}`;
  expect((await post(server.url, null, { query: long })).errors).toHaveLength(1);
  expect((await post(server.url, server.tokens.staff, { query: long })).errors).toEqual([]);
  for (const caller of CALLERS) {
    const { errors } = await post(server.url, server.tokens[caller], {
      query: getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }),
    });
    expect(errors).toEqual([]);
  }
});
