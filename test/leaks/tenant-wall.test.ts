import { buildContract } from '../../src/server/schema.js';
import { quotedJob } from '../harness/quotes.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import { operationsOf, type RootOperation } from './everything.js';

const NOBODYS = '018f0000-aaaa-7bbb-8ccc-0123456789ab';
const PEOPLE = ['owner', 'admin', 'supervisor', 'tradie', 'apprentice'] as const;
const OPERATIONS = operationsOf(buildContract().schema).filter(({ ids }) => ids.length > 0);
const TABLES = [
  'jobs',
  'clients',
  'quotes',
  'invoices',
  'notes',
  'todos',
  'photos',
  'visits',
  'enquiries',
  'portal_links',
  'staff_members',
  'businesses',
];

let world: World;
let own: Record<string, string>;
let theirs: Record<string, string>;
let client: Ask;
beforeAll(async () => {
  world = await openWorld({ enquiriesPer10Minutes: 100_000 });
  const opened = await quotedJob(world, await world.as('owner'));
  client = opened.client;
  await quotedJob(world, await world.as('soletrader'));
  own = await idsOf('bright-spark');
  theirs = await idsOf('sol-plumbing');
  own.jobs = opened.jobId;
  own.quotes = opened.quoteId;
  own.clients = opened.clientId;
}, 60_000);
afterAll(() => world.close());

async function idsOf(slug: string): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const table of TABLES) {
    const { rows } = await world.sql(
      `select t.id::text from ${table} t join businesses b on b.id = ${table === 'businesses' ? 't.id' : 't.business_id'} where b.slug = $1 limit 1`,
      [slug],
    );
    if (rows[0]) ids[table] = String(rows[0].id);
  }
  return ids;
}

/** What an id is the name of, by where it stands. */
function tableOf(operation: string, place: string): string {
  const name = place.split('.').at(-1) as string;
  const about = name === 'id' ? operation : name;
  const found = [
    [/portalLink/i, 'portal_links'],
    [/assignee|staff/i, 'staff_members'],
    [/note/i, 'notes'],
    [/todo/i, 'todos'],
    [/visit/i, 'visits'],
    [/photo|upload/i, 'photos'],
    [/invoice/i, 'invoices'],
    [/enquiry/i, 'enquiries'],
    [/quote/i, 'quotes'],
    [/client/i, 'clients'],
  ].find(([pattern]) => (pattern as RegExp).test(about));
  return (found?.[1] as string | undefined) ?? 'jobs';
}

/** The same operation with this id in one place and fitting ones of one's own in the others. */
async function told(ask: Ask, operation: RootOperation, place: string, id: string) {
  const variables = operation.variables((name, each) =>
    each === place ? id : (own[tableOf(name, each)] ?? NOBODYS),
  );
  const { data, errors } = await ask<Record<string, unknown> | null, object>(
    operation.query,
    variables,
  );
  return {
    isDone: !errors && data?.[operation.name] != null,
    text: JSON.stringify({ data, errors }).replaceAll(id, '<id>'),
  };
}

async function proveApart(ask: Ask, who: string, foreign: (table: string) => string[]) {
  for (const operation of OPERATIONS) {
    for (const place of operation.ids) {
      const nobodys = await told(ask, operation, place, NOBODYS);
      for (const id of foreign(tableOf(operation.name, place))) {
        const answer = await told(ask, operation, place, id);
        const at = { who, operation: operation.name, place };
        expect({ ...at, ...answer }).toEqual({ ...at, ...nobodys });
        expect(answer.text).not.toContain('INTERNAL_ERROR');
        if (!MAY_BE_EMPTY.includes(`${operation.name} ${place}`))
          expect({ ...at, isDone: answer.isDone }).toEqual({ ...at, isDone: false });
      }
    }
  }
}

/** A filter that finds nothing, and a moment up to which one's own messages were read: neither is refused. */
const MAY_BE_EMPTY = ['jobs filter.clientId', 'markMessagesRead upTo'];

it('knows an operation for nearly every kind of record, and a foreign one of each', () => {
  expect(OPERATIONS.length).toBeGreaterThan(35);
  expect(Object.keys(theirs).length).toBeGreaterThan(6);
});

it("takes no id of another business's from an owner, of whatever it is the id", async () => {
  await proveApart(await world.as('owner'), 'owner', () => Object.values(theirs));
}, 120_000);

it.each(PEOPLE.slice(1))(
  "takes no id of another business's from a person who is %s",
  async (who) => {
    await proveApart(await world.as(who), who, (table) => [
      theirs[table] ?? (theirs.jobs as string),
    ]);
  },
  60_000,
);

it("takes no id of another business's from a client or a visitor", async () => {
  const one = (table: string) => [theirs[table] ?? (theirs.jobs as string)];
  await proveApart(client, 'client', one);
  await proveApart(world.asVisitor, 'visitor', one);
}, 60_000);

it('would notice a server that looks at ids alone', async () => {
  const { em } = world.running.rooms.orm;
  const real = em.getKysely.bind(em);
  const query = 'query ($id: ID!) { job(id: $id) { title } }';
  const owner = await world.as('owner');
  const before = await owner(query, { id: theirs.jobs });
  em.getKysely = (() => {
    const kysely = real();
    const run = kysely.executeQuery.bind(kysely);
    kysely.executeQuery = ((asked: { sql: string }) =>
      run({
        ...asked,
        sql: asked.sql.replaceAll('r.business_id = $1', '$1::uuid is not null'),
      } as never)) as never;
    return kysely;
  }) as never;
  const fault = await owner(query, { id: theirs.jobs });
  em.getKysely = real as never;
  expect(before.errors ?? before.data).not.toEqual(fault.errors ?? fault.data);
  expect(fault.data).toMatchObject({ job: { title: expect.any(String) } });
});
