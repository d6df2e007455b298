import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import { refusals } from '../invoices/a-job-to-invoice.js';
import {
  aPayableInvoice,
  opened,
  type Payable,
  pay,
  queueIdle,
  recorded,
  seenBy,
} from './payable.js';

let stripe: StripeLoopback;
let world: World;
let owner: Ask;
let payable: Payable;
beforeAll(async () => {
  stripe = await openStripe();
  world = await openWorld({ stripe: stripe.config(true) });
  stripe.deliverTo(world.url);
  owner = await world.as('owner');
  payable = await aPayableInvoice(world, owner);
});
afterAll(async () => {
  await world?.close();
  await stripe?.close();
});

it('a business connects its account, and payments and refunds go through it', async () => {
  expect(await settings()).toEqual({ mode: 'CONNECT', enabled: true, account: 'NONE' });
  expect(await canPay()).toBe(false);
  expect(refusals(await pay(payable))).toEqual(['CONFLICT']);

  // Stripe does not answer at first; asked again, it is one account.
  stripe.failWhen(({ path }) =>
    path === '/v1/account_links' ? { status: 500, code: 'api_error' } : null,
  );
  expect(refusals(await connect())).toEqual(['UNAVAILABLE']);
  stripe.failWhen(() => null);
  const { data } = await connect();
  expect(data.connectStripe.url).toContain('onboarding');
  const [account, ...others] = stripe.accounts();
  expect(others).toEqual([]);
  expect(account).toMatchObject({ country: 'AU' });
  expect(await settings()).toMatchObject({ account: 'INCOMPLETE' });
  expect(await canPay()).toBe(false);

  stripe.books.completeAccount(account?.id as string);
  await stripe.settled();
  expect(await settings()).toMatchObject({ account: 'READY' });
  expect(await canPay()).toBe(true);

  const session = await opened(payable);
  expect(stripe.books.sessions.get(session)?.account).toBe(account?.id);
  stripe.books.pay(session);
  await stripe.settled();
  expect(await seenBy(payable)).toMatchObject({ status: 'PAID' });
  const [{ id } = { id: '' }] = (await recorded(owner, payable)).payments;
  await owner('mutation ($id: ID!) { refundPayment(id: $id, reason: "No") { job { id } } }', {
    id,
  });
  await queueIdle(world, stripe);
  expect(await seenBy(payable)).toMatchObject({ status: 'SENT', paidCents: 0 });
});

it('switching online payments off closes open pages; leaving Stripe too', async () => {
  const session = await opened(payable);
  await switchTo(false);
  await queueIdle(world, stripe);
  expect(stripe.books.sessions.get(session)?.status).toBe('expired');
  expect(await canPay()).toBe(false);
  await switchTo(true);
  expect(await canPay()).toBe(true);

  const account = stripe.accounts()[0]?.id as string;
  const event = stripe.books.event('account.application.deauthorized', { id: 'ca_1' }, account);
  expect(await stripe.send(event)).toBe(200);
  expect(await settings()).toMatchObject({ account: 'NONE' });
  expect(await canPay()).toBe(false);
  // Other details after a call without an answer are another call, which Stripe does not refuse.
  stripe.beforeAnswer(() => {
    throw new Error('The connection breaks.');
  });
  expect(refusals(await connect())).toEqual(['UNAVAILABLE']);
  stripe.beforeAnswer(() => undefined);
  await owner(
    'mutation { updateBusiness(input: { email: "office@bright.test" }) { business { id } } }',
  );
  expect((await connect()).errors).toBeUndefined();
  expect(stripe.accounts()).toHaveLength(3);
  expect(await settings()).toMatchObject({ account: 'INCOMPLETE' });
});

async function settings() {
  const { data } = await owner<{ cardPayments: object }, object>(
    '{ cardPayments { mode enabled account } }',
  );
  return data.cardPayments;
}

function connect() {
  return owner<{ connectStripe: { url: string } }, object>('mutation { connectStripe { url } }');
}

async function switchTo(enabled: boolean): Promise<void> {
  const { errors } = await owner(
    'mutation ($enabled: Boolean) { updateBusiness(input: { cardPaymentsEnabled: $enabled }) { business { id } } }',
    { enabled },
  );
  expect(errors).toBeUndefined();
}

async function canPay(): Promise<boolean> {
  const { data } = await payable.client<{ portal: { canPayOnline: boolean } }, object>(
    '{ portal { canPayOnline } }',
  );
  return data.portal.canPayOnline;
}
