import { following } from '../harness/live.js';
import { itInLongForm, sampleOf } from '../harness/long-form.js';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { type Ask, openWorld, tokenIn, until, type World } from '../harness/world.js';
import { aDraft, aScheduledJob, refusals } from '../invoices/a-job-to-invoice.js';
import * as ops from '../operations.gen.js';
import {
  aPayableInvoice,
  opened,
  type Payable,
  pay,
  queueIdle,
  recorded,
  type StaffInvoice,
  seenBy,
  sweep,
} from './payable.js';

const OWNER = 'owner@demo.jobglass.test';
const TOTAL = 110_000;

let stripe: StripeLoopback;
let world: World;
let owner: Ask;
beforeAll(async () => {
  stripe = await openStripe();
  world = await openWorld({ stripe: stripe.config() });
  stripe.deliverTo(world.url);
  owner = await world.as('owner');
});
afterEach(() => stripe.hold(false));
afterAll(async () => {
  await world?.close();
  await stripe?.close();
});

it('a client pays in two tabs at once: one page, one payment, receipts and live news', async () => {
  const payable = await aPayableInvoice(world, owner);
  const tabs = await Promise.all([opened(payable), opened(payable), opened(payable, 'k1')]);
  const session = tabs[0] as string;
  expect(new Set(tabs).size).toBe(1);
  const calls = stripe.calls.length;
  expect(await opened(payable)).toBe(session);
  expect(stripe.calls).toHaveLength(calls);
  expect(stripe.books.sessions.get(session)).toMatchObject({
    amount_total: TOTAL,
    currency: 'aud',
    title: expect.stringMatching(/^Invoice \d+: Roof repair$/),
    success_url: `${world.running.services.config.publicUrl}/portal?payment=${payable.invoiceId}`,
  });
  expect(JSON.stringify(stripe.sessions())).not.toContain('jgp_');
  const { data } = await owner<
    { portalSwitchOffImpact: { paymentsUnderWayCount: number } },
    object
  >('{ portalSwitchOffImpact { paymentsUnderWayCount } }');
  expect(data.portalSwitchOffImpact.paymentsUnderWayCount).toBe(1);

  stripe.hold();
  stripe.books.pay(session);
  expect(await seenBy(payable)).toMatchObject({ paidCents: 0 });
  const [event] = stripe.waiting;
  await Promise.all([stripe.send(event as never), stripe.send(event as never)]);
  await stripe.deliverAll();
  expect(await seenBy(payable)).toMatchObject({ status: 'PAID', owedCents: 0, paidCents: TOTAL });
  expect(await recorded(owner, payable)).toMatchObject({
    payments: [{ amountCents: TOTAL, method: 'CARD_ONLINE', recordedBy: null, reversedAt: null }],
    checkouts: [{ status: 'PAID', receivedCents: TOTAL, refunds: [] }],
  });
  const receipt = await mailAbout(payable.email, /receipt for invoice/);
  expect(receipt.text).toContain('$1,100.00');
  await mailAbout(OWNER, /Kim Client paid invoice/);
  expect(refusals(await pay(payable))).toEqual(['CONFLICT']);
});

it('cash at the counter while the page is open: the page is closed, what slips through is refunded', async () => {
  const payable = await aPayableInvoice(world, owner);
  const session = await opened(payable);
  await cash(payable, TOTAL);
  await queueIdle(world, stripe);
  expect(stripe.books.sessions.get(session)?.status).toBe('expired');
  expect((await recorded(owner, payable)).checkouts).toMatchObject([{ status: 'EXPIRED' }]);

  const other = await aPayableInvoice(world, owner);
  const open = await opened(other);
  stripe.hold();
  stripe.books.pay(open);
  await cash(other, 60_000);
  await stripe.deliverAll();
  stripe.hold(false);
  await queueIdle(world, stripe);
  // 500.00 were owed still; 600.00 go back.
  const { paidCents, checkouts, payments } = await recorded(owner, other);
  expect({ paidCents, checkouts }).toMatchObject({
    paidCents: TOTAL,
    checkouts: [{ refunds: [{ kind: 'EXCESS', status: 'SUCCEEDED', amountCents: 60_000 }] }],
  });
  expect(payments.map(({ amountCents, reversedAt }) => [amountCents, !reversedAt])).toEqual([
    [60_000, true],
    [50_000, true],
    [60_000, false],
  ]);
  expect((await seenBy(other)).reversedPayments).toEqual([{ amountCents: 60_000 }]);
  const receipt = new RegExp(`receipt for invoice ${(await recorded(owner, other)).number}$`);
  expect((await mailAbout(other.email, receipt)).text).toContain('$600.00 of it was not owed');
});

