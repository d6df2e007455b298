import { type Answered, get, post, type Sent, subscribe } from './senders.js';
import type { AbusedServer } from './server.js';
import { othersAreServedDuring } from './watch-health.js';

export const CALLERS = ['visitor', 'staff', 'client'] as const;
type Caller = (typeof CALLERS)[number];

export const many = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
export const nested = (count: number, open: string, inner: string, close: string) =>
  open.repeat(count) + inner + close.repeat(count);

/** Texts past a bound; the first kind once blocked the server for seven seconds. */
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

const REFUSAL_CODE =
  /^(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|VALIDATION_FAILED|BAD_USER_INPUT|BAD_REQUEST|PERSISTED_QUERY_NOT_SUPPORTED)$/;

export function assertRefused(what: string, { errors, text }: Answered): void {
  const codes = new Set(errors.map(({ extensions }) => extensions.code));
  expect({ what, codes: [...codes] }).toEqual({
    what,
    codes: [expect.stringMatching(REFUSAL_CODE)],
  });
  expect(errors.length).toBeLessThanOrEqual(3);
  expect(text.length).toBeLessThan(4_000);
}

/** Sends each of them this many times at once, one kind after the other. */
async function sendAll(
  send: (sent: Sent) => Promise<Answered>,
  all: [string, Sent][],
  atOnce: number,
) {
  for (const [what, sent] of all) {
    const answers = await Promise.all(Array.from({ length: atOnce }, () => send(sent)));
    for (const answer of answers) assertRefused(what, answer);
  }
}

const texts = Object.entries(REFUSED).map(([what, query]): [string, Sent] => [what, { query }]);

interface Senders {
  byPost: Caller[];
  byGet: Caller[];
  bySubscription: Caller[];
  /** How often each text is sent at the same time. */
  atOnce: number;
}

/** Each of these callers sends every huge text by this transport; nobody else may have to wait. */
export function trySendingHugeTexts(
  server: () => AbusedServer,
  { byPost, byGet, bySubscription, atOnce }: Senders,
): void {
  it.each(byPost)('a %s who posts a huge text delays nobody', async (caller) => {
    await othersAreServedDuring(server().url, `texts posted by a ${caller}`, () =>
      sendAll(
        (sent) => post(server().url, server().tokens[caller], sent),
        [...texts, ...Object.entries(VARIABLES)],
        atOnce,
      ),
    );
  });

  it.each(byGet)('a %s who sends it by GET delays nobody', async (caller) => {
    const short = texts.filter(([, { query }]) => encodeURIComponent(query).length < 12_000);
    expect(short.length).toBeGreaterThan(8);
    await othersAreServedDuring(server().url, `texts by GET of a ${caller}`, () =>
      sendAll((sent) => get(server().url, server().tokens[caller], sent), short, atOnce),
    );
  });

  it.each(bySubscription)('a %s who subscribes with it delays nobody', async (caller) => {
    const fitting = texts
      .filter(([, { query }]) => JSON.stringify(query).length < 60_000)
      .map(([what, { query }]): [string, Sent] => [
        what,
        {
          query: query.replace(/^(#\n|\n|\s)*\{/, (start) => `${start.slice(0, -1)}subscription {`),
        },
      ]);
    await othersAreServedDuring(server().url, `texts on a WebSocket by a ${caller}`, () =>
      sendAll((sent) => subscribe(server().url, server().tokens[caller], sent), fitting, atOnce),
    );
  });
}
