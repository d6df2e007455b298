import { cleaned, prepare } from '../../src/documents/text/pieces.js';
import { readDocumentId } from '../../src/domain/documents/document-id.js';
import type { FrozenInvoice, FrozenQuote } from '../../src/domain/documents/frozen.js';
import { printInvoice } from '../../src/domain/documents/print-invoice.js';
import { printQuote } from '../../src/domain/documents/print-quote.js';
import { printReceipt } from '../../src/domain/documents/print-receipt.js';
import { money } from '../../src/domain/money/in-words.js';
import { taxesByRate, withTax } from '../../src/domain/money/taxes.js';
import { totalOf } from '../../src/domain/money/totals.js';

// The words of documents, which no API answers: the PDF has them only as glyphs.

const line = (description: string, netCents: number, taxRateBasisPoints: number) => ({
  ...{ description, quantity: 1, unitPriceCents: netCents, netCents, taxRateBasisPoints },
});

function invoiceOf(country: string, changes: Partial<FrozenInvoice> = {}): FrozenInvoice {
  const lines = withTax(changes.lines ?? ([line('Labour', 100_000, 1000)] as never));
  return {
    ...{ kind: 'INVOICE', number: 12, version: 1, title: 'Taps', sentAt: '2026-03-03T01:00:00Z' },
    ...{
      issuedOn: '2026-03-03',
      dueOn: '2026-03-17',
      creditedInvoiceNumber: null,
      creditReason: null,
    },
    ...{
      currency: 'AUD',
      taxName: 'GST',
      dateOrder: 'DAY_MONTH_YEAR',
      digest: 'abc',
      payments: [],
    },
    seller: {
      ...{ name: 'Bright Spark', address: '1 Harbour Street', phone: null, email: null, country },
      ...{ taxNumber: '51 824 753 556', taxNumberLabel: 'ABN', logoUrl: null },
      paymentInstructions: [{ label: 'PayID', details: 'pay@bright.test' }],
    },
    buyer: { name: 'Kim Client', contactName: null, address: '2 Long Street' },
    ...totalOf(lines),
    taxes: taxesByRate(lines),
    ...changes,
    lines,
  } as FrozenInvoice;
}

it.each([
  ['AU', 'Tax invoice'],
  ['NZ', 'Tax invoice'],
  ['GB', 'Invoice'],
  ['JP', 'Invoice'],
])('an invoice from %s is called %s, and names seller, buyer, dates and tax', (country, kind) => {
  const printed = printInvoice(invoiceOf(country));
  expect(printed.kind).toBe(kind);
  expect(printed.issuer.details).toContain('ABN 51 824 753 556');
  expect(printed.recipient.lines).toEqual(['Kim Client', '2 Long Street']);
  expect(printed.facts).toContainEqual({ label: 'Date of issue', value: '3 March 2026' });
  const taxPoint = { label: 'Tax point', value: '3 March 2026' };
  expect(printed.facts.filter(({ label }) => label === 'Tax point')).toEqual(
    country === 'GB' ? [taxPoint] : [],
  );
  expect(printed.totals).toEqual([
    { label: 'Total before GST', value: '$1,000.00' },
    { label: 'GST 10 % on $1,000.00', value: '$100.00' },
    { label: 'Total (AUD)', value: '$1,100.00', isStrong: true },
  ]);
  expect(printed.footer[1]).toBe('SHA-256 abc');
});

it('a seller who is not registered for tax issues no tax invoice', () => {
  const { seller } = invoiceOf('AU');
  const unregistered = { ...seller, taxNumber: null };
  expect(printInvoice(invoiceOf('AU', { seller: unregistered })).kind).toBe('Invoice');
  const free = [line('Labour', 100_000, 0)] as never;
  const printed = printInvoice(invoiceOf('AU', { lines: free }));
  expect(printed.kind).toBe('Invoice');
  expect(printed.totals).toHaveLength(1);
});

