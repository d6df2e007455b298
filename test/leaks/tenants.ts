import { buildContract } from '../../src/server/schema.js';
import { quotedJob } from '../harness/quotes.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import { operationsOf, type RootOperation } from './everything.js';

const NOBODYS = '018f0000-aaaa-7bbb-8ccc-0123456789ab';

/** Every operation that takes an id. */
export const OPERATIONS = operationsOf(buildContract().schema).filter(({ ids }) => ids.length > 0);
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

/** Two businesses side by side, and an id of each kind of record of either. */
export interface Tenants {
  world: World;
  own: Record<string, string>;
  theirs: Record<string, string>;
  client: Ask;
}

export async function openTenants(): Promise<Tenants> {
  const world = await openWorld({ enquiriesPer10Minutes: 100_000 });
  const { client, jobId, quoteId, clientId } = await quotedJob(world, await world.as('owner'));
  await quotedJob(world, await world.as('soletrader'));
  const own = await idsOf(world, 'bright-spark');
  const theirs = await idsOf(world, 'sol-plumbing');
  return {
    world,
    own: { ...own, jobs: jobId, quotes: quoteId, clients: clientId },
    theirs,
    client,
  };
}

async function idsOf(world: World, slug: string): Promise<Record<string, string>> {
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
async function told(
  { own }: Tenants,
  ask: Ask,
  operation: RootOperation,
  place: string,
  id: string,
) {
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

/** Fails unless an id of the other business is answered like one of nobody, wherever it is put. */
export async function proveApart(
  tenants: Tenants,
  ask: Ask,
  who: string,
  foreign: (table: string) => string[] = (table) => oneOf(tenants, table),
  operations = OPERATIONS,
): Promise<void> {
  for (const operation of operations) {
    for (const place of operation.ids) {
      const nobodys = await told(tenants, ask, operation, place, NOBODYS);
      for (const id of foreign(tableOf(operation.name, place))) {
        const answer = await told(tenants, ask, operation, place, id);
        const at = { who, operation: operation.name, place };
        expect({ ...at, ...answer }).toEqual({ ...at, ...nobodys });
        expect(answer.text).not.toContain('INTERNAL_ERROR');
        if (!MAY_BE_EMPTY.includes(`${operation.name} ${place}`))
          expect({ ...at, isDone: answer.isDone }).toEqual({ ...at, isDone: false });
      }
    }
  }
}

/**
 * A filter that finds nothing, a moment up to which one's own messages were read, and a question about
 * an item that the job does not have: none is refused.
 */
const MAY_BE_EMPTY = ['jobs filter.clientId', 'markMessagesRead upTo', 'clientVisibility item'];

/** One id of the other business, of the kind that is asked for where there is one. */
function oneOf({ theirs }: Tenants, table: string): string[] {
  return [theirs[table] ?? (theirs.jobs as string)];
}
