import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { aScheduledJob, refusals, share } from './a-job-to-invoice.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

let clients = 0;

/** Creates a draft for somebody who has no job yet. */
async function aDraftFor(lines: object[], more: object = {}) {
  clients += 1;
  const email = `whole-${clients}@client.test`;
  const input = { newClient: { name: 'Kim Client', email }, title: 'Roof repair', lines, ...more };
  const answer = await owner(ops.MakeInvoiceDocument, { input: input as never });
  expect(answer.errors).toBeUndefined();
  return { ...answer.data.createInvoice.invoice, email };
}

async function aSentInvoice(lines: object[]) {
  const draft = await aDraftFor(lines);
  const { data, errors } = await owner(ops.SendInvoiceWithWordsDocument, { id: draft.id });
  expect(errors).toBeUndefined();
  return { ...draft, ...data.sendInvoice.invoice };
}

function update(input: object) {
  return owner(ops.UpdateInvoiceDocument, { input: input as never });
}

function pay(invoiceId: string, amountCents: number) {
  return owner(ops.RecordPaymentDocument, { invoiceId, amountCents });
}

async function read(id: string) {
  const { data } = await owner(ops.InvoiceWholeByIdDocument, { id });
  if (!data.invoice) throw new Error('There is no such invoice.');
  const { owedCents, paidCents, creditedCents, totalCents, refundDueCents } = data.invoice;
  expect(owedCents + paidCents + creditedCents - refundDueCents).toBe(totalCents);
  return data.invoice;
}

async function mailAbout(email: string, subject: RegExp) {
  return until(async () => (await world.mails(email)).find((mail) => subject.test(mail.subject)));
}

const LABOUR = { description: 'Labour', quantity: 3, unitPriceCents: 3333 };
const TILES = { description: 'Tiles', quantity: 2.5, unitPriceCents: 1999, taxRateBasisPoints: 0 };

describe('an invoice for somebody without a job', () => {
  it('makes client and job along with it, once per key', async () => {
    const newClient = { name: 'Noa New', email: 'noa@client.test' };
    const input = { newClient, lines: [LABOUR, TILES] };
    const make = (key: string, more = {}) =>
      owner(ops.MakeInvoiceDocument, { input: { ...input, ...more }, key });
    const answers = await Promise.all([make('one click'), make('one click')]);
    const [first, again] = answers.map(({ data }) => data.createInvoice.invoice);
    expect(again?.id).toBe(first?.id);
    expect(first).toMatchObject({
      title: 'Labour',
      job: { title: 'Labour', client: { name: 'Noa New' } },
      totalCents: 9999 + 1000 + 4998,
      taxes: [
        { taxRateBasisPoints: 1000, netCents: 9999, taxCents: 1000 },
        { taxRateBasisPoints: 0, netCents: 4998, taxCents: 0 },
      ],
    });
    expect(refusals(await make('one click', { title: 'Another' }))).toEqual(['CONFLICT']);
    const { rows } = await world.sql("select id from clients where name = 'Noa New'");
    expect(rows).toHaveLength(1);
    const clientId = first?.job?.client?.id;
    const known = await owner(ops.MakeInvoiceDocument, { input: { clientId, lines: [LABOUR] } });
    expect(known.data.createInvoice.invoice.job?.client?.id).toBe(clientId);
  });

  it('says which of several sources to leave out', async () => {
    const { jobId } = await aScheduledJob(owner);
    const refused = async (input: object) =>
      refusals(await owner(ops.MakeInvoiceDocument, { input: input as never }));
    const newClient = { name: 'Kim' };
    expect(await refused({ jobId, newClient, lines: [LABOUR] })).toEqual([
      'VALIDATION_FAILED input.newClient',
    ]);
    expect(await refused({ lines: [LABOUR] })).toEqual(['VALIDATION_FAILED input.jobId']);
    expect(await refused({ newClient, lines: [] })).toEqual(['VALIDATION_FAILED input.lines']);
    expect(await refused({ jobId, percent: 50, lines: [LABOUR] })).toEqual([
      'VALIDATION_FAILED input.percent',
    ]);
  });
});

