import fc from 'fast-check';
import type { GraphQLObjectType } from 'graphql';
import { sharedContract } from '../../src/server/boot/contract.js';
import type { OperationPlan, PlanKind } from '../../src/server/executor/plan.js';
import { OperationPlans } from '../../src/server/executor/plans.js';
import type { Audience } from '../../src/visibility/audience.js';
import { audienceSchemas } from '../../src/visibility/schemas/audience-schemas.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { sessionOf } from '../harness/live.js';
import { isLongForm } from '../harness/long-form.js';
import { type Answer, type Ask, enterWorld, openWorld, type World } from '../harness/world.js';
import { anOperation, Draw, everythingOf, type Material } from '../leaks/operations.js';
import * as ops from '../operations.gen.js';

const RUNS = Number(process.env.LEAK_RUNS ?? 12);
const { schema, policy } = sharedContract();
const graphs = audienceSchemas(schema, policy);
const now = new Date();
const clock = () => now;

// Two servers on one database: one answers by plans; the other looks each relation up when it is met, and
// graphql-js alone runs its queries.
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
  // Some expired documents, whose state is computed and not stored.
  await world.sql("update quotes set valid_until = '2020-01-01' where status = 'SENT'");
  await world.sql("update invoices set due_on = '2020-01-01' where status <> 'DRAFT'");
  const end = () => world.close();
  quick = await enterWorld(world.databaseUrl, {}, end, { clock });
  plain = await enterWorld(world.databaseUrl, {}, undefined, { clock, isPlanned: false });
}, 60_000);
afterAll(async () => {
  await plain.close();
  await quick.close();
});

/** Asks both, the first by Apollo and by the fast path, and fails unless they say the same. */
function bothAs(one: Ask, other: Ask) {
  return async (query: string, variables?: object): Promise<Answer<unknown>> => {
    const expected = { query, variables, answer: comparable(await other(query, variables)) };
    const first = await one(query, variables);
    expect({ query, variables, answer: comparable(first) }).toEqual(expected);
    const again = await one(query, variables);
    expect({ query, variables, answer: comparable(again) }).toEqual(expected);
    return first as Answer<unknown>;
  };
}

/** Of several errors side by side the first may hide the others; which one is first is not defined. */
function comparable({ data, errors }: Answer<unknown>): unknown {
  return { data, compiledFailed: errors !== undefined };
}

const FEW = Math.ceil(RUNS / 8);
/** Fewer than these are so few that it may happen that none is answered. */
const MANY = 60;
/** Of all operations, and of those that were answered with data. */
const made = { all: 0, answered: 0 };

/**
 * Every role, and how many operations it is asked; the roles between owner and Tradie differ by a few fields. One token
 * for both servers: what somebody reads of their own sessions depends on it.
 */
const PEOPLE: [string, Audience, number, () => Promise<string>][] = [
  ['a business owner', 'BUSINESS_OWNER', RUNS, () => sessionOf(quick, 'owner')],
  ['a sole trader', 'SOLE_TRADER', FEW, () => sessionOf(quick, 'soletrader')],
  ['an admin', 'ADMIN', FEW, () => sessionOf(quick, 'admin')],
  ['a supervisor', 'SUPERVISOR', FEW, () => sessionOf(quick, 'supervisor')],
  ['finance', 'FINANCE', FEW, () => sessionOf(quick, 'finance')],
  ['a tradie, who sees some jobs only', 'TRADIE', RUNS, () => sessionOf(quick, 'tradie')],
  ['an apprentice', 'APPRENTICE', FEW, () => sessionOf(quick, 'apprentice')],
  ['a client', 'CLIENT', RUNS, async () => client],
];

describe.each(PEOPLE)('%s', (_name, audience, runs, tokenOf) => {
  let ask: ReturnType<typeof bothAs>;
  const { visible } = graphs[audience];
  beforeAll(async () => {
    const token = await tokenOf();
    ask = bothAs(quick.withToken(token), plain.withToken(token));
  });

  it('gets the same response to any query, with and without plans', async () => {
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
        // Wrong links are counted, and the same operation would be refused from some count on.
        await plain.sql('delete from rate_limits');
        const { data } = await ask(query, variables);
        if (data) answered += 1;
      }),
      { numRuns: runs, endOnFailure: true, includeErrorInReport: true },
    );
    made.all += runs;
    made.answered += answered;
    // About 22 % are.
    if (runs >= MANY) expect(answered).toBeGreaterThanOrEqual(runs / 20);
  }, 120_000);

  it('is answered alike of a job with all that hangs on it', async () => {
    const everything = everythingOf(visible.getType('Job') as GraphQLObjectType);
    const isBetween = runs < RUNS;
    const jobs = isLongForm() ? 5 : 2;
    for (const id of ids.slice(0, isBetween ? 1 : jobs))
      await ask(`query ($id: ID!) { job(id: $id) ${everything} }`, { id });
    if (audience !== 'CLIENT' && (isLongForm() || !isBetween))
      await ask(`{ jobs(first: 50) { nodes ${everything} pageInfo { endCursor } } }`);
  });
});

it('enough of the operations are answered with data', () => {
  expect(made.answered).toBeGreaterThanOrEqual(made.all / 20);
});

/** The kinds of the plans that answered, one an operation. */
async function kindsOf(work: () => Promise<unknown>): Promise<PlanKind[]> {
  const spy = jest.spyOn(OperationPlans.prototype, 'planFor');
  await work();
  const kinds = spy.mock.results.map(({ value }) => (value as OperationPlan).kind);
  spy.mockRestore();
  return kinds;
}

