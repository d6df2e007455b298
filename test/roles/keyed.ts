import { v7 } from 'uuid';
import { sharedContract } from '../../src/server/boot/contract.js';
import { IS_KEYED } from '../../src/visibility/inputs/repeats.js';
import { type Answer, ask, type World } from '../harness/world.js';
import { textOf, wholePayload } from './operation-text.js';
import { written } from './written.js';

/** Mutations that keep their keys with what they make, and say CONFLICT in a way of their own. */
export const OWN_KEYS = ['recordPayment', 'refundPayment', 'payInvoice'];

/** Request that differs from the first, where it cannot be made of that one. */
const ANOTHER: Record<string, object | null> = {
  'Mutation.recordPayment': { amountCents: 200 },
  'Mutation.refundPayment': { amountCents: 50 },
  'Mutation.updateOwnProfile': { input: { phone: '0499 123 457' } },
  'Mutation.createWebhookEndpoint': {
    input: { url: 'https://9.9.9.9/others', topics: ['enquiry.removed'] },
  },
  'Mutation.requireSecondFactorFor': { roles: ['ADMIN'] },
  // The client has one invoice on its page; see `card-payments/paying.test.ts`.
  'Mutation.payInvoice': null,
};

/** What the queue does meanwhile: it sends emails and webhooks, and asks Stripe for refunds. */
const BY_THEMSELVES = [
  ...['status', 'sentAt', 'attempts', 'failure'],
  ...['lastAttemptAt', 'nextAttemptAt', 'deliveredAt', 'error', 'statusCode'],
];
const QUEUED = ['Delivery', 'CardRefund', 'WebhookDelivery'];

export interface Asked {
  world: World;
  operation: string;
  token: string | null;
  variables: Record<string, unknown>;
}

/** Whether an operation is a mutation that takes a key. */
export function isKeyed(operation: string): boolean {
  const [kind, name = ''] = operation.split('.');
  if (kind !== 'Mutation') return false;
  const field = sharedContract().schema.getMutationType()?.getFields()[name];
  return Boolean(field?.extensions[IS_KEYED]) || OWN_KEYS.includes(name);
}

/** Calls a mutation twice with one key: the second call writes nothing and has the same answer. Another request is refused. */
export async function expectOnce(asked: Asked): Promise<void> {
  const { operation, variables } = asked;
  const key = v7();
  const first = await called(asked, { ...variables, key });
  expect(first.errors).toBeUndefined();
  const before = await writtenBy(asked);
  const second = await called(asked, { ...variables, key });
  expect(second.errors).toBeUndefined();
  expect(steady(second.data)).toEqual(steady(first.data));
  const another = ANOTHER[operation] === undefined ? changed(variables) : ANOTHER[operation];
  // A visitor is nobody in particular: their other request is another person's.
  if (another && asked.token) {
    const { errors } = await called(asked, { ...variables, ...another, key });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
  }
  expect(await writtenBy(asked)).toEqual(before);
}

/** All that is written, apart from the mails with which the queue reports what it did for the mutation. */
async function writtenBy({ world, operation }: Asked): Promise<unknown> {
  const tables = (await written(world)) as { name: string }[];
  const isReported = operation === 'Mutation.refundPayment';
  return tables.filter(({ name }) => !isReported || name !== 'outgoing_emails');
}

function called(
  { world, operation, token }: Asked,
  variables: Record<string, unknown>,
): Promise<Answer<object>> {
  const text = textOf(operation, variables, wholePayload(operation.split('.')[1] as string));
  return ask(world.url, token ?? undefined)<object, object>(text, variables);
}

/** The same without what the queue changes meanwhile. */
function steady(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), (_, value) =>
    QUEUED.includes(value?.__typename)
      ? Object.fromEntries(Object.entries(value).filter(([name]) => !BY_THEMSELVES.includes(name)))
      : value,
  );
}

/** A request with another first value: valid, but about something else. */
function changed(variables: Record<string, unknown>): Record<string, unknown> {
  for (const [name, value] of Object.entries(variables)) {
    const other = otherValue(value);
    if (other !== undefined) return { ...variables, [name]: other };
  }
  throw new Error(`Nothing can be changed in ${JSON.stringify(variables)}.`);
}

const UUID = /^[0-9a-f]{8}-/;

function otherValue(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return UUID.test(value) ? v7() : `Not ${value}`;
  if (value && typeof value === 'object' && !Array.isArray(value))
    return changed(value as Record<string, unknown>);
  return undefined;
}