const ENDS = [
  ['the portal is switched off', portalOff, TOTAL, 'SAME_JOB'],
  ['the link is revoked', revokeLinks, TOTAL, 'OWN_JOB'],
  ['the invoice is made void', makeVoid, 0, 'SAME_JOB'],
] as const;
it.each(sampleOf(ENDS, 3))(
  'when %s, the page is closed, and a payment that slips through counts if it is still owed',
  async (ends, end, countedCents, jobs) => {
    const [payable, slipped] = [
      await aPayableInvoice(world, owner, jobs),
      await aPayableInvoice(world, owner, jobs),
    ];
    const closed = await opened(payable);
    const undo = await end(payable);
    await queueIdle(world, stripe);
    expect(stripe.books.sessions.get(closed)?.status).toBe('expired');
    await undo?.();

    const session = await opened(slipped);
    stripe.hold();
    stripe.books.pay(session);
    const undoAgain = await end(slipped);
    await stripe.deliverAll();
    stripe.hold(false);
    await queueIdle(world, stripe);
    const { number, paidCents, checkouts } = await recorded(owner, slipped);
    expect({ paidCents, checkouts }).toMatchObject({
      paidCents: countedCents,
      checkouts: [{ status: 'PAID' }],
    });
    expect(checkouts[0]?.refunds).toMatchObject(
      countedCents > 0 ? [] : [{ kind: 'EXCESS', status: 'SUCCEEDED', amountCents: TOTAL }],
    );
    const told = await mailAbout(OWNER, new RegExp(`Kim Client paid invoice ${number}$`));
    expect(told.text).toContain('The payment was under way when');
    const receipt = await mailAbout(slipped.email, new RegExp(`receipt for invoice ${number}$`));
    expect(receipt.text).not.toContain('jgp_');
    if (countedCents > 0) expect(receipt.attachments).toHaveLength(1);
    await undoAgain?.();
    if (ends === 'the portal is switched off')
      expect(await seenBy(slipped)).toMatchObject({ status: 'PAID', owedCents: 0 });
  },
);

const LOWERED = [
  ['a smaller version is sent', sendSmaller, { countedCents: 55_000, totalCents: 55_000 }],
  ['half of it is credited', creditHalf, { countedCents: 55_000, totalCents: TOTAL }],
] as const;
it.each(sampleOf(LOWERED, 2))(
  'when %s, the page is closed, and a payment that slips through counts as far as it is owed on that version',
  async (_, lower, after) => {
    const [payable, slipped] = [
      await aPayableInvoice(world, owner),
      await aPayableInvoice(world, owner),
    ];
    const closed = await opened(payable);
    await lower(payable);
    await queueIdle(world, stripe);
    expect(stripe.books.sessions.get(closed)?.status).toBe('expired');
    const next = await opened(payable);
    expect(stripe.books.sessions.get(next)?.amount_total).toBe(55_000);

    const session = await opened(slipped);
    stripe.hold();
    stripe.books.pay(session);
    await lower(slipped);
    await stripe.deliverAll();
    stripe.hold(false);
    await queueIdle(world, stripe);
    const { checkouts, payments, ...books } = await booksOf(slipped);
    expect(books).toMatchObject({
      totalCents: after.totalCents,
      paidCents: after.countedCents,
      owedCents: 55_000 - after.countedCents,
    });
    expect(checkouts).toMatchObject([
      {
        status: 'PAID',
        refunds: [{ kind: 'EXCESS', status: 'SUCCEEDED', amountCents: TOTAL - after.countedCents }],
      },
    ]);
    expect(payments.filter(({ reversedAt }) => !reversedAt)).toHaveLength(
      after.countedCents > 0 ? 1 : 0,
    );
  },
);