describe('an owner', () => {
  let ask: ReturnType<typeof bothAs>;
  beforeAll(async () => {
    ask = bothAs(await quick.as('owner'), await plain.as('owner'));
  });

  it('gets whole jobs as PostgreSQL wrote them, with computed fields and expired quotes', async () => {
    let answer: unknown;
    const kinds = await kindsOf(async () => {
      answer = await ask(`{ jobs(first: 50) { nodes {
        status progress { total open: done } assignees { name } unreadMessages messages { from authorName readAt }
        visits { startsAt assignees { name } } staffCostCents materialsCostCents marginCents publication { version }
        quotes { id status validUntil marginCents lines { description quantity unitCostCents } }
        invoices { number status dueOn payments { amountCents recordedBy { name } } }
        materials { name quantity }
      } } }`);
    });
    expect(kinds).toEqual(['JSON']);
    for (const status of ['EXPIRED', 'ACCEPTED', 'OVERDUE', 'PAID'])
      expect(JSON.stringify(answer)).toContain(`"status":"${status}"`);
  });

  it('gets as JSON what fragments, conditions, repeated keys, edges and __typename ask for', async () => {
    const id = ids[0];
    const kinds = await kindsOf(async () => {
      for (const x of [true, false]) {
        await ask(
          'query ($x: Boolean!) { jobs { nodes { notes { id body @include(if: $x) } } } }',
          {
            x,
          },
        );
        await ask(
          'query ($id: ID!, $x: Boolean = true) { job(id: $id) { title @skip(if: $x) ...More @include(if: $x) } } fragment More on Job { id }',
          { id, x },
        );
      }
      await ask('{ jobs { nodes { notes { id } ... on Job { notes { body } } } } }');
      await ask(
        '{ __typename jobs(first: 2) { __typename edges { cursor node { id title } } nodes { number } pageInfo { __typename hasNextPage endCursor } } }',
      );
      await ask('query ($id: ID!) { job(id: $id) { __proto__: title __typename } }', { id });
    });
    expect(kinds.slice(0, 4).every((kind) => kind === 'JSON')).toBe(true);
    expect(new Set(kinds)).toEqual(new Set(['JSON']));
  });

  it('gets null for what its role may not see, and what the others say', async () => {
    const asTradie = bothAs(await quick.as('tradie'), await plain.as('tradie'));
    const kinds = await kindsOf(() =>
      asTradie('{ jobs { nodes { id marginCents quotes { id } notes { body } } } }'),
    );
    expect(kinds).toEqual(['JSON']);
  });

  it('gets from resolvers what takes arguments, a method or several reads', async () => {
    const kinds = await kindsOf(async () => {
      await ask('{ jobs(first: 3) { nodes { title sharePrompt { revision } } } }');
      await ask('{ jobs(first: 3) { nodes { notesPage(first: 1) { nodes { body } } } } }');
      await ask('{ one: jobs(first: 1) { nodes { id } } jobs { nodes { title } } }');
      await ask('{ staffMembers { id name role } me { staffMember { name } } }');
      await ask('{ jobs { nodes { quotes { job { title } } } } }');
    });
    expect(new Set(kinds)).toEqual(new Set(['RESOLVERS']));
  });

  it('gets from resolvers a list that is too long for one statement', async () => {
    const id = ids[0] as string;
    await quick.sql(`insert into notes (id, business_id, job_id, body, created_at)
      select gen_random_uuid(), j.business_id, j.id, 'Note ' || n, now() from jobs j, generate_series(1, 510) n where j.id = '${id}'`);
    const { data } = await ask('query ($id: ID!) { job(id: $id) { id notes { id body } } }', {
      id,
    });
    expect((data as { job: { notes: unknown[] } }).job.notes.length).toBeGreaterThanOrEqual(510);
    await quick.sql(`delete from notes where job_id = '${id}' and body like 'Note %'`);
  });
});

it('an owner gets small and large numbers in the same text from both servers', async () => {
  const quantities = [
    0.00001,
    0.00009999,
    0.0001,
    0.000001,
    1e-7,
    1.5e-7,
    1e-12,
    0.1,
    1 / 3,
    999999.5,
  ];
  for (const [at, quantity] of quantities.entries())
    await quick.sql(`insert into materials (id, business_id, job_id, name, quantity, unit_cost_cents)
      select gen_random_uuid(), business_id, id, 'Number ${at}', ${quantity}, 0 from jobs where id = '${ids[0]}'`);
  const textFrom = async (world: World) => {
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await sessionOf(world, 'owner')}`,
      },
      body: JSON.stringify({
        query: 'query ($id: ID!) { job(id: $id) { materials { name quantity } } }',
        variables: { id: ids[0] },
      }),
    });
    return response.text();
  };
  const text = await textFrom(plain);
  for (const quantity of quantities) expect(text).toContain(`"quantity":${quantity}`);
  expect(await textFrom(quick)).toBe(text);
});

describe('a client', () => {
  let ask: ReturnType<typeof bothAs>;
  beforeAll(() => {
    ask = bothAs(quick.withToken(client), plain.withToken(client));
  });

  it('gets its page from a serializer, and nothing of what is hidden', async () => {
    let answer: Answer<unknown> | undefined;
    const kinds = await kindsOf(async () => {
      await ask(String(ops.ClientPortalDocument));
      answer = await ask(
        '{ portal { __typename version messagesEnabled job { title internalNotes marginCents progress { total } quotes { id status } } } }',
      );
    });
    expect(kinds).toEqual(['PUBLISHED', 'PUBLISHED']);
    expect(answer?.data).toMatchObject({
      portal: { job: { internalNotes: null, marginCents: null } },
    });
  });

  it('is answered by graphql-js where a published value does not fit its type', async () => {
    await quick.sql(`update publications set view = (view::jsonb || '{"title": [7]}')::json`);
    const { errors } = await ask('{ portal { version job { title } } }');
    expect(errors).toHaveLength(1);
  });
});
