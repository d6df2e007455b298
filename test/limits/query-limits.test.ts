import type { GraphQLObjectType } from 'graphql';
import { sharedContract } from '../../src/server/boot/contract.js';
import { LIMITS } from '../../src/server/graphql/query-limits.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { follow, refusal, sessionOf } from '../harness/live.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import { everythingOf } from '../leaks/operations.js';

let world: World;
let owner: Ask;
let token: string;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  token = await sessionOf(world, 'owner');
});
afterAll(() => world.close());

const deep = (levels: number) =>
  `job { ${'publication { job { '.repeat(levels)}id${' } }'.repeat(levels)} }`;

const many = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');

/** Fragments that double with each of their 30 levels. */
const doubling = `query { jobs { nodes { ...F0 } } } ${many(30, (at) => `fragment F${at} on Job { ...F${at + 1} ...F${at + 1} }`)} fragment F30 on Job { id }`;

const COSTLY =
  'client { jobs { client { jobs { client { jobs { client { jobs { client { jobs { visits { id } } } } } } } } } } }';

const TOO_MUCH: [string, string, RegExp][] = [
  ['deep', `query ($id: ID!) { ${deep(8).replace('job', 'job(id: $id)')} }`, /too deep/],
  [
    'full of aliases',
    `{ me { ${many(LIMITS.aliases + 1, (at) => `a${at}: kind`)} } }`,
    /too many aliases/,
  ],
  ['long', `{ me { ${many(LIMITS.tokens, () => 'kind')} } }`, /4000 tokens/],
  ['broad', `{ ${many(LIMITS.rootFields + 1, () => 'me { kind }')} }`, /at most 20 things/],
  ['costly', `{ jobs(first: 100) { nodes { ${COSTLY} } } }`, /asks for too much/],
  ['of doubling fragments', doubling, /too many fields|too deep/],
];

it.each(TOO_MUCH)('refuses an operation that is %s and says why', async (_, query, why) => {
  const { data, errors } = await owner(query, { id: 'x' });
  expect(data).toBeUndefined();
  expect(errors?.[0]?.extensions.code).toMatch(/^GRAPHQL_(PARSE|VALIDATION)_FAILED$/);
  expect(errors?.[0]?.message).toMatch(why);
});

it('counts a page by its size, also if it is a variable', async () => {
  const query = (first: string) =>
    `query${first === '$n' ? ' ($n: Int)' : ''} { jobs(first: ${first}) { nodes { id ${COSTLY} } } }`;
  expect((await owner(query('1'), { n: 1 })).errors).toBeUndefined();
  for (const first of ['100', '$n'])
    expect((await owner(query(first), { n: 1 })).errors?.[0]?.message).toMatch(/asks for too much/);
});

it.each(TOO_MUCH.filter(([name]) => name !== 'costly'))(
  'refuses a subscription that is %s',
  async (name, query) => {
    const inner = query
      .replace(/^query \(\$id: ID!\) \{ job\(id: \$id\)/, '{ portalChanged { job')
      .replace(/^(query )?\{ jobs \{ nodes/, '{ portalChanged { job')
      .replace(/^\{ me/, '{ portalChanged')
      .replaceAll('me { kind }', 'portalChanged { messagesEnabled }')
      .replaceAll('kind', 'messagesEnabled')
      .replace(/^\{/, 'subscription {');
    const document = name === 'deep' ? inner.replace(/\}$/, '} }') : inner;
    expect(await refusal(follow(world, token, document))).toMatch(
      /^GRAPHQL_(PARSE|VALIDATION)_FAILED$/,
    );
  },
);

/** Types that a board does not show, or that lead back to everything, such as links to a quote or an invoice. */
const LEFT_OUT = [
  'Job',
  'Publication',
  'SharePrompt',
  'Client',
  'PagePublication',
  'InvoiceVersion',
  'QuoteVersion',
  'Checkout',
  'Reminder',
  'PortalLink',
];

it('accepts a board of 50 jobs with everything', async () => {
  const { schema } = sharedContract();
  const all = (name: string, leftOut: string[]) =>
    everythingOf(schema.getType(name) as GraphQLObjectType, [...LEFT_OUT, ...leftOut]);
  // No board lists the invoices of each quote again, or the quote of each invoice.
  const documents = `quotes ${all('Quote', ['Invoice'])} invoices ${all('Invoice', ['Quote'])}`;
  const job = all('Job', ['Quote', 'Invoice']).slice(1, -1);
  const { data, errors } = await owner<{ jobs: { nodes: object[] } }, object>(
    `{ jobs(first: 50) { nodes { ${job} ${documents} client { id name email phone } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.jobs.nodes.length).toBeGreaterThan(0);
});

/** In bytes; staff may send texts twice as long. */
const MAX_CLIENT_TEXT = 12 * 1024;

it('tells a client the limit too, so that who builds a portal can keep it', async () => {
  const made = await scheduledJob(owner);
  const { client } = await shared(world, owner, made, ['STATUS']);
  for (const [, query, why] of TOO_MUCH) {
    const { errors } = await client(query, { id: 'x' });
    expect(errors?.[0]?.message).toMatch(query.length > MAX_CLIENT_TEXT ? /too long/ : why);
  }
});

async function post(body: string) {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return { status: response.status, code: errors[0]?.extensions.code };
}

it('refuses large batches and unlimited bodies', async () => {
  expect(await post(JSON.stringify(Array(11).fill({ query: '{ me { kind } }' })))).toEqual({
    status: 400,
    code: 'VALIDATION_FAILED',
  });
  const query = `{ me { kind } } # ${'x'.repeat(5_000_000)}`;
  expect(await post(JSON.stringify({ query }))).toEqual({ status: 413, code: 'BAD_REQUEST' });
});

it('refuses cycles in an introspection', async () => {
  const fields = 'fields { type { '.repeat(6);
  const { errors } = await owner(`{ __schema { types { ${fields} name ${'} }'.repeat(6)} } }`);
  expect(errors?.[0]?.extensions.code).toMatch(/^GRAPHQL_(PARSE|VALIDATION)_FAILED$/);
});