itInLongForm(
  'a credit note of what was paid online leaves its part to refund, and nothing is owed again',
  async () => {
    const payable = await paid();
    await creditHalf(payable);
    const { payments } = await booksOf(payable);
    expect((await booksOf(payable)).refundDueCents).toBe(55_000);
    const refunded = await owner(
      'mutation ($id: ID!) { refundPayment(id: $id, amountCents: 55000, reason: "Credited") { refund { status } } }',
      { id: payments[0]?.id },
    );
    expect(refunded.errors).toBeUndefined();
    await queueIdle(world, stripe);
    expect(await booksOf(payable)).toMatchObject({
      paidCents: 55_000,
      owedCents: 0,
      refundDueCents: 0,
      status: 'PAID',
    });
  },
);

it('an invoice is paid on a page of its own: cut off with the portal, then paid once, shown at once, with a receipt', async () => {
  const { jobId, email } = await aScheduledJob(owner);
  const { id: invoiceId } = await aDraft(owner, jobId);
  expect((await owner(ops.SendInvoiceDocument, { id: invoiceId })).errors).toBeUndefined();
  const token = tokenIn(await mailAbout(email, /invoice/));
  const client = world.withToken(token);
  const payable = { invoiceId, jobId, email, client };
  const first = await opened(payable);
  await setPortal(false);
  expect(refusals(await pay(payable))).toEqual(['NOT_FOUND']);
  await queueIdle(world, stripe);
  expect(stripe.books.sessions.get(first)?.status).toBe('expired');
  await setPortal(true);

  const live = await following(world, token, ops.OwnPageChangedDocument);
  const [session, again] = [await opened(payable), await opened(payable)];
  expect(again).toBe(session);
  stripe.books.pay(session);
  expect((await live.next()).data.portalChanged).toMatchObject({
    job: null,
    invoice: { id: invoiceId, status: 'PAID', owedCents: 0, paidCents: TOTAL },
  });
  await live.close();
  await stripe.settled();
  const receipt = await mailAbout(email, /receipt/);
  const page = await world.withToken(tokenIn(receipt))(ops.OwnPageDocument);
  expect(page.data.portal).toMatchObject({ job: null, invoice: { status: 'PAID' } });
  expect(refusals(await pay(payable))).toEqual(['CONFLICT']);
});

itInLongForm('another address of the client closes its payment pages', async () => {
  const payable = await aPayableInvoice(world, owner, 'OWN_JOB');
  const session = await opened(payable);
  const { rows } = await world.sql('select client_id::text as id from invoices where id = $1', [
    payable.invoiceId,
  ]);
  const input = { id: String(rows[0]?.id), email: 'moved@client.test' };
  expect((await owner(ops.UpdateClientDocument, { input })).errors).toBeUndefined();
  await queueIdle(world, stripe);
  expect(stripe.books.sessions.get(session)?.status).toBe('expired');
});

it('the portal is switched off while Stripe opens the page: nobody gets it, and it is closed', async () => {
  const payable = await aPayableInvoice(world, owner);
  stripe.beforeAnswer(async ({ path }) => {
    if (path === '/v1/checkout/sessions') await setPortal(false);
  });
  expect(refusals(await pay(payable))).toEqual(['NOT_FOUND']);
  stripe.beforeAnswer(() => undefined);
  await queueIdle(world, stripe);
  await setPortal(true);
  expect(stripe.sessions().at(-1)?.status).toBe('expired');
  expect((await recorded(owner, payable)).checkouts).toMatchObject([{ status: 'EXPIRED' }]);
});

it('Stripe does not answer: nothing is paid, and the next try is the same page', async () => {
  const payable = await aPayableInvoice(world, owner);
  const before = stripe.sessions().length;
  stripe.beforeAnswer(() => {
    throw new Error('The connection breaks.');
  });
  const answer = await pay(payable);
  stripe.beforeAnswer(() => undefined);
  expect(refusals(answer)).toEqual(['UNAVAILABLE']);
  // A payment of another amount that names the checkout, such as by a payment link of the same account.
  const foreign = { ...stripe.sessions().at(-1), id: 'cs_foreign', amount_total: 100 };
  const paidElsewhere = { ...foreign, status: 'complete', payment_status: 'paid' };
  await stripe.send(stripe.books.event('checkout.session.completed', paidElsewhere));
  expect(await seenBy(payable)).toMatchObject({ paidCents: 0 });
  const session = await opened(payable);
  expect(stripe.sessions()).toHaveLength(before + 1);
  expect(session).toBe(stripe.sessions().at(-1)?.id);

  stripe.failWhen(({ path }) =>
    path === '/v1/checkout/sessions' ? { status: 400, code: 'amount_too_small' } : null,
  );
  const small = await aPayableInvoice(world, owner);
  const refused = await pay(small);
  stripe.failWhen(() => null);
  expect(refusals(refused)).toEqual(['CONFLICT']);
  expect(JSON.stringify(refused)).not.toMatch(/stripe|amount_too_small|sk_/i);
  expect((await recorded(owner, small)).checkouts).toMatchObject([
    { status: 'FAILED', failure: 'amount_too_small' },
  ]);
});

