import { getIntrospectionQuery } from 'graphql';
import { assertRefused, CALLERS, many, nested, trySendingHugeTexts } from './huge-texts.js';
import { post } from './senders.js';
import { type AbusedServer, openAbusedServer } from './server.js';
import { othersAreServedDuring } from './watch-health.js';

let server: AbusedServer;
beforeAll(async () => {
  server = await openAbusedServer({ WRONG_LINKS_PER_10_MINUTES: '100000' });
}, 60_000);
afterAll(() => server.close());

// Every caller by one transport; `query-text.long.ts` has every caller by every transport.
trySendingHugeTexts(() => server, {
  byPost: ['staff'],
  byGet: ['client'],
  bySubscription: ['visitor'],
  atOnce: 1,
});

/** Within every bound, with the most work for validation. */
const ALLOWED = [
  `{ ${many(20, (at) => `a${at}: me { ${many(30, () => 'kind')} }`)} }`,
  `{ jobs { ${many(30, () => 'nodes { id title status number client { id name } }')} } }`,
  `{ job(id: "x") { ${many(30, () => 'client { jobs { client { id name } title } name }')} } }`,
  `{ job(id: "x") { ${many(30, (at) => `...F${at}`)} } } ${many(30, (at) => `fragment F${at} on Job { client { jobs { ...G${at} } } }`)} ${many(30, (at) => `fragment G${at} on Job { id title client { id } }`)}`,
];

it('a text within its bounds delays nobody either', async () => {
  await othersAreServedDuring(server.url, 'texts within their bounds', async () => {
    // A comment makes each text different, so that it is validated again.
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
        assertRefused(what, await post(server.url, server.tokens[caller], body));
  });
});

it('a batch has the bounds of one text, and a persisted query the hash of its text', async () => {
  const batch = JSON.stringify(Array(10).fill({ query: ALLOWED[0] }));
  for (const caller of CALLERS)
    assertRefused('a batch', await post(server.url, server.tokens[caller], batch));
  const stored = {
    query: '{ me { kind } }',
    extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } },
  };
  assertRefused('a stored query', await post(server.url, server.tokens.staff, stored));
});

it('visitors may send less than staff, and everybody may send an introspection', async () => {
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
