import { assert } from 'fast-check';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import { moneyIsExact } from './money-model.js';

const RUNS = Number(process.env.MONEY_RUNS ?? 4);

let stripe: StripeLoopback;
let world: World;
let owner: Ask;
beforeAll(async () => {
  stripe = await openStripe();
  world = await openWorld({ stripe: stripe.config() });
  stripe.deliverTo(world.url);
  owner = await world.as('owner');
});
afterAll(async () => {
  await world?.close();
  await stripe?.close();
});

it('money is exact through online payments, cash, refunds, disputes, and events in any order', async () => {
  await assert(
    moneyIsExact(() => ({ world, owner, stripe })),
    { numRuns: RUNS, endOnFailure: true, includeErrorInReport: true },
  );
}, 600_000);
