import fc from 'fast-check';
import type { GraphQLObjectType } from 'graphql';
import { CarriedQueries, type CarriedQuery } from '../../src/server/carried.js';
import { graphsOf } from '../../src/server/graphs.js';
import { buildContract } from '../../src/server/schema.js';
import type { Audience } from '../../src/visibility/audience.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { type Answer, type Ask, enterWorld, openWorld, type World } from '../harness/world.js';
import { anOperation, Draw, everythingOf, type Material } from '../leaks/operations.js';

const RUNS = Number(process.env.LEAK_RUNS ?? 150);
const { schema, policy } = buildContract();
const graphs = graphsOf(schema, policy);
const now = new Date();
const clock = () => now;

// Two servers on one database: one reads ahead, compiles every query and carries lists as text; the
// other looks each relation up when it is met, and graphql-js alone runs its queries.
let quick: World;
let plain: World;
let client: string;
let ids: string[];
beforeAll(async () => {
  const world = await openWorld();
  const owner = await world.as('owner');
  const job = await scheduledJob(owner);
  client = (await shared(world, owner, job, ['STATUS', 'SCHEDULE'])).token;
  const found = await Promise.all(
    ['jobs', 'clients', 'quotes', 'invoices', 'enquiries', 'staff_members'].map((table) =>
      world.sql(`select id from ${table} order by id limit 4`),
    ),
  );
  ids = [job.jobId, ...found.flatMap(({ rows }) => rows.map(({ id }) => String(id)))];
  // Some whose day is over, which is told and not written down.
  await world.sql("update quotes set valid_until = '2020-01-01' where status = 'SENT'");
  await world.sql("update invoices set due_on = '2020-01-01' where status <> 'DRAFT'");
  const choices = { compiledFrom: 1, lookAhead: true };
  const end = () => world.close();
  quick = await enterWorld(world.databaseUrl, {}, end, { clock, queries: choices });
  const none = { compiledFrom: Number.POSITIVE_INFINITY, lookAhead: false };
  plain = await enterWorld(world.databaseUrl, {}, undefined, { clock, queries: none });
}, 60_000);
afterAll(async () => {
  await plain.close();
  await quick.close();
});

/** Asks both and fails unless they say the same. */
function bothAs(one: Ask, other: Ask) {
  return async (query: string, variables?: object): Promise<Answer<unknown>> => {
    const [left, right] = [await one(query, variables), await other(query, variables)];
    expect({ query, variables, answer: comparable(left) }).toEqual({
      query,
      variables,
      answer: comparable(right),
    });
    return left as Answer<unknown>;
  };
}

/** Of several things that go wrong side by side, the first may hide the others: which it is, is chance. */
function comparable({ data, errors }: Answer<unknown>): unknown {
  return { data, isTroubled: errors !== undefined };
}

const PEOPLE: [string, Audience, (world: World) => Promise<Ask>][] = [
  ['a business owner', 'BUSINESS_OWNER', (world) => world.as('owner')],
  ['a tradie, who sees some jobs only', 'TRADIE', (world) => world.as('tradie')],
  ['a client', 'CLIENT', async (world) => world.withToken(client)],
];

describe.each(PEOPLE)('%s', (_name, audience, enter) => {
  let ask: ReturnType<typeof bothAs>;
  const { visible } = graphs[audience];
  beforeAll(async () => {
    ask = bothAs(await enter(quick), await enter(plain));
  });

  it('is answered alike whatever is asked, ahead or not', async () => {
    const material: Material = {
      visible,
      whole: visible,
      ids,
      texts: ['', 'a', 'tap'],
      kinds: ['query'],
    };
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const { query, variables } = anOperation(new Draw(gen, fc), material);
        const { data } = await ask(query, variables);
        if (data) answered += 1;
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(answered).toBeGreaterThan(RUNS / 5);
  }, 120_000);

  it('is answered alike of a job with all that hangs on it', async () => {
    const carried = jest.spyOn(CarriedQueries.prototype, 'of');
    const everything = everythingOf(visible.getType('Job') as GraphQLObjectType);
    for (const id of ids.slice(0, 5))
      await ask(`query ($id: ID!) { job(id: $id) ${everything} }`, { id });
    if (audience !== 'CLIENT') {
      await ask(`{ jobs(first: 50) { nodes ${everything} pageInfo { endCursor } } }`);
      expect(carried.mock.results.some(({ value }) => value !== null)).toBe(true);
    }
    carried.mockRestore();
  });
});

