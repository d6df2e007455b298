import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import { textOf } from '../roles/operation-text.js';
import { type Place, placeOf } from '../roles/places.js';
import { variablesFor } from '../roles/variables.js';
import { OPERATION_ROWS } from '../roles-table.js';
import { makeKey, passes, rulesOfOperations } from './api-keys.js';

const SETS = [
  ['SEE_ALL_JOBS'],
  ['WORK_ON_JOBS'],
  ['WRITE_JOBS'],
  ['WRITE_SALES'],
  ['ACCEPT_QUOTES'],
  ['WRITE_INVOICES'],
  ['SHARE'],
  ['SWITCH_PORTAL', 'MANAGE_PAYMENT_TERMS'],
  ['ANSWER_ENQUIRIES', 'WRITE_SALES'],
];

let stripe: StripeLoopback;
let world: World;
let owner: Ask;
let place: Place;
beforeAll(async () => {
  stripe = await openStripe();
  world = await openWorld({ enquiriesPer10Minutes: 1000, stripe: stripe.config(true) });
  owner = await world.as('owner');
  place = await placeOf(world, owner, 'bright-spark', []);
  place.nextDoor = await placeOf(world, await world.as('soletrader'), 'sol-plumbing', []);
});
afterAll(async () => {
  await world?.close();
  await stripe?.close();
});

/** Answers of an operation that was admitted: it was done, or something in it was refused for another reason. */
const ADMITTED = [undefined, 'NOT_FOUND', 'VALIDATION_FAILED', 'CONFLICT', 'ITEM_NOT_SHAREABLE'];

/** Of all operations by one key. */
const MAX_MS = 180_000;

it.each(SETS.map((set) => ({ set })))(
  'a key with $set does every operation of its capabilities, and no other',
  async ({ set }) => {
    const key = await makeKey(world, owner, set);
    const rules = rulesOfOperations();
    for (const { name } of OPERATION_ROWS) {
      const operation = name.split('/')[0] as string;
      if (operation.startsWith('Subscription.') || name.includes('/')) continue;
      const variables = await variablesFor(name)(place);
      const { errors } = await key.ask<unknown, object>(textOf(operation, variables), variables);
      const code = errors?.[0]?.extensions.code;
      const isOpen = passes(rules.get(operation) as string, key.capabilities);
      if (!isOpen) expect([operation, code]).toEqual([operation, 'FORBIDDEN']);
      else if (!ADMITTED.includes(code)) expect([operation, errors]).toBe('admitted');
    }
  },
  MAX_MS,
);
