import { aPayableInvoice, opened, queueIdle, recorded } from '../card-payments/payable.js';
import type { StripeLoopback } from '../harness/stripe-loopback.js';
import { type Mail, until, type World } from '../harness/world.js';

const OWNER = 'owner@demo.jobglass.test';

/** Sends the emails about an online payment and its refund. */
export async function cardPaymentLetters(
  world: World,
  stripe: StripeLoopback,
): Promise<Record<string, Mail>> {
  const owner = await world.as('owner');
  const payable = await aPayableInvoice(world, owner);
  stripe.books.pay(await opened(payable));
  await stripe.settled();
  const [{ id } = { id: '' }] = (await recorded(owner, payable)).payments;
  await owner(
    'mutation ($id: ID!) { refundPayment(id: $id, amountCents: 20000, reason: "Less work") { job { id } } }',
    { id },
  );
  await queueIdle(world, stripe);
  const about = (address: string, subject: RegExp) =>
    until(async () => (await world.mails(address)).find((mail) => subject.test(mail.subject)));
  return {
    'card-receipt': await about(payable.email, /receipt for invoice|إيصال دفع/),
    'card-refund': await about(payable.email, /refund for invoice|مبلغ مُعاد/),
    'card-paid': await about(OWNER, /paid invoice/),
  };
}