it('no event comes: Stripe is asked, and the payment is found', async () => {
  const payable = await aPayableInvoice(world, owner);
  const session = await opened(payable);
  stripe.hold();
  stripe.books.pay(session);
  stripe.waiting.splice(0);
  world.clock.advance(3 * 60_000);
  await sweep(world, stripe);
  expect(await seenBy(payable)).toMatchObject({ status: 'PAID' });
});

itInLongForm(
  'a payment that a bank confirms later: being confirmed, then failed; then paid',
  async () => {
    const payable = await aPayableInvoice(world, owner);
    const first = await opened(payable);
    stripe.books.pay(first, { isAsync: true });
    await stripe.settled();
    expect(await seenBy(payable)).toMatchObject({ paidCents: 0, confirmingCents: TOTAL });
    expect(refusals(await pay(payable))).toEqual(['CONFLICT']);
    stripe.books.confirm(first, false);
    await stripe.settled();
    expect(await seenBy(payable)).toMatchObject({ status: 'SENT', confirmingCents: 0 });
    await mailAbout(payable.email, /payment of invoice \d+ failed/);

    const second = await opened(payable);
    expect(second).not.toBe(first);
    stripe.hold();
    stripe.books.pay(second, { isAsync: true });
    stripe.books.confirm(second, true);
    // In the wrong order.
    for (const event of stripe.waiting.splice(0).reverse()) await stripe.send(event);
    expect(await seenBy(payable)).toMatchObject({ status: 'PAID', confirmingCents: 0 });
  },
);

it('staff refund a part and then the rest; one at Stripe counts too, also before its payment', async () => {
  const payable = await paid();
  const { payments } = await recorded(owner, payable);
  const refund = (id: string, variables: object) =>
    owner(
      `mutation ($id: ID!, $amountCents: Int, $key: String) {
        refundPayment(id: $id, amountCents: $amountCents, reason: "Less work", key: $key) { refund { id status } } }`,
      { id, ...variables },
    );
  const [first] = payments;
  const part = { amountCents: 30_000, key: 'r1' };
  expect((await refund(first?.id as string, part)).errors).toBeUndefined();
  expect((await refund(first?.id as string, part)).errors).toBeUndefined();
  await queueIdle(world, stripe);
  const after = await recorded(owner, payable);
  expect(after).toMatchObject({ status: 'PARTLY_PAID', paidCents: 80_000, owedCents: 30_000 });
  expect(refusals(await refund(first?.id as string, {}))).toEqual(['CONFLICT']);
  const rest = after.payments.find(({ reversedAt }) => !reversedAt)?.id as string;
  expect(refusals(await refund(rest, { amountCents: 80_001 }))).toEqual([
    'VALIDATION_FAILED amountCents',
  ]);
  await refund(rest, {});
  await queueIdle(world, stripe);
  expect(await seenBy(payable)).toMatchObject({ status: 'SENT', paidCents: 0 });
  await mailAbout(payable.email, /refund for invoice/);
  expect(refusals(await owner(ops.ReversePaymentDocument, { id: rest, reason: 'No' }))).toEqual([
    'CONFLICT',
  ]);

  const other = await aPayableInvoice(world, owner);
  const session = await opened(other);
  stripe.hold();
  stripe.books.pay(session);
  stripe.books.refundByHand(intentOf(session), 10_000);
  // Written by somebody at Stripe.
  Object.assign(stripe.waiting.at(-1)?.data.object as object, {
    metadata: { jobglass_refund: 'not an id' },
  });
  for (const event of stripe.waiting.splice(0).reverse()) await stripe.send(event);
  await queueIdle(world, stripe);
  expect(await seenBy(other)).toMatchObject({ paidCents: 100_000, owedCents: 10_000 });
});

