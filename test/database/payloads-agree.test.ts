import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { withoutAccess } from '../../src/domain/signed-addresses/signed-address.js';
import { sharedContract } from '../../src/server/boot/contract.js';
import { audienceSchemas } from '../../src/visibility/schemas/audience-schemas.js';
import { sampleOf } from '../harness/long-form.js';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { ask, openWorld, type World } from '../harness/world.js';
import { everythingOf } from '../leaks/operations.js';
import { callersIn } from '../roles/callers.js';
import { textOf } from '../roles/operation-text.js';
import type { Place } from '../roles/places.js';
import { variablesFor } from '../roles/variables.js';
import { OPERATION_ROWS, type RoleRow } from '../roles-table.js';

type Result = { job: { id: string }; sharePrompt: unknown; sharePromptStatus: string };
type Asked = (text: string, variables: object) => Promise<{ data: Record<string, Result> }>;

const { schema, policy } = sharedContract();

/** Types with a test of their own, and whose whole content would be too much for one answer. */
const LEFT_OUT = [
  'Query',
  'Mutation',
  'Publication',
  'SharePrompt',
  'StaffMember',
  // Stored once and never changed.
  'PagePublication',
  // Written by the worker.
  'Checkout',
  'Reminder',
  'InvoiceVersion',
  'QuoteVersion',
  // Everything hangs on a client, so a document with all of it would be too long.
  'Client',
  // Leads to its quote and its invoice; those of the job are compared below, without either.
  'PortalLink',
];

/** Everything of a job that this audience may see. */
function wholeJobFor(audience: 'BUSINESS_OWNER' | 'TRADIE'): string {
  const { visible } = audienceSchemas(schema, policy)[audience];
  const all = (name: string, leftOut: string[]) =>
    everythingOf(visible.getType(name) as GraphQLObjectType, leftOut);
  const links = visible.getType('PortalLink')
    ? `portalLinks ${all('PortalLink', [...LEFT_OUT, 'Job', 'Quote', 'Invoice'])}`
    : '';
  const added = `client { id name email phone address } ${links}`;
  return all('Job', LEFT_OUT).replace('{', `{ ${added}`);
}

const PROMPT =
  '{ revision raisedAt items { key kind label change sharedNow preselected before after } }';

/** Whether the table lets this audience do it on a job that it is assigned to. */
function may(audience: 'BUSINESS_OWNER' | 'TRADIE', { cells }: RoleRow): boolean {
  const cell = cells.find((each) => each.audience === audience)?.cell ?? '';
  return (cell[1] ?? cell[0]) === '+';
}

/** Mutations of the table that answer with the job they changed. */
const JOB_CHANGES = OPERATION_ROWS.filter((row) => {
  const [kind, operation = ''] = row.name.split('/')[0]?.split('.') ?? [];
  if (kind !== 'Mutation' || !may('BUSINESS_OWNER', row)) return false;
  const payload = getNamedType(schema.getMutationType()?.getFields()[operation]?.type);
  return isObjectType(payload) && payload.getInterfaces().some(({ name }) => name === 'JobChange');
});

let stripe: StripeLoopback;
let world: World;
let place: Place;
const asked: Record<string, { run: Asked; staffId?: string }> = {};
beforeAll(async () => {
  stripe = await openStripe();
  stripe.hold();
  world = await openWorld({ stripe: stripe.config(true) });
  const callers = await callersIn(world);
  place = callers.BUSINESS_OWNER.places(3)[1] as Place;
  for (const audience of ['BUSINESS_OWNER', 'TRADIE'] as const) {
    const token = (await callers[audience].token(false)) ?? undefined;
    asked[audience] = { run: ask(world.url, token) as Asked, staffId: callers[audience].staffId };
  }
});
afterAll(async () => {
  await world?.close();
  await stripe?.close();
});

it('walks every mutation that changes a job', () => {
  expect(JOB_CHANGES.length).toBeGreaterThan(25);
});

// A payload is read from what its change holds already; nobody may notice.
it.each(sampleOf(JOB_CHANGES, 2))(
  'answers an owner what a fresh read answers: $name',
  async ({ name }) => {
    await agrees(name, 'BUSINESS_OWNER');
  },
);

const OF_TRADIES = JOB_CHANGES.filter((row) => may('TRADIE', row));

it.each(sampleOf(OF_TRADIES, 3))('answers a Tradie the same: $name', async ({ name }) => {
  await agrees(name, 'TRADIE');
});

async function agrees(name: string, audience: 'BUSINESS_OWNER' | 'TRADIE'): Promise<void> {
  const { run, staffId } = asked[audience] as (typeof asked)[string];
  const variables = await variablesFor(name)(place, staffId);
  const operation = name.split('/')[0] ?? '';
  const selection = `{ job ${wholeJobFor(audience)} sharePrompt ${PROMPT} sharePromptStatus }`;
  const text = textOf(operation, variables).replace('{ __typename }', selection);
  const changed = await run(text, variables);
  const payload = Object.values(changed.data ?? {})[0] as Result;
  expect({ name, audience, errors: (changed as { errors?: unknown }).errors }).toEqual({
    name,
    audience,
    errors: undefined,
  });
  const fresh = await run(`query ($id: ID!) { job(id: $id) ${wholeJobFor(audience)} }`, {
    id: payload.job.id,
  });
  expect(settled(payload.job)).toEqual(settled(fresh.data.job));
  const prompt = await run(`query ($id: ID!) { sharePrompt(jobId: $id) ${PROMPT} }`, {
    id: payload.job.id,
  });
  expect(payload.sharePrompt).toEqual(prompt.data?.sharePrompt ?? null);
}

/**
 * A mail may be sent between the two reads, so of each only its id is compared; and a signed address may have the access of
 * the next half of its lifetime.
 */
function settled(job: unknown): unknown {
  const text = JSON.stringify(job, (_name, value) => {
    if (typeof value === 'string') return withoutAccess(value);
    return value?.__typename === 'Delivery' ? value.id : value;
  });
  return JSON.parse(text);
}