it('a draft can be changed in everything, also its job and its quote', async () => {
  const { id } = await aDraftFor([LABOUR]);
  const { data } = await update({ id, title: 'Gutters', dueOn: '2099-03-31', lines: [TILES] });
  expect(data.updateInvoice.invoice).toMatchObject({
    title: 'Gutters',
    dueOn: '2099-03-31',
    totalCents: 4998,
    owedCents: 4998,
    revision: null,
    lines: [{ description: 'Tiles' }],
  });
  const { jobId } = await aScheduledJob(owner);
  const quoteId = await aSentQuote({ jobId });
  const moved = await update({ id, jobId, quoteId, percent: 50 });
  expect(moved.errors).toBeUndefined();
  expect(moved.data.updateInvoice.invoice).toMatchObject({
    job: { id: jobId },
    quote: { id: quoteId },
    quotePercent: 50,
  });
  expect(refusals(await update({ id, lines: [LABOUR] }))).toEqual(['CONFLICT']);
  const alone = await update({ id, quoteId: null, lines: [LABOUR] });
  expect(alone.data.updateInvoice.invoice).toMatchObject({ quote: null, quotePercent: null });
  expect(refusals(await update({ id, lines: [{ ...TILES, unitPriceCents: -1 }] }))).toEqual([
    'VALIDATION_FAILED input.lines',
  ]);
});

it('a sent invoice keeps what its client owes until its changes are sent, and their mail says what changed', async () => {
  const job = await aScheduledJob(owner);
  const client = await share(world, owner, job);
  const seen = async () =>
    (await client(ops.InvoicesOfClientDocument)).data.portal?.job?.invoices?.find(
      ({ kind }) => kind === 'INVOICE',
    );
  const { data } = await owner(ops.MakeInvoiceDocument, {
    input: { jobId: job.jobId, title: 'Roof repair', lines: [LABOUR, TILES] },
  });
  const { id, number } = data.createInvoice.invoice;
  const words = {
    id,
    subject: 'Your roof\r\nBcc: all',
    message: 'Thank you!\n\u202eKim',
    key: 'send',
  };
  const sent = await owner(ops.SendInvoiceWithWordsDocument, words);
  const again = await owner(ops.SendInvoiceWithWordsDocument, words);
  expect(again.data.sendInvoice.deliveries).toEqual(sent.data.sendInvoice.deliveries);
  const mail = await mailAbout(job.email, /Your roof/);
  expect(mail.subject).toBe('Your roof Bcc: all');
  expect(mail.text).toContain('> Thank you!\n> Kim');
  await pay(id, 10_000);

  const tooLittle = await update({ id, lines: [{ ...LABOUR, quantity: 1 }] });
  expect(refusals(tooLittle)).toEqual(['VALIDATION_FAILED input.lines']);
  const changed = await update({ id, lines: [{ ...LABOUR, quantity: 4 }], dueOn: '2099-03-31' });
  expect(changed.data.updateInvoice).toMatchObject({
    sharePromptStatus: 'NOTHING_TO_SHARE',
    invoice: { totalCents: 15_997, owedCents: 5997, revision: { version: 2, totalCents: 14_665 } },
  });
  expect(await seen()).toMatchObject({ version: 1, totalCents: 15_997, owedCents: 5997 });
  const { data: back } = await update({ id, lines: [LABOUR, TILES], dueOn: null });
  expect(back.updateInvoice.invoice.revision).not.toBeNull();
  await owner(ops.DiscardInvoiceChangesDocument, { id });
  expect((await read(id)).totalCents).toBe(15_997);
  const draftOnly = await update({ id, jobId: job.jobId });
  expect(refusals(draftOnly)).toEqual(['VALIDATION_FAILED input.jobId']);

  await update({ id, lines: [{ ...LABOUR, quantity: 4 }], dueOn: '2099-03-31' });
  await owner(ops.SendInvoiceWithWordsDocument, { id, key: 'send again' });
  expect(await seen()).toMatchObject({ version: 2, totalCents: 14_665, owedCents: 4665 });
  const news = await mailAbout(job.email, new RegExp(`: invoice ${number}`));
  expect(news.text).toContain('has changed invoice');
  expect(news.text).toContain('Labour: 3 × $33.33 = $99.99 is now 4 × $33.33 = $133.32');
  expect(news.text).toContain('No longer: Tiles, 2.5 × $19.99 = $49.98');
  expect(news.text).toContain('Total: $159.97 is now $146.65');
  expect(news.text).toContain('is now 31 March 2099');
  const { versions } = await read(id);
  expect(versions).toMatchObject([
    { version: 1, totalCents: 15_997, seller: { name: 'Bright Spark Electrical' } },
    { version: 2, totalCents: 14_665, buyer: { name: 'Kim Client' } },
  ]);
  await pay(id, 4665);
  expect(refusals(await update({ id, title: 'Too late' }))).toEqual(['CONFLICT']);
});