itInLongForm(
  'a refund of which there was no answer is looked up after a day, not made once more',
  async () => {
    const payable = await paid();
    const [{ id } = { id: '' }] = (await recorded(owner, payable)).payments;
    const intent = intentOf(stripe.sessions().at(-1)?.id as string);
    stripe.hold();
    stripe.beforeAnswer(({ path }) => {
      if (path === '/v1/refunds') throw new Error('The connection breaks.');
    });
    await owner(
      'mutation ($id: ID!) { refundPayment(id: $id, amountCents: 20000, reason: "No") { job { id } } }',
      { id },
    );
    await until(async () => stripe.books.refundedOf(intent));
    await queueIdle(world, stripe);
    stripe.beforeAnswer(() => undefined);
    stripe.waiting.splice(0);
    stripe.forgetKeys();
    await world.sql(
      "update card_refunds set requested_at = requested_at - interval '1 day' where status = 'REQUESTED'",
    );
    await sweep(world, stripe);
    expect(await recorded(owner, payable)).toMatchObject({
      paidCents: 90_000,
      checkouts: [{ refunds: [{ kind: 'REFUND', status: 'SUCCEEDED', amountCents: 20_000 }] }],
    });
    expect(stripe.books.refundedOf(intent)).toBe(20_000);
  },
);

itInLongForm(
  'of a currency with three decimals goes back what Stripe can refund, and never less than was not owed',
  async () => {
    const currency = (code: string) => world.sql('update businesses set currency = $1', [code]);
    await currency('KWD');
    const payable = await aPayableInvoice(world, owner);
    const session = await opened(payable);
    expect(stripe.books.sessions.get(session)).toMatchObject({
      amount_total: TOTAL,
      currency: 'kwd',
    });
    stripe.hold();
    stripe.books.pay(session);
    await cash(payable, 1_234);
    await stripe.deliverAll();
    stripe.hold(false);
    await queueIdle(world, stripe);
    expect(await recorded(owner, payable)).toMatchObject({
      paidCents: TOTAL - 6,
      owedCents: 6,
      checkouts: [{ refunds: [{ kind: 'EXCESS', status: 'SUCCEEDED', amountCents: 1_240 }] }],
    });
    expect(stripe.books.refundedOf(intentOf(session))).toBe(1_240);
    await currency('AUD');
  },
);

it('a refund fails, a dispute is lost: staff are told, and the books follow', async () => {
  const payable = await paid();
  const [{ id } = { id: '' }] = (await recorded(owner, payable)).payments;
  stripe.books.refundRefusal = 'insufficient_funds';
  await owner(`mutation ($id: ID!) { refundPayment(id: $id, reason: "Sorry") { job { id } } }`, {
    id,
  });
  await queueIdle(world, stripe);
  stripe.books.refundRefusal = null;
  expect(await recorded(owner, payable)).toMatchObject({
    paidCents: TOTAL,
    checkouts: [{ refunds: [{ status: 'FAILED', failure: 'insufficient_funds' }] }],
  });
  await mailAbout(OWNER, /Refund for invoice \d+ failed/);

  const session = stripe.sessions().at(-1)?.id as string;
  const dispute = stripe.books.dispute(intentOf(session));
  await stripe.settled();
  expect(await seenBy(payable)).toMatchObject({ status: 'PAID' });
  await mailAbout(OWNER, /Kim Client disputes a payment/);
  stripe.books.closeDispute(dispute, 'lost');
  await stripe.settled();
  expect(await seenBy(payable)).toMatchObject({ status: 'SENT', owedCents: TOTAL });
  await mailAbout(OWNER, /Dispute about invoice \d+ lost/);
});

