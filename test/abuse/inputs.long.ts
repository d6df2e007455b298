import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { openWorld, type World } from '../harness/world.js';
import { tryEveryInput } from './every-input.js';

let stripe: StripeLoopback;
let world: World;
beforeAll(async () => {
  stripe = await openStripe();
  stripe.hold();
  world = await openWorld({ enquiriesPer10Minutes: 100_000, stripe: stripe.config(true) });
});
afterAll(async () => {
  await world?.close();
  await stripe?.close();
});

tryEveryInput(
  () => world,
  (tries) => tries,
);