it('a change that falls below what was paid meanwhile is not sent', async () => {
  const { id } = await aSentInvoice([LABOUR]);
  await update({ id, lines: [{ ...LABOUR, quantity: 1 }] });
  await pay(id, 5000);
  expect(refusals(await owner(ops.SendInvoiceWithWordsDocument, { id }))).toEqual([
    'VALIDATION_FAILED input.lines',
  ]);
  await owner(ops.DiscardInvoiceChangesDocument, { id });
  expect(refusals(await owner(ops.SendInvoiceWithWordsDocument, { id }))).toEqual([]);
});

it('an invoice over 0.00 has nothing to pay, and its mail says so', async () => {
  const warranty = [LABOUR, { ...LABOUR, description: 'Warranty', unitPriceCents: -3333 }];
  const { id, number, email, status } = await aSentInvoice(warranty);
  expect(status).toBe('PAID');
  const mail = await mailAbout(email, new RegExp(`: invoice ${number}`));
  expect(mail.text).toContain('Nothing is to be paid.');
  expect(mail.text).not.toMatch(/To pay|Paid in full/);
  expect(refusals(await owner(ops.CreditInvoiceDocument, { id, reason: 'None' }))).toEqual([
    'VALIDATION_FAILED lines',
  ]);
  // It was never paid, so it can still be changed.
  expect(refusals(await update({ id, lines: [LABOUR] }))).toEqual([]);
});

describe('a credit note', () => {
  it('mirrors the charged lines to the cent, and what was paid is to be paid back', async () => {
    const invoice = await aSentInvoice([LABOUR, TILES]);
    const { id, lines, email, totalCents } = invoice;
    await pay(id, totalCents);
    const [labour, tiles] = lines.map((line) => line.id) as [string, string];
    const credit = (more: object) =>
      owner(ops.CreditInvoiceDocument, { id, reason: 'One hour too many', ...more } as never);
    const part = { lines: [{ lineId: labour, quantity: 1 }], key: 'credit' };
    const first = await credit(part);
    expect(first.errors).toBeUndefined();
    const repeated = await credit(part);
    const { creditNote } = first.data.creditInvoice;
    expect(repeated.data.creditInvoice.creditNote.id).toBe(creditNote.id);
    expect(creditNote).toMatchObject({
      kind: 'CREDIT_NOTE',
      status: 'PAID',
      owedCents: 0,
      totalCents: -3666,
      creditedInvoiceNumber: invoice.number,
      lines: [{ quantity: 1, unitPriceCents: -3333, netCents: -3333, taxCents: -333 }],
    });
    expect(creditNote.number).toBeGreaterThan(invoice.number);
    expect(await read(id)).toMatchObject({
      creditedCents: 3666,
      refundDueCents: 3666,
      owedCents: 0,
    });
    const mail = await mailAbout(email, new RegExp(`credit note ${creditNote.number}`));
    expect(mail.text).toContain('Reason: One hour too many');
    expect(mail.text).toContain('Paid too much: $36.66');

    const more = { lines: [{ lineId: labour, quantity: 2.5 }] };
    expect(refusals(await credit(more))).toEqual(['VALIDATION_FAILED lines.0.quantity']);
    const foreign = { lines: [{ lineId: creditNote.lines[0]?.id }] };
    expect(refusals(await credit(foreign))).toEqual(['VALIDATION_FAILED lines.0.lineId']);
    const second = await credit({ lines: [{ lineId: tiles }], handedOver: true });
    expect(second.data.creditInvoice.deliveries).toEqual([]);
    const rest = await credit({});
    const sums = [first, second, rest].map(({ data }) => data.creditInvoice.creditNote);
    for (const field of ['netCents', 'taxCents', 'totalCents'] as const)
      expect(sums.reduce((sum, each) => sum + each[field], 0)).toBe(-invoice[field]);
    expect(refusals(await credit({}))).toEqual(['VALIDATION_FAILED lines']);
    expect(refusals(await owner(ops.VoidInvoiceDocument, { id }))).toEqual(['CONFLICT']);
    expect(refusals(await update({ id, title: 'New' }))).toEqual(['CONFLICT']);
  });

  it('can be made void, and what it took back is owed again', async () => {
    const { id } = await aSentInvoice([LABOUR]);
    const { data } = await owner(ops.CreditInvoiceDocument, { id, reason: 'Twice' });
    expect(await read(id)).toMatchObject({ status: 'PAID', owedCents: 0 });
    const note = data.creditInvoice.creditNote.id;
    for (const _ of [1, 2])
      expect(refusals(await owner(ops.VoidInvoiceDocument, { id: note }))).toEqual([]);
    expect(await read(id)).toMatchObject({ status: 'SENT', owedCents: 10_999, creditedCents: 0 });
    expect(refusals(await update({ id: note, title: 'New' }))).toEqual(['CONFLICT']);
  });

  it('is refused for a draft, and takes a discount back along with its line', async () => {
    const draft = await aDraftFor([LABOUR]);
    const none = await owner(ops.CreditInvoiceDocument, { id: draft.id, reason: 'Draft' });
    expect(refusals(none)).toEqual(['CONFLICT']);
    const discount = { ...LABOUR, description: 'Discount', unitPriceCents: -1111 };
    const { id, lines } = await aSentInvoice([LABOUR, discount]);
    const credit = { id, reason: 'Not done', lines: [{ lineId: lines[0]?.id as string }] };
    const tooMuch = await owner(ops.CreditInvoiceDocument, credit);
    expect(refusals(tooMuch)).toEqual(['VALIDATION_FAILED lines']);
  });
});

