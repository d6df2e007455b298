import { textOf } from '../documents/pdf-text.js';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { type Ask, openWorld, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

// 333.33 with 10 % tax, 100.05 without, and if the client likes 49.99 with 10 % tax: 421.70 + 55.0 … to the cent below.
const LINES = [
  { description: 'Plumber', unitPriceCents: 33_333, taxRateBasisPoints: 1000 },
  { description: 'Permit', unitPriceCents: 10_005, taxRateBasisPoints: 0 },
  { description: 'Trap', unitPriceCents: 4_999, taxRateBasisPoints: 1000, optional: true },
];
const INVOICE = 'id kind number status title netCents taxCents totalCents owedCents';
const LINE = 'description netCents taxCents taxRateBasisPoints';

interface Money {
  id: string;
  kind: string;
  number: number;
  status: string;
  netCents: number;
  taxCents: number;
  totalCents: number;
  owedCents: number;
}
interface Page {
  portal: {
    version: number;
    job: { invoices: Money[]; quotes: { id: string }[] } | null;
    quote: { status: string; totalCents: number; depositDueCents: number } | null;
    invoice: (Money & { documentUrl: string | null; receiptUrl: string | null }) | null;
  };
}

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

/** The page of a link. */
async function pageOf(token: string): Promise<Page['portal']> {
  const { data } = await world.withToken(token)<Page, object>(
    `{ portal { version job { invoices { ${INVOICE} } quotes { id } }
      quote { status totalCents depositDueCents } invoice { ${INVOICE} documentUrl receiptUrl } } }`,
  );
  return data.portal;
}

/** Sends a quote for somebody who has no job. */
async function quoteFor(email: string, deposit: object) {
  const { data, errors } = await owner(ops.CreateQuoteDocument, {
    input: { title: 'New taps', lines: LINES, newClient: { name: 'Nora', email }, ...deposit },
  });
  expect(errors).toBeUndefined();
  const { id, lines } = data.createQuote.quote;
  expect((await owner(ops.SendQuoteDocument, { id })).errors).toBeUndefined();
  const mail = await mailTo(email, /quote \d+/);
  const token = tokenIn(mail);
  const optionalLineIds = lines.flatMap((line) => (line.optional ? line.id : []));
  const accept = (pay: 'DEPOSIT' | 'ALL' | 'LATER', key?: string) =>
    world.withToken(token)(ops.AcceptQuoteDocument, {
      ...{ quoteId: id, version: 1, name: 'Nora', optionalLineIds, pay, key },
    });
  return { id, token, optionalLineIds, accept };
}

const mailTo = (address: string, subject: RegExp) =>
  until(async () => (await world.mails(address)).find((mail) => subject.test(mail.subject)));

/** Invoices of a quote with their lines, oldest first, as staff read them. */
async function invoicesOf(id: string) {
  const { data, errors } = await owner<
    { quote: { invoices: (Money & { lines: { netCents: number; taxCents: number }[] })[] } },
    object
  >(`query ($id: ID!) { quote(id: $id) { invoices { ${INVOICE} lines { ${LINE} } } } }`, { id });
  expect(errors).toBeUndefined();
  return data.quote.invoices;
}

async function payInvoice(token: string, id: string | undefined): Promise<string> {
  const { data, errors } = await world.withToken(token)<
    { payInvoice: { checkoutUrl: string } },
    object
  >('mutation ($id: ID!) { payInvoice(invoiceId: $id) { checkoutUrl } }', { id });
  expect(errors).toBeUndefined();
  return data.payInvoice.checkoutUrl;
}

const invoiced = (quoteId: string, percent?: number) =>
  owner(ops.CreateInvoiceDocument, { input: { quoteId, percent } });
const code = (answer: { errors?: { extensions: { code: string } }[] }) =>
  answer.errors?.[0]?.extensions.code;

it('a client without a job accepts and pays the deposit by card; the next invoice takes it off to the cent', async () => {
  const nora = 'nora-deposit@client.test';
  const { id, token, accept, optionalLineIds } = await quoteFor(nora, { depositPercent: 33.3 });
  // The mail and the PDF ask for it in the same words, before the options.
  const asked =
    'A deposit of 33.3 %, $155.41, is asked for when you accept. You can also pay all of it at once: $466.71.';
  expect((await mailTo(nora, /quote \d+/))?.text).toContain(asked);
  const sentPdf = await fetch(`${world.url}/documents/quote-${id}-1.pdf`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(textOf(new Uint8Array(await sentPdf.arrayBuffer()))).toContain(asked);
  const total = await world.withToken(token)<{ quoteTotal: object }, object>(
    `query ($id: ID!, $of: [ID!]) { quoteTotal(quoteId: $id, version: 1, optionalLineIds: $of) { totalCents depositDueCents } }`,
    { id, of: optionalLineIds },
  );
  // 333.33 + 49.99 and 38.33 of tax, and 100.05; 33.3 % of 521.70 are 173.73.
  expect(total.data.quoteTotal).toEqual({ totalCents: 52_170, depositDueCents: 17_373 });

  // What is charged is the version that was published, whatever happens to the lines of the quote.
  await world.sql(
    'update quote_lines set net_cents = 1, unit_price_cents = 1, tax_rate_basis_points = 0 where quote_id = $1',
    [id],
  );
  const { data, errors } = await accept('DEPOSIT', 'yes');
  expect(errors).toBeUndefined();
  const { invoice, checkoutUrl, job } = data.acceptQuote;
  expect(invoice).toMatchObject({ kind: 'DEPOSIT', totalCents: 17_373 });
  expect(job).toBeNull();
  // The same again, with the key and without: one invoice, one payment page.
  expect((await accept('DEPOSIT', 'yes')).data.acceptQuote.checkoutUrl).toBe(checkoutUrl);
  expect((await accept('DEPOSIT')).data.acceptQuote.checkoutUrl).toBe(checkoutUrl);
  const before = await pageOf(token);
  expect(before).toMatchObject({
    job: null,
    quote: { status: 'ACCEPTED', totalCents: 52_170 },
    invoice: { id: invoice?.id, kind: 'DEPOSIT', status: 'SENT', owedCents: 17_373 },
  });
  const copy = await mailTo(nora, /you accepted quote/);
  expect(copy.text).toContain('$173.73');
  expect((await world.mails(nora)).length).toBe(2);

  stripe.books.pay((checkoutUrl as string).split('/pay/')[1] as string);
  await until(async () => (await pageOf(token)).invoice?.status === 'PAID');
  const after = await pageOf(token);
  expect(after.version).toBeGreaterThan(before.version);
  const pdf = await fetch(`${world.url}${after.invoice?.receiptUrl}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  await mailTo(nora, /receipt for deposit invoice \d+$/);
  const words = textOf(new Uint8Array(await pdf.arrayBuffer()));
  expect(words).toContain('Receipt for deposit invoice');
  expect(stripe.sessions().at(-1)?.title).toMatch(/^Deposit invoice \d+: New taps$/);

  const undo = await owner(ops.UndoQuoteAcceptanceDocument, { quoteId: id, reason: 'Mistake' });
  expect(code(undo)).toBe('CONFLICT');
  const { data: made } = await owner(ops.AcceptQuoteAndCreateJobDocument, { quoteId: id });
  const again = await owner(ops.AcceptQuoteAndCreateJobDocument, { quoteId: id });
  expect(again.data.acceptQuoteAndCreateJob.job.id).toBe(made.acceptQuoteAndCreateJob.job.id);

  // 30 % are less than the deposit, which so pays all of it; the rest takes off what is left.
  expect((await invoiced(id, 30)).errors).toBeUndefined();
  expect((await invoiced(id, 70)).errors).toBeUndefined();
  const all = await invoicesOf(id);
  expect(all.map(({ kind, totalCents }) => [kind, totalCents])).toEqual([
    ['DEPOSIT', 17_373],
    ['INVOICE', 0],
    ['INVOICE', 52_170 - 17_373],
  ]);
  const sumOf = (field: 'netCents' | 'taxCents') => all.reduce((sum, each) => sum + each[field], 0);
  expect([sumOf('netCents'), sumOf('taxCents')]).toEqual([48_337, 3_833]);
  const voided = await owner(ops.VoidInvoiceDocument, { id: invoice?.id as string });
  expect(code(voided)).toBe('CONFLICT');
  const rest = all.at(-1)?.id as string;
  expect((await owner(ops.SendInvoiceDocument, { id: rest })).errors).toBeUndefined();
  await payInvoice(tokenIn(await mailTo(nora, /: progress invoice \d+, New taps/)), rest);
  expect(stripe.sessions().at(-1)?.title).toMatch(/^Progress invoice \d+: New taps \(70 %\)$/);
});

it('"all now" is one invoice over the whole quote, and "later" a deposit without a payment page', async () => {
  const all = await quoteFor('all@client.test', { depositCents: 10_000 });
  const { data } = await all.accept('ALL');
  expect(data.acceptQuote).toMatchObject({
    invoice: { kind: 'INVOICE', netCents: 48_337, taxCents: 3_833, totalCents: 52_170 },
    checkoutUrl: expect.stringContaining('/pay/'),
  });
  expect(code(await invoiced(all.id))).toBe('CONFLICT');

  const later = await quoteFor('later@client.test', { depositCents: 10_000 });
  const answer = (await later.accept('LATER')).data.acceptQuote;
  expect(answer).toMatchObject({ invoice: { totalCents: 10_000 }, checkoutUrl: null });
  expect(await payInvoice(later.token, answer.invoice?.id)).toContain('/pay/');
  // Void: gone from the page, nothing to take off, and the acceptance can be undone.
  await owner(ops.VoidInvoiceDocument, { id: answer.invoice?.id as string });
  expect((await pageOf(later.token)).invoice).toBeNull();
  const undo = await owner(ops.UndoQuoteAcceptanceDocument, { quoteId: later.id, reason: 'Typo' });
  expect(undo.errors).toBeUndefined();
});

it('staff who record a yes get the deposit as a draft; one sent after the last invoice is refused', async () => {
  const { id, optionalLineIds } = await quoteFor('staff@client.test', { depositPercent: 50 });
  await owner(ops.AcceptQuoteAndCreateJobDocument, { quoteId: id, optionalLineIds });
  const [deposit] = await invoicesOf(id);
  expect(deposit).toMatchObject({ kind: 'DEPOSIT', status: 'DRAFT', totalCents: 26_085 });
  expect((await invoiced(id)).data.createInvoice.invoice.totalCents).toBe(52_170);
  expect(code(await owner(ops.SendInvoiceDocument, { id: deposit?.id as string }))).toBe(
    'CONFLICT',
  );
});

it('staff who record a yes to a quote that was invoiced charge no deposit besides', async () => {
  const { id } = await quoteFor('invoiced@client.test', { depositPercent: 50 });
  expect((await invoiced(id, 60)).errors).toBeUndefined();
  const { errors } = await owner(ops.AcceptQuoteAndCreateJobDocument, { quoteId: id });
  expect(errors).toBeUndefined();
  expect((await invoicesOf(id)).map(({ kind }) => kind)).toEqual(['INVOICE']);
});

it('a deposit that an invoice takes off stays what it is, and is taken off once', async () => {
  const { id, accept } = await quoteFor('taken-off@client.test', { depositCents: 10_000 });
  const deposit = (await accept('LATER')).data.acceptQuote.invoice?.id as string;
  const update = (input: object) =>
    owner(ops.UpdateInvoiceDocument, { input: { id: deposit, ...input } });
  const less = { lines: [{ description: 'Deposit', unitPriceCents: 100 }] };
  const send = (invoiceId: string) => owner(ops.SendInvoiceDocument, { id: invoiceId });
  const credit = (invoiceId: string) =>
    owner(ops.CreditInvoiceDocument, { id: invoiceId, reason: 'Mistake' });
  const rest = async () => (await invoiced(id)).data.createInvoice.invoice;

  // Changed before it was taken off, and sent after.
  expect((await update(less)).errors).toBeUndefined();
  const first = await rest();
  expect(first.totalCents).toBe(42_170);
  expect(code(await send(deposit))).toBe('CONFLICT');
  await owner(ops.DiscardInvoiceChangesDocument, { id: deposit });
  expect(code(await update(less))).toBe('CONFLICT');
  expect(code(await credit(deposit))).toBe('CONFLICT');

  expect((await update({ title: 'Deposit for taps' })).errors).toBeUndefined();
  expect((await send(deposit)).errors).toBeUndefined();
  const again = await owner(ops.CreateInvoiceDocument, { input: { quoteId: id, again: true } });
  expect(again.data.createInvoice.invoice.totalCents).toBe(52_170);

  // Credited whole it does not count, until its credit note is void: by then another invoice has its place.
  await send(first.id);
  const note = (await credit(first.id)).data.creditInvoice.creditNote.id;
  const second = await rest();
  expect(second.totalCents).toBe(42_170);
  expect(code(await owner(ops.VoidInvoiceDocument, { id: note }))).toBe('CONFLICT');
  await owner(ops.VoidInvoiceDocument, { id: second.id });
  expect((await owner(ops.VoidInvoiceDocument, { id: note })).errors).toBeUndefined();
});

it('a deposit that was credited is not charged again besides the whole quote', async () => {
  const { id, accept } = await quoteFor('credited@client.test', { depositCents: 10_000 });
  const deposit = (await accept('LATER')).data.acceptQuote.invoice?.id as string;
  const { data } = await owner(ops.CreditInvoiceDocument, { id: deposit, reason: 'Mistake' });
  expect((await invoiced(id)).data.createInvoice.invoice.totalCents).toBe(52_170);
  const { id: note } = data.creditInvoice.creditNote;
  expect(code(await owner(ops.VoidInvoiceDocument, { id: note }))).toBe('CONFLICT');
});

it.each([
  [{ depositPercent: 10, depositCents: 100 }, 'input.depositCents'],
  [{ depositCents: 1_000_000 }, 'input.depositCents'],
  [{ depositPercent: 33.33 }, 'input.depositPercent'],
  [{ depositPercent: 0 }, 'input.depositPercent'],
])('staff cannot ask for %j', async (deposit, field) => {
  const { errors } = await owner(ops.CreateQuoteDocument, {
    input: {
      ...{ title: 'Taps', lines: LINES, newClient: { name: 'N', email: 'n@client.test' } },
      ...deposit,
    },
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field });
});