/** What of the queries asked meanwhile was carried: `all` of a record, or relations by their names. */
async function carriedOf(work: () => Promise<unknown>): Promise<unknown[]> {
  const spy = jest.spyOn(CarriedQueries.prototype, 'of');
  await work();
  const results = spy.mock.results.map(({ value }) => value as CarriedQuery | null);
  spy.mockRestore();
  return results.map(
    (each) => each?.carried.map((one) => ('self' in one ? 'all' : one.name)) ?? null,
  );
}

describe('an owner', () => {
  let ask: ReturnType<typeof bothAs>;
  beforeAll(async () => {
    ask = bothAs(await quick.as('owner'), await plain.as('owner'));
  });

  it('gets whole jobs as PostgreSQL wrote them, with what is worked out and whose day is over', async () => {
    let answer: unknown;
    const carried = await carriedOf(async () => {
      answer = await ask(`{ jobs(first: 50) { nodes {
        status progress { total open: done } assignees { name } unreadMessages messages { from authorName readAt }
        visits { startsAt assignees { id name } } staffCostCents materialsCostCents marginCents publication { version }
        quotes { id status validUntil marginCents lines { description quantity unitCostCents } }
        invoices { number status dueOn payments { amountCents recordedBy { name } } }
        materials { name quantity }
      } } }`);
    });
    expect(carried).toEqual([['all']]);
    for (const status of ['EXPIRED', 'ACCEPTED', 'OVERDUE', 'PAID'])
      expect(JSON.stringify(answer)).toContain(`"status":"${status}"`);
  });

  it('gets what is plain as PostgreSQL wrote it beside what a resolver works out', async () => {
    const carried = await carriedOf(() =>
      ask(`query Board { jobs(first: 3) { nodes { ...OnBoard } pageInfo { hasNextPage } } }
        fragment OnBoard on Job {
          id title sharePrompt { revision } remarks: notes { what: body at: createdAt writer: author { name __typename } }
          todos { id done } photos { caption } visits { startsAt endsAt cancelledAt } client { name }
        }`),
    );
    expect(carried).toEqual([['notes', 'todos', 'photos', 'visits', 'client']]);
  });

  it('gets from resolvers what a condition, an argument or a second place has a say in', async () => {
    const carried = await carriedOf(async () => {
      await ask('query ($x: Boolean!) { jobs { nodes { notes { id body @include(if: $x) } } } }', {
        x: false,
      });
      await ask('{ jobs { nodes { notes { id } ... on Job { notes { body } } } } }');
      await ask(
        '{ first: jobs(first: 1) { nodes { notes { id } } } jobs { nodes { notes { body } } } }',
      );
      await ask('{ staffMembers { id name role } }');
      await ask('{ me { staffMember { name } } }');
    });
    expect(carried).toEqual([null, null, null]);
  });

  it('is answered by resolvers where a record is not read as most are, from then on at once', async () => {
    const query = '{ sharePrompt(jobId: "@ID") { revision } }'.replace('@ID', ids[0] as string);
    const run = jest.spyOn(CarriedQueries.prototype, 'of');
    for (let times = 0; times < 4; times += 1) await ask(query);
    expect(run.mock.results.map(({ value }) => value?.carried.length)).toEqual([1]);
    run.mockRestore();
  });
});