it('the webhook takes signed events only, and forged, unknown or repeated ones change nothing', async () => {
  const payable = await aPayableInvoice(world, owner);
  const session = await opened(payable);
  stripe.hold();
  stripe.books.pay(session);
  const [event] = stripe.waiting.splice(0);
  expect(await stripe.send(event as never, 'whsec_forged')).toBe(400);
  const foreign = structuredClone(event) as never as { id: string; account?: string };
  Object.assign(foreign, { id: 'evt_foreign', account: 'acct_foreign' });
  expect(await stripe.send(foreign as never)).toBe(200);
  expect(await stripe.send(stripe.books.event('invoice.paid', { id: 'in_1' }))).toBe(200);
  // The key is one of the test mode.
  const live = { ...(event as never as object), id: 'evt_live', livemode: true };
  expect(await stripe.send(live as never)).toBe(200);
  const plain = (body: string) => fetch(`${world.url}/webhooks/stripe`, { method: 'POST', body });
  expect((await plain('{}')).status).toBe(400);
  expect((await plain('x'.repeat(300_000))).status).toBe(413);
  expect(await seenBy(payable)).toMatchObject({ paidCents: 0 });
  expect(await stripe.send(event as never)).toBe(200);
  expect(await seenBy(payable)).toMatchObject({ status: 'PAID' });
  const { rows } = await world.sql(
    "select outcome from stripe_events where id in ('evt_foreign', 'evt_live', $1) order by id",
    [event?.id],
  );
  expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['IGNORED', 'RECORDED', 'UNKNOWN']);
  const wrong = async () => (await plain('{}')).status;
  for (let left = 60; left > 0; left -= 1) await wrong();
  expect(await wrong()).toBe(429);
  // Behind a proxy that is not trusted, they have the address of Stripe.
  expect(await stripe.send(stripe.books.event('invoice.paid', { id: 'in_2' }))).toBe(200);
});

async function paid(): Promise<Payable> {
  const payable = await aPayableInvoice(world, owner);
  stripe.books.pay(await opened(payable));
  await stripe.settled();
  expect(await seenBy(payable)).toMatchObject({ status: 'PAID' });
  return payable;
}

function intentOf(session: string): string {
  return stripe.books.sessions.get(session)?.payment_intent as string;
}

async function cash({ invoiceId }: Payable, amountCents: number): Promise<void> {
  const { errors } = await owner(ops.RecordPaymentDocument, { invoiceId, amountCents });
  expect(errors).toBeUndefined();
}

async function setPortal(clientPortalEnabled: boolean): Promise<void> {
  const { errors } = await owner(
    'mutation ($input: UpdateSiteSettingsInput!) { updateSiteSettings(input: $input) { business { id } } }',
    { input: { clientPortalEnabled } },
  );
  expect(errors).toBeUndefined();
}

async function portalOff() {
  await setPortal(false);
  return () => setPortal(true);
}

async function makeVoid({ invoiceId }: Payable) {
  const { errors } = await owner(ops.VoidInvoiceDocument, { id: invoiceId });
  expect(errors).toBeUndefined();
  return undefined;
}

async function sendSmaller({ invoiceId: id }: Payable) {
  const lines = [{ description: 'Labour', quantity: 5, unitPriceCents: 10_000 }];
  const { errors } = await owner(ops.UpdateInvoiceDocument, { input: { id, lines } });
  expect(errors).toBeUndefined();
  expect((await owner(ops.SendInvoiceDocument, { id })).errors).toBeUndefined();
}

async function creditHalf({ invoiceId: id }: Payable) {
  const { data } = await owner<{ invoice: { lines: { id: string }[] } }, object>(
    'query ($id: ID!) { invoice(id: $id) { lines { id } } }',
    { id },
  );
  const lines = data.invoice.lines.map((line) => ({ lineId: line.id, quantity: 5 }));
  const { errors } = await owner(ops.CreditInvoiceDocument, { id, lines, reason: 'Half was done' });
  expect(errors).toBeUndefined();
}

/** The money of an invoice of which some may be credited, as staff see it. */
async function booksOf({ invoiceId }: Payable) {
  const { data, errors } = await owner<
    { invoice: StaffInvoice & { refundDueCents: number } },
    object
  >(
    `query ($id: ID!) { invoice(id: $id) { status totalCents paidCents owedCents refundDueCents
      payments { id amountCents reversedAt } checkouts { status refunds { kind status amountCents } } } }`,
    { id: invoiceId },
  );
  expect(errors).toBeUndefined();
  return data.invoice;
}

async function revokeLinks({ jobId }: Payable) {
  const { data } = await owner<{ job: { portalLinks: { id: string }[] } }, object>(
    'query ($id: ID!) { job(id: $id) { portalLinks { id } } }',
    { id: jobId },
  );
  for (const { id } of data.job.portalLinks)
    await owner('mutation ($id: ID!) { revokePortalLink(id: $id) { portalLink { id } } }', { id });
  return undefined;
}

function mailAbout(address: string, subject: RegExp) {
  return until(async () => (await world.mails(address)).find((mail) => subject.test(mail.subject)));
}
