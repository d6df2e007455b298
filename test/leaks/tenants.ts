import { sharedContract } from '../../src/server/boot/contract.js';
import { scheduledJob } from '../harness/jobs.js';
import { quotedJob, sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, tokenIn, type World } from '../harness/world.js';
import { operationsOf, type RootOperation } from './everything.js';

const NOBODYS = '018f0000-aaaa-7bbb-8ccc-0123456789ab';

/** Every operation with an id as argument. */
export const OPERATIONS = operationsOf(sharedContract().schema).filter(({ ids }) => ids.length > 0);
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

/** Two businesses, with an id of each entity of both. */
export interface Tenants {
  world: World;
  own: Record<string, string>;
  theirs: Record<string, string>;
  client: Ask;
  /** Client with a link to one quote, whose job is not shared. */
  pageClient: Ask;
}

export async function openTenants(): Promise<Tenants> {
  const world = await openWorld({ enquiriesPer10Minutes: 100_000 });
  const { client, jobId, quoteId, clientId } = await quotedJob(world, await world.as('owner'));
  await quotedJob(world, await world.as('soletrader'));
  const alone = await scheduledJob(await world.as('owner'));
  await sentQuote(await world.as('owner'), { jobId: alone.jobId });
  const [mail] = await world.mailsTo(alone.email, 1);
  const own = await idsOf(world, 'bright-spark');
  const theirs = await idsOf(world, 'sol-plumbing');
  return {
    world,
    own: { ...own, jobs: jobId, quotes: quoteId, clients: clientId },
    theirs,
    client,
    pageClient: world.withToken(tokenIn(mail)),
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

/** The entity that an id refers to, by its place in the arguments. */
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

/** Returns the operation with this id in one place and valid own ids in the others. */
async function responseTo(
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

/** Fails unless an id of the other business gets the same response as an unknown one, in every place. */
export async function proveApart(
  tenants: Tenants,
  ask: Ask,
  who: string,
  foreign: (table: string) => string[] = (table) => oneOf(tenants, table),
  operations = OPERATIONS,
): Promise<void> {
  for (const operation of operations) {
    for (const place of operation.ids) {
      const nobodys = await responseTo(tenants, ask, operation, place, NOBODYS);
      // Of any kind, where the kind is not asked for.
      const ids =
        operation.name === 'node'
          ? Object.values(tenants.theirs)
          : foreign(tableOf(operation.name, place));
      for (const id of ids) {
        const answer = await responseTo(tenants, ask, operation, place, id);
        const at = { who, operation: operation.name, place };
        expect({ ...at, ...answer }).toEqual({ ...at, ...nobodys });
        expect(answer.text).not.toContain('"extensions":{"code":"INTERNAL_ERROR"');
        if (!mayBeEmpty(`${operation.name} ${place}`))
          expect({ ...at, isDone: answer.isDone }).toEqual({ ...at, isDone: false });
      }
    }
  }
}

/**
 * Arguments for which an unknown id is not refused: a filter that finds nothing, the message up to which a
 * thread was read, and a diagnosis of an item that the job does not have.
 */
function mayBeEmpty(argument: string): boolean {
  const others = ['visits assigneeId', 'markMessagesRead upTo', 'clientVisibility item'];
  return / filter\./.test(argument) || others.includes(argument);
}

/** Returns an id of the other business, of the expected entity if it has one. */
export function oneOf({ theirs }: Tenants, table: string): string[] {
  return [theirs[table] ?? (theirs.jobs as string)];
}