async function aSentQuote(input: object): Promise<string> {
  const { data, errors } = await owner(ops.CreateQuoteToInvoiceDocument, {
    input: {
      title: 'New roof',
      lines: [LABOUR, TILES, { ...LABOUR, unitPriceCents: 1 }],
      ...input,
    },
  } as never);
  expect(errors).toBeUndefined();
  const { id } = data.createQuote.quote;
  await owner(ops.SendQuoteToInvoiceDocument, { id });
  return id;
}

describe('invoices of a quote', () => {
  it('in parts add up to it to the cent', async () => {
    const newClient = { name: 'Pat Progress', email: 'pat@client.test' };
    const quoteId = await aSentQuote({ newClient });
    const invoice = (percent: number) =>
      owner(ops.MakeInvoiceDocument, { input: { quoteId, percent } });
    for (const percent of [33.33, 33.33]) expect(refusals(await invoice(percent))).toEqual([]);
    expect(refusals(await invoice(33.35))).toEqual(['VALIDATION_FAILED input.percent']);
    const whole = await owner(ops.MakeInvoiceDocument, { input: { quoteId } });
    expect(refusals(whole)).toEqual(['CONFLICT']);
    expect(whole.errors?.[0]?.message).toMatch(/invoiced already \(invoice \d+ over \$/);
    const last = await invoice(33.34);
    expect(last.data.createInvoice.invoice.lines[0]?.description).toBe('Labour: 33.34 % of $99.99');
    const { data } = await owner(ops.InvoicedOfQuoteDocument, { id: quoteId });
    expect(data.quote?.invoicedPercent).toBe(100);
    const invoices = data.quote?.invoices ?? [];
    for (const field of ['taxCents', 'totalCents'] as const)
      expect(invoices.reduce((sum, each) => sum + each[field], 0)).toBe(data.quote?.[field]);
    expect(refusals(await invoice(1))).toEqual(['VALIDATION_FAILED input.percent']);
  });

  it('count no more once void, and are made again only on purpose', async () => {
    const { jobId } = await aScheduledJob(owner);
    const quoteId = await aSentQuote({ jobId });
    const make = (again?: boolean) => owner(ops.MakeInvoiceDocument, { input: { quoteId, again } });
    const answers = await Promise.all([make(), make()]);
    expect(answers.flatMap(refusals)).toEqual(['CONFLICT']);
    expect(refusals(await make(true))).toEqual([]);
    const { data } = await owner(ops.InvoicedOfQuoteDocument, { id: quoteId });
    const first = data.quote?.invoices?.find(({ quotePercent }) => quotePercent === 100);
    await owner(ops.VoidInvoiceDocument, { id: first?.id as string });
    expect(refusals(await make())).toEqual([]);
  });
});
