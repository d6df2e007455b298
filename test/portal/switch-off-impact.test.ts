import { sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, tokenIn, type World } from '../harness/world.js';
import { aDraft, aScheduledJob, refusals, share } from '../invoices/a-job-to-invoice.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const NOTHING = {
  unansweredQuotes: [],
  unansweredQuoteCount: 0,
  unpaidInvoices: [],
  unpaidInvoiceCount: 0,
  viewsInLast15Minutes: [],
  viewsInLast15MinutesCount: 0,
};

async function impact(ask: Ask = owner) {
  const { data, errors } = await ask(ops.SwitchOffImpactDocument);
  expect(errors).toBeUndefined();
  return data.portalSwitchOffImpact;
}

describe('before the Client Portal is switched off', () => {
  it('it counts nothing that clients do not have, such as documents of jobs never shared', async () => {
    expect(await impact()).toEqual(NOTHING);
  });

  it('it lists what clients have on pages of their own', async () => {
    const job = await aScheduledJob(owner);
    const { id, number } = await aDraft(owner, job.jobId);
    await owner(ops.SendInvoiceDocument, { id });
    const email = 'own-impact@client.test';
    const quoteId = await sentQuote(owner, { newClient: { name: 'Nora', email } });
    const ofQuote = world.withToken(tokenIn((await world.mailsTo(email, 1))[0]));
    const ofInvoice = world.withToken(tokenIn((await world.mailsTo(job.email, 1))[0]));
    for (const client of [ofQuote, ofInvoice]) await client('mutation { recordPortalView }');
    const onTheJob = { job: { id: job.jobId } };
    expect(await impact()).toMatchObject({
      unansweredQuotes: [{ label: expect.stringMatching(/^Quote \d+: New taps$/), job: null }],
      unpaidInvoices: [{ label: `Invoice ${number}: Roof repair`, ...onTheJob }],
      viewsInLast15MinutesCount: 2,
    });
    expect((await impact()).viewsInLast15Minutes).toEqual(
      expect.arrayContaining([
        { label: 'Kim Client', ...onTheJob },
        { label: 'Nora', job: null },
      ]),
    );
    await owner(ops.WithdrawQuoteDocument, { id: quoteId });
    await owner(ops.VoidInvoiceDocument, { id });
    world.clock.advance(16 * 60_000);
    expect(await impact()).toEqual(NOTHING);
  });

  it('it lists the quotes, invoices and readers that clients would lose', async () => {
    const job = await aScheduledJob(owner);
    const lines = [{ description: 'Tiles', unitPriceCents: 5000 }];
    const { data } = await owner(ops.CreateQuoteToInvoiceDocument, {
      input: { jobId: job.jobId, title: 'New tiles', lines },
    });
    const quoteId = data.createQuote.quote.id;
    await owner(ops.SendQuoteToInvoiceDocument, { id: quoteId });
    const client = await share(world, owner, job, ['STATUS', `QUOTE:${quoteId}`]);
    const { id, number } = await aDraft(owner, job.jobId);
    expect((await impact()).unpaidInvoiceCount).toBe(0);
    await owner(ops.SendInvoiceDocument, { id });
    await client(ops.SayTheJobWasViewedDocument);
    const onTheJob = { job: { id: job.jobId } };
    expect(await impact()).toEqual({
      unansweredQuotes: [{ label: expect.stringMatching(/^Quote \d+: New tiles$/), ...onTheJob }],
      unansweredQuoteCount: 1,
      unpaidInvoices: [{ label: `Invoice ${number}: Roof repair`, ...onTheJob }],
      unpaidInvoiceCount: 1,
      viewsInLast15Minutes: [{ label: 'Kim Client', ...onTheJob }],
      viewsInLast15MinutesCount: 1,
    });
    await owner(ops.RecordPaymentDocument, { invoiceId: id, amountCents: 110_000 });
    world.clock.advance(16 * 60_000);
    expect(await impact()).toMatchObject({
      unansweredQuoteCount: 1,
      unpaidInvoiceCount: 0,
      viewsInLast15MinutesCount: 0,
    });
  });

  it("it counts only a business's own clients, and is refused to a supervisor", async () => {
    expect(await impact(await world.as('soletrader'))).toEqual(NOTHING);
    const supervisor = await world.as('supervisor');
    expect(refusals(await supervisor(ops.SwitchOffImpactDocument))).toEqual(['FORBIDDEN']);
  });
});
