import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { aDraft, aScheduledJob, refusals } from './a-job-to-invoice.js';

let world: World;
let owner: Ask;
let jobId: string;
let draftId: string;

beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  ({ jobId } = await aScheduledJob(owner));
  draftId = (await aDraft(owner, jobId)).id;
});
afterAll(() => world.close());

const line = { description: 'Work', unitPriceCents: 1000 };

function writes(ask: Ask) {
  return Promise.all([
    ask(ops.CreateInvoiceDocument, { input: { jobId, lines: [line] } }),
    ask(ops.SendInvoiceDocument, { id: draftId }),
    ask(ops.RecordPaymentDocument, { invoiceId: draftId, amountCents: 1 }),
    ask(ops.VoidInvoiceDocument, { id: draftId }),
  ]);
}

describe('permissions for invoices', () => {
  it.each(['supervisor', 'finance'] as const)(
    'let %s read and write invoices, and nobody pay a draft',
    async (person) => {
      const ask = await world.as(person);
      const { data } = await ask(ops.InvoicesOfJobDocument, { jobId });
      expect(data.job?.invoices?.find(({ id }) => id === draftId)).toMatchObject({
        internalNotes: 'Slow payer',
      });
      const { data: made, errors } = await ask(ops.CreateInvoiceDocument, {
        input: { jobId, lines: [line] },
      });
      expect(errors).toBeUndefined();
      const { id } = made.createInvoice.invoice;
      const paid = await ask(ops.RecordPaymentDocument, { invoiceId: id, amountCents: 1 });
      expect(refusals(paid)).toEqual(['CONFLICT']);
    },
  );

  it.each(['tradie', 'apprentice'] as const)(
    'show a %s no invoices of their jobs',
    async (person) => {
      const ask = await world.as(person);
      const { data: me } = await ask<{ jobs: { nodes: { id: string; invoices: null }[] } }, object>(
        '{ jobs { nodes { id invoices { id } } } }',
      );
      expect(me.jobs.nodes.length).toBeGreaterThan(0);
      expect(me.jobs.nodes.every(({ invoices }) => invoices === null)).toBe(true);
      expect(refusals(await ask(ops.InvoicesDocument, {}))).toEqual(['FORBIDDEN']);
      expect(refusals(await ask(ops.InvoiceDocument, { id: draftId }))).toEqual(['FORBIDDEN']);
      expect((await writes(ask)).flatMap(refusals)).toEqual(Array(4).fill('FORBIDDEN'));
    },
  );

  it('give another business NOT_FOUND for the job and the invoice', async () => {
    const stranger = await world.as('soletrader');
    expect((await writes(stranger)).flatMap(refusals)).toEqual(Array(4).fill('NOT_FOUND'));
    expect(refusals(await stranger(ops.InvoiceDocument, { id: draftId }))).toEqual(['NOT_FOUND']);
    const { data } = await stranger(ops.InvoicesDocument, { first: 100 });
    expect(data.invoices.nodes.map(({ id }) => id)).not.toContain(draftId);
  });

  it('tell a visitor to sign in, and give the holder of a revoked link NOT_FOUND', async () => {
    expect((await writes(world.asVisitor)).flatMap(refusals)).toEqual(
      Array(4).fill('UNAUTHENTICATED'),
    );
    const nobody = world.withToken('jgp_nothing');
    expect(refusals(await nobody(ops.InvoicesOfJobDocument, { jobId }))).toHaveLength(1);
  });
});

describe('an invalid invoice', () => {
  const refused = async (input: object) =>
    refusals(await owner(ops.CreateInvoiceDocument, { input: { jobId, ...input } }));

  it('is refused with the field, and uses no number', async () => {
    const last = (await aDraft(owner, jobId)).number;
    expect(await refused({})).toEqual(['VALIDATION_FAILED input.lines']);
    expect(await refused({ lines: [] })).toEqual(['VALIDATION_FAILED input.lines']);
    expect(await refused({ jobId: null, lines: [line] })).toEqual([
      'VALIDATION_FAILED input.jobId',
    ]);
    expect(await refused({ lines: [line], title: ' ' })).toEqual(['VALIDATION_FAILED input.title']);
    expect(await refused({ lines: [{ ...line, quantity: 0 }] })).toEqual([
      'VALIDATION_FAILED input.lines.0.quantity',
    ]);
    expect(await refused({ lines: [{ ...line, description: '' }] })).toEqual([
      'VALIDATION_FAILED input.lines.0.description',
    ]);
    expect(await refused({ lines: [{ ...line, taxRateBasisPoints: 10_001 }] })).toEqual([
      'VALIDATION_FAILED input.lines.0.taxRateBasisPoints',
    ]);
    expect(await refused({ lines: [{ ...line, unitPriceCents: -100 }] })).toEqual([
      'VALIDATION_FAILED input.lines',
    ]);
    expect(
      await refused({ lines: [{ ...line, quantity: 1000, unitPriceCents: 100_000_000 }] }),
    ).toEqual(['VALIDATION_FAILED input.lines']);
    expect(await refused({ quoteId: jobId })).toEqual(['VALIDATION_FAILED input.quoteId']);
    expect(await refused({ jobId: 'no-id', lines: [line] })).toEqual(['NOT_FOUND']);
    expect((await aDraft(owner, jobId)).number).toBe(last + 1);
  });

  it('cannot be created from a quote of another job', async () => {
    const { data: other } = await owner(ops.CreateJobDocument, { input: { title: 'Other job' } });
    const { data } = await owner(ops.CreateQuoteToInvoiceDocument, {
      input: { title: 'Other', jobId: other.createJob.job.id, lines: [line] },
    });
    const quoteId = data.createQuote.quote.id;
    expect(await refused({ quoteId })).toEqual(['VALIDATION_FAILED input.quoteId']);
  });

  it('cannot be sent without a client, nor paid before it is sent', async () => {
    const { data } = await owner(ops.CreateJobDocument, { input: { title: 'Nobody yet' } });
    const { id } = await aDraft(owner, data.createJob.job.id);
    expect(refusals(await owner(ops.SendInvoiceDocument, { id }))).toEqual(['CONFLICT']);
    const paid = await owner(ops.RecordPaymentDocument, { invoiceId: id, amountCents: 1 });
    expect(refusals(paid)).toEqual(['CONFLICT']);
  });
});

it('a demo business has an invoice in every status', async () => {
  const fresh = await openWorld();
  const { data } = await (await fresh.as('soletrader'))(ops.InvoicesDocument, {});
  await fresh.close();
  expect(data.invoices.nodes.map(({ status }) => status)).toEqual([
    'PAID',
    'PARTLY_PAID',
    'SENT',
    'DRAFT',
  ]);
});