it('in Japan lines with the reduced rate are marked, and each rate has its sum', () => {
  const lines = [line('工事', 120_000, 1000), line('弁当', 3_000, 800)] as never;
  const printed = printInvoice(invoiceOf('JP', { currency: 'JPY', taxName: '消費税', lines }));
  expect(printed.groups[0]?.lines.map(({ description }) => description)).toEqual([
    '工事',
    '弁当 ※',
  ]);
  expect(printed.totals.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Total before 消費税: ¥123,000',
    '消費税 10 % on ¥120,000: ¥12,000',
    '消費税 8 % on ¥3,000: ¥240',
    'Total (JPY): ¥135,240',
  ]);
  expect(printed.sections[0]?.heading).toBe('※ Reduced tax rate');
});

it('a credit note says what it takes back, without minus signs and without ways to pay', () => {
  const lines = [line('Labour', -50_000, 1000)] as never;
  const credit = {
    kind: 'CREDIT_NOTE',
    creditedInvoiceNumber: 7,
    creditReason: 'Not done',
  } as const;
  const printed = printInvoice(invoiceOf('AU', { ...credit, lines, dueOn: null }));
  expect(printed.kind).toBe('Adjustment note');
  expect(printed.facts).toContainEqual({ label: 'Credit for invoice', value: '7' });
  expect(printed.totals.at(-1)).toEqual({
    label: 'Total credited (AUD)',
    value: '$550.00',
    isStrong: true,
  });
  expect(printed.sections.map(({ heading }) => heading)).toEqual(['Reason']);
});

it('a receipt lists each payment, and says whether all is paid', () => {
  const paid = (amountCents: number) => ({
    ...{
      amountCents,
      receivedOn: '2026-03-04',
      method: 'CASH',
      recordedAt: '2026-03-04T00:00:00Z',
    },
  });
  expect(printReceipt(invoiceOf('AU'))).toBeNull();
  expect(printReceipt(invoiceOf('AU', { payments: [paid(10_000)] }))?.banner).toBe(
    'Received: $100.00, thank you.',
  );
  const printed = printReceipt(invoiceOf('AU', { payments: [paid(10_000), paid(100_000)] }));
  expect(printed?.banner).toMatch(/in full/);
  expect(printed?.totals.slice(3)).toEqual([
    { label: 'Received 4 March 2026, cash', value: '$100.00' },
    { label: 'Received 4 March 2026, cash', value: '$1,000.00' },
    { label: 'Paid', value: '$1,100.00', isStrong: true },
  ]);
});

it('an accepted quote has the options that were chosen, and no others', () => {
  const lines = [
    { ...line('Labour', 100_000, 1000), id: 'a', groupName: 'Work' },
    { ...line('Night work', 20_000, 1000), id: 'b', groupName: 'Work', optional: true },
    { ...line('Lamp', 5_000, 1000), id: 'c', groupName: 'Materials', optional: true },
  ];
  const quote = {
    ...invoiceOf('AU'),
    lines,
    timeZone: 'Australia/Sydney',
    validUntil: null,
    terms: 'Pay on time.',
  };
  const offered = printQuote(quote as unknown as FrozenQuote, null);
  expect(offered.groups.map(({ heading }) => heading)).toEqual(['Work', 'Materials']);
  expect(offered.totals.at(-1)?.value).toBe('$1,100.00');
  const acceptance = {
    name: 'Zoë',
    answeredAt: '2026-03-05T01:00:00Z',
    chosenLineIds: ['b'],
    digest: 'def',
  };
  const accepted = printQuote(quote as unknown as FrozenQuote, acceptance);
  expect(accepted.groups).toHaveLength(1);
  expect(accepted.totals.at(-1)?.value).toBe('$1,320.00');
  expect(accepted.banner).toBe('Accepted by Zoë, 5 March 2026, 12:00');
});

it('amounts of every currency have a font', () => {
  const boxes = Intl.supportedValuesOf('currency').filter((currency) =>
    prepare(cleaned(money(-123_456, { currency })), 'bold').pieces.some(({ font }) => !font),
  );
  expect(boxes).toEqual([]);
});

it.each(['', 'quote', 'quote-1-1', 'receipt-00000000-0000-7000-8000-000000000000-0', '../x'])(
  '%j is no ID of a document',
  (id) => expect(readDocumentId(id)).toBeNull(),
);
