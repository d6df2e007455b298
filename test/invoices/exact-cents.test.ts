import fc from 'fast-check';
import { linesOfDeposit } from '../../src/domain/invoices/deposits/deposit-lines.js';
import { Invoice } from '../../src/domain/invoices/invoice.entity.js';
import { shareOf } from '../../src/domain/money/share-of.js';
import { totalOfTaxed, withTax } from '../../src/domain/money/taxes.js';
import { netOf } from '../../src/domain/money/totals.js';
import { depositOf } from '../../src/domain/quotes/deposit/deposit-terms.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { aScheduledJob, refusals } from './a-job-to-invoice.js';

interface Line {
  /** In thousandths, so that the expected amounts can be computed in integers. */
  thousandths: number;
  unitPriceCents: number;
  taxRateBasisPoints: number;
}

const lines = fc.array(
  fc.record({
    thousandths: fc.integer({ min: 1, max: 50_000 }),
    unitPriceCents: fc.integer({ min: -20_000, max: 500_000 }),
    taxRateBasisPoints: fc.constantFrom(0, 1, 333, 1000, 1500, 2000, 9999, 10_000),
  }),
  { minLength: 1, maxLength: 12 },
);
const shares = fc.array(fc.double({ min: 0, max: 1.2, noNaN: true }), { maxLength: 12 });

/** A larger amount is refused as no Int, before it is compared. */
const MAX_INT = 2_147_483_647;

/** Rounds half up, in integers only. */
function rounded(numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * numerator + denominator;
  const quotient = doubled / (2n * denominator);
  return doubled < 0n && doubled % (2n * denominator) !== 0n ? quotient - 1n : quotient;
}

function expected(all: Line[]) {
  const byRate = new Map<number, bigint>();
  for (const { thousandths, unitPriceCents, taxRateBasisPoints: rate } of all) {
    const net = rounded(BigInt(thousandths) * BigInt(unitPriceCents), 1000n);
    byRate.set(rate, (byRate.get(rate) ?? 0n) + net);
  }
  const net = [...byRate.values()].reduce((sum, each) => sum + each, 0n);
  const tax = [...byRate].reduce(
    (sum, [rate, each]) => sum + rounded(each * BigInt(rate), 10_000n),
    0n,
  );
  return { net, tax, total: net + tax };
}

describe('cents', () => {
  it('add up exactly for any lines and tax rates, and none is lost by any payments', () => {
    fc.assert(
      fc.property(lines, shares, (all, parts) => {
        const invoice = new Invoice();
        invoice.status = 'SENT';
        invoice.priceFrom(
          all.map(({ thousandths, unitPriceCents, taxRateBasisPoints }) => ({
            netCents: netOf(thousandths / 1000, unitPriceCents),
            taxRateBasisPoints,
          })),
        );
        const { net, tax, total } = expected(all);
        expect([invoice.netCents, invoice.taxCents, invoice.totalCents].map(BigInt)).toEqual([
          net,
          tax,
          total,
        ]);
        let paid = 0;
        for (const part of parts) {
          const amount = Math.floor(part * invoice.owedCents);
          if (amount <= 0 || amount > invoice.owedCents) continue;
          invoice.pay(amount);
          paid += amount;
          expect(invoice.paidCents).toBe(paid);
          expect(paid + invoice.owedCents).toBe(invoice.totalCents);
          expect(invoice.status).toBe(invoice.owedCents === 0 ? 'PAID' : 'PARTLY_PAID');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('of a deposit and of what takes it off add up to the quote, in any parts and currency', () => {
    const percents = fc.integer({ min: 1, max: 1000 });
    const takings = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 });
    fc.assert(
      fc.property(lines, percents, takings, (all, tenths, parts) => {
        const accepted = withTax(
          all.map(({ thousandths, unitPriceCents, taxRateBasisPoints }) => ({
            netCents: netOf(thousandths / 1000, unitPriceCents),
            taxRateBasisPoints,
          })),
        );
        const { totalCents } = totalOfTaxed(accepted);
        fc.pre(totalCents > 0);
        const terms = { depositPercent: tenths / 10, depositCents: null };
        const due = depositOf(terms, totalCents);
        expect(BigInt(due)).toBe(rounded(BigInt(totalCents) * BigInt(tenths), 1000n));
        const deposit = linesOfDeposit(accepted, due, 'Roof');
        expect(totalOfTaxed(deposit).totalCents).toBe(due);
        if (tenths === 1000) expect(totalOfTaxed(deposit)).toEqual(totalOfTaxed(accepted));
        // Taken off in parts: what is left shrinks to nothing, by rate, and the last part is exactly what was left.
        let left = deposit;
        for (const part of [...parts, 1]) {
          const available = totalOfTaxed(left).totalCents;
          const cents = Math.floor(part * available);
          if (cents <= 0) continue;
          const off = shareOf(left, cents);
          expect(totalOfTaxed(off).totalCents).toBe(cents);
          left = left.map((line, at) => ({
            ...line,
            netCents: line.netCents - (off[at]?.netCents ?? 0),
            taxCents: line.taxCents - (off[at]?.taxCents ?? 0),
          }));
        }
        for (const { netCents, taxCents } of left)
          expect([netCents, taxCents].map(Math.abs)).toEqual([0, 0]);
      }),
      { numRuns: 1000 },
    );
  });

  describe('of a real invoice', () => {
    let world: World;
    let owner: Ask;
    let jobId: string;
    beforeAll(async () => {
      world = await openWorld();
      owner = await world.as('owner');
      ({ jobId } = await aScheduledJob(owner));
    });
    afterAll(() => world.close());

    it('are the same in the API, where too large a payment changes nothing', async () => {
      await fc.assert(
        fc.asyncProperty(
          lines.filter((all) => expected(all).total > 0n),
          shares,
          async (all, parts) => {
            const { id, totalCents } = await sent(all);
            expect(BigInt(totalCents)).toBe(expected(all).total);
            let owed = totalCents;
            for (const part of parts) {
              const amountCents = Math.min(Math.ceil(part * totalCents), MAX_INT);
              const answer = await owner(ops.RecordPaymentDocument, { invoiceId: id, amountCents });
              const fits = amountCents > 0 && amountCents <= owed;
              expect(refusals(answer)).toEqual(fits ? [] : ['VALIDATION_FAILED amountCents']);
              if (fits) owed -= amountCents;
            }
            const { data } = await owner(ops.InvoiceDocument, { id });
            const payments = data.invoice?.payments ?? [];
            const paid = payments.reduce((sum, { amountCents }) => sum + amountCents, 0);
            expect(data.invoice).toMatchObject({ paidCents: paid, owedCents: owed, totalCents });
            expect(paid + owed).toBe(totalCents);
          },
        ),
        { numRuns: 10 },
      );
    });

    async function sent(all: Line[]) {
      const { data } = await owner(ops.CreateInvoiceDocument, {
        input: {
          jobId,
          lines: all.map(({ thousandths, ...line }) => ({
            ...line,
            description: 'Work',
            quantity: thousandths / 1000,
          })),
        },
      });
      const { invoice } = data.createInvoice;
      await owner(ops.SendInvoiceDocument, { id: invoice.id });
      return invoice;
    }
  });
});
