import fc from 'fast-check';

/** Amounts of an invoice, computed by other means than the program does. */
export interface ModelInvoice {
  totalCents: number;
  /** Total of the changes that wait for the next sending. */
  revisedCents: number | null;
  isSent: boolean;
  isVoid: boolean;
  paidCents: number;
  creditedCents: number;
}

/** A step of the story of an invoice; parts are shares of what is possible, and more to be refused. */
export type Step =
  | { do: 'revise'; unitPriceCents: number }
  | { do: 'send' }
  | { do: 'pay'; part: number }
  | { do: 'reverse'; at: number }
  | { do: 'credit'; quantity: number | null }
  | { do: 'voidCredit'; at: number }
  | { do: 'void' };

const part = fc.double({ min: 0.01, max: 1.2, noNaN: true });

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('pay' as const), part }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('send' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('revise' as const),
        unitPriceCents: fc.integer({ min: 0, max: 9999 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('credit' as const),
        quantity: fc.constantFrom(null, 0.5, 1, 2.25),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reverse' as const), at: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('voidCredit' as const), at: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const) }) },
  ),
  { minLength: 4, maxLength: 14 },
);

/** Total of three units at a price with 10 % tax, in whole cents, half a cent up. */
export function totalAt(unitPriceCents: number): number {
  const net = 3 * unitPriceCents;
  return net + Math.floor((net + 5) / 10);
}
