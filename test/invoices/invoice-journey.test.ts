import { withPlainIds } from '../harness/copies.js';
import { type Ask, openWorld, tokenIn, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import {
  aDraft,
  aScheduledJob,
  invoicesSeenBy,
  type JobToInvoice,
  refusals,
  share,
} from './a-job-to-invoice.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

describe('an invoice from the quote to the last cent', () => {
  let job: JobToInvoice;
  let client: Ask;
  let quoteId: string;
  let invoiceId: string;
  let itemKey: string;

  beforeAll(async () => {
    job = await aScheduledJob(owner);
    client = await share(world, owner, job);
    const { data } = await owner(ops.CreateQuoteToInvoiceDocument, {
      input: {
        jobId: job.jobId,
        title: 'New tiles',
        lines: [
          { description: 'Tiles', quantity: 2.5, unitPriceCents: 1999, unitCostCents: 900 },
          { description: 'Labour', quantity: 3, unitPriceCents: 8000, taxRateBasisPoints: 0 },
        ],
      },
    });
    quoteId = data.createQuote.quote.id;
  });

  it('cannot be created from a draft quote', async () => {
    const answer = await owner(ops.CreateInvoiceDocument, { input: { quoteId } });
    expect(refusals(answer)).toEqual(['CONFLICT']);
    await owner(ops.SendQuoteToInvoiceDocument, { id: quoteId });
  });

  it('starts as a draft with the lines and prices of its quote, and is not offered to the client', async () => {
    const { data, errors } = await owner(ops.CreateInvoiceDocument, {
      input: { jobId: job.jobId, quoteId, dueOn: '2099-03-31' },
    });
    expect(errors).toBeUndefined();
    const { invoice, sharePrompt } = data.createInvoice;
    expect(invoice).toMatchObject({
      title: 'New tiles',
      status: 'DRAFT',
      issuedOn: null,
      dueOn: '2099-03-31',
      netCents: 28_998,
      taxCents: 500,
      totalCents: 29_498,
      paidCents: 0,
      owedCents: 29_498,
      hiddenReason: expect.stringContaining('draft'),
      quote: { id: quoteId },
    });
    expect(invoice.lines.map(({ netCents }) => netCents)).toEqual([4998, 24_000]);
    // The quote was published when it was sent, and a draft is not offered: there is no prompt.
    expect(sharePrompt).toBeNull();
    invoiceId = invoice.id;
    itemKey = `INVOICE:${invoiceId}`;
    expect(await invoicesSeenBy(client, job.jobId)).toEqual([]);
  });

  it('is visible to the client as soon as it is sent, without anything internal', async () => {
    const { data, errors } = await owner(ops.SendInvoiceDocument, { id: invoiceId });
    expect(errors).toBeUndefined();
    expect(data.sendInvoice.invoice).toMatchObject({
      status: 'SENT',
      visibleToClient: true,
      hiddenReason: null,
      issuedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const seen = await invoicesSeenBy(client, job.jobId);
    expect(seen).toEqual([
      {
        ...data.sendInvoice.invoice,
        visibleToClient: null,
        hiddenReason: null,
        internalNotes: null,
        payments: null,
      },
    ]);
    const { data: portal } = await client(ops.ClientPortalDocument);
    expect(portal.portal?.job?.quotes).toMatchObject([{ id: quoteId, status: 'SENT' }]);
  });

  it('is emailed once to the client, with number, total, due date and a valid link', async () => {
    const mails = await world.mailsTo(job.email, 3);
    const mail = mails.find(({ subject }) => subject.includes('invoice'));
    expect(mails).toHaveLength(3);
    for (const words of ['$294.98', '31 March 2099']) expect(mail?.text).toContain(words);
    const seen = await invoicesSeenBy(world.withToken(tokenIn(mail)), job.jobId);
    expect(mail?.text).toContain(`Invoice ${seen?.[0]?.number}`);
    expect(seen).toHaveLength(1);
  });

  it('shows a payment to the client at once, without a review', async () => {
    const { data, errors } = await owner(ops.RecordPaymentDocument, {
      invoiceId,
      amountCents: 9498,
    });
    expect(errors).toBeUndefined();
    const { invoice, sharePrompt } = data.recordPayment;
    expect(invoice).toMatchObject({ status: 'PARTLY_PAID', paidCents: 9498, owedCents: 20_000 });
    expect(invoice.payments).toEqual([
      { amountCents: 9498, recordedAt: expect.any(String), recordedBy: { name: 'Olivia Owner' } },
    ]);
    expect(sharePrompt).toBeNull();
    const { data: noted } = await owner(ops.AddNoteDocument, {
      input: { jobId: job.jobId, body: 'Tiles have come', internal: false },
    });
    const item = noted.addNote.sharePrompt?.items.find(({ key }) => key === itemKey);
    expect(item).toMatchObject({ change: 'UNCHANGED', sharedNow: true, preselected: true });
    expect(item?.after).toContain('partly paid');
    expect((await invoicesSeenBy(client, job.jobId))?.[0]).toMatchObject({
      status: 'PARTLY_PAID',
      paidCents: 9498,
      owedCents: 20_000,
    });
    const { data: preview } = await owner(ops.PreviewInvoicesDocument, {
      jobId: job.jobId,
      items: [itemKey],
    });
    await share(world, owner, job, ['SCHEDULE', 'STATUS', itemKey]);
    const seen = await invoicesSeenBy(client, job.jobId);
    expect(seen).toEqual(withPlainIds(preview.sharePrompt?.preview.invoices));
    expect(seen?.[0]).toMatchObject({ status: 'PARTLY_PAID', paidCents: 9498, owedCents: 20_000 });
    expect(seen?.[0]?.payments).toBeNull();
  });

  it('accepts no more than is owed, and no invalid payment', async () => {
    for (const amountCents of [20_001, 0, -5]) {
      const answer = await owner(ops.RecordPaymentDocument, { invoiceId, amountCents });
      expect(refusals(answer)).toEqual(['VALIDATION_FAILED amountCents']);
    }
    const broken = await owner(ops.RecordPaymentDocument, { invoiceId, amountCents: 0.5 });
    expect(refusals(broken)).toEqual(['BAD_USER_INPUT amountCents']);
    const { data } = await owner(ops.InvoiceDocument, { id: invoiceId });
    expect(data.invoice).toMatchObject({ paidCents: 9498, owedCents: 20_000 });
  });

  it('is paid by the last cent, and accepts no further payment', async () => {
    const { data } = await owner(ops.RecordPaymentDocument, { invoiceId, amountCents: 20_000 });
    expect(data.recordPayment.invoice).toMatchObject({ status: 'PAID', owedCents: 0 });
    const answer = await owner(ops.RecordPaymentDocument, { invoiceId, amountCents: 1 });
    expect(refusals(answer)).toEqual(['VALIDATION_FAILED amountCents']);
    expect(refusals(await owner(ops.VoidInvoiceDocument, { id: invoiceId }))).toEqual(['CONFLICT']);
  });

  it('shows its current state when it is sent again, with another email', async () => {
    const mails = (await world.mails(job.email)).length;
    const { data } = await owner(ops.SendInvoiceDocument, { id: invoiceId });
    expect(data.sendInvoice).toMatchObject({
      sharePromptStatus: expect.any(String),
      deliveries: [{ to: job.email }],
    });
    expect((await invoicesSeenBy(client, job.jobId))?.[0]).toMatchObject({ status: 'PAID' });
    expect(await world.mailsTo(job.email, mails + 1)).toHaveLength(mails + 1);
  });
});

it('never loses a cent when two people record the last payment at once', async () => {
  const { jobId } = await aScheduledJob(owner);
  const { id } = await aDraft(owner, jobId);
  await owner(ops.SendInvoiceDocument, { id });
  const admin = await world.as('admin');
  const answers = await Promise.all(
    [owner, admin].map((ask) =>
      ask(ops.RecordPaymentDocument, { invoiceId: id, amountCents: 110_000 }),
    ),
  );
  expect(answers.flatMap(refusals)).toEqual(['VALIDATION_FAILED amountCents']);
  const { data } = await owner(ops.InvoiceDocument, { id });
  expect(data.invoice).toMatchObject({ status: 'PAID', paidCents: 110_000, owedCents: 0 });
  expect(data.invoice?.payments).toHaveLength(1);
});
