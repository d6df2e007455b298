import fc from 'fast-check';
import { netOf, totalOf } from '../../src/domain/money/totals.js';

const cents = fc.integer({ min: -100_000_000, max: 100_000_000 });
const rate = fc.integer({ min: 0, max: 10_000 });
/** A quantity in thousandths. */
const typed = fc.integer({ min: 1, max: 1_000_000_000 }).map((parts) => ({
  parts: BigInt(parts),
  quantity: Number(`${Math.floor(parts / 1000)}.${String(parts % 1000).padStart(3, '0')}`),
}));

/** Twice the difference between a result and the exact amount, in parts of a cent. */
function twiceOff(result: number, exact: bigint, parts: bigint): bigint {
  const off = 2n * (BigInt(result) * parts - exact);
  return off < 0n ? -off : off;
}

describe('the net price of a line', () => {
  it('is quantity times price, rounded to the nearest cent', () => {
    fc.assert(
      fc.property(typed, cents, ({ parts, quantity }, price) => {
        expect(twiceOff(netOf(quantity, price), parts * BigInt(price), 1000n) <= 1000n).toBe(true);
      }),
    );
  });

  it.each([
    [1.1, 100, 110],
    [1.005, 100, 101],
    [0.5, 5, 3],
    [0.5, -5, -2],
    [1.1, -100, -110],
    [0.3, -5, -1],
    [0.0024999996, 1000, 2],
    [1e-7, 100_000_000, 10],
    [6.5, 11_000, 71_500],
    [0.1, 0, 0],
  ])('of %p at %p cents is %p', (quantity, price, net) => {
    expect(netOf(quantity, price)).toBe(net);
  });
});

describe('the totals of a quote', () => {
  const line = fc.record({
    netCents: fc.integer({ min: -1_000_000, max: 10_000_000 }),
    taxRateBasisPoints: rate,
  });

  it('are whole cents that add up', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 200 }), (lines) => {
        const { netCents, taxCents, totalCents } = totalOf(lines);
        expect([netCents, taxCents, totalCents].every(Number.isSafeInteger)).toBe(true);
        expect(netCents).toBe(lines.reduce((sum, each) => sum + each.netCents, 0));
        expect(totalCents).toBe(netCents + taxCents);
      }),
    );
  });

  it('have tax on the sum at each rate, to the nearest cent, for any number of lines', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 200 }), rate, (lines, one) => {
        const atOneRate = lines.map((each) => ({ ...each, taxRateBasisPoints: one }));
        const { netCents, taxCents } = totalOf(atOneRate);
        const exact = BigInt(netCents) * BigInt(one);
        expect(twiceOff(taxCents, exact, 10_000n) <= 10_000n).toBe(true);
      }),
    );
  });

  it('do not depend on the order of the lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 50 }), (lines) => {
        expect(totalOf([...lines].reverse())).toEqual(totalOf(lines));
      }),
    );
  });
});
