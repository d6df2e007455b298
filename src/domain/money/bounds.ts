import {
  type Bound,
  Bounded,
  inWords,
  ListOf,
  MAX_INT,
  OutOfBound,
  wholeNumber,
} from '../../visibility/bounds.js';

/** Maximum price or cost of one unit, in cents (the smallest unit of the currency): 1,000,000.00 in dollars. */
export const MAX_UNIT_CENTS = 100_000_000;
export const MAX_QUANTITY = 1_000_000;
const MAX_BASIS_POINTS = 10_000;

/** Quantity in its own unit: more than 0, at most 1,000,000. */
const quantity: Bound = {
  says: `More than 0, at most ${inWords(MAX_QUANTITY)}.`,
  read(value) {
    const number = value as number;
    if (!(number > 0)) throw new OutOfBound('The quantity must be more than 0.');
    if (number <= MAX_QUANTITY) return number;
    throw new OutOfBound(`The quantity must be at most ${inWords(MAX_QUANTITY)}.`);
  },
};

/** A bound does not know the currency of the business. */
const LARGEST = '1,000,000, or 100,000,000 in a currency without decimals, such as yen';

const cost = cents(0, 'The cost cannot be less than 0.', `The cost must be at most ${LARGEST}.`);

const price = cents(
  -MAX_UNIT_CENTS,
  `The price must be at least minus ${LARGEST}.`,
  `The price must be at most ${LARGEST}.`,
);

/** Tax rate in basis points with at most one decimal: 997.5 is 9.975 %. */
const taxRate: Bound = {
  says: `From 0 to ${inWords(MAX_BASIS_POINTS)}, with at most one decimal.`,
  read(value) {
    const rate = value as number;
    // Compared as written: 0.1 + 0.2 has more decimals than one.
    if (rate >= 0 && rate <= MAX_BASIS_POINTS && /^\d+(?:\.\d)?$/.test(String(rate))) return rate;
    throw new OutOfBound('The tax rate must be 0 to 100 per cent, with at most three decimals.');
  },
};

/** Part of a whole in per cent, with at most two decimals. */
const percent: Bound = {
  says: 'More than 0, at most 100, with at most two decimals.',
  read(value) {
    const number = value as number;
    if (number > 0 && number <= 100 && /^\d+(?:\.\d{1,2})?$/.test(String(number))) return number;
    throw new OutOfBound(
      'The percentage must be more than 0 and at most 100, with at most two decimals.',
    );
  },
};

/** Deposit in per cent of a total, with at most one decimal. */
const depositPercent: Bound = {
  says: 'More than 0, at most 100, with at most one decimal.',
  read(value) {
    const number = value as number;
    if (number > 0 && number <= 100 && /^\d+(?:\.\d)?$/.test(String(number))) return number;
    throw new OutOfBound(
      'The deposit must be more than 0 and at most 100 per cent, with at most one decimal.',
    );
  },
};

/** Amount of a payment, in cents: at most an Int, like the total of its invoice. */
export const payment = wholeNumber(1, MAX_INT, 'The payment must be more than 0.');

export const Quantity = (): PropertyDecorator => Bounded(quantity);
/** Cost of one unit to the business, in cents. */
export const Cost = (): PropertyDecorator => Bounded(cost);
/** Price of one unit before tax, in cents; negative for a discount. */
export const Price = (): PropertyDecorator => Bounded(price);
/** Lines of a quote or an invoice: at most 200. */
export const Lines = (): PropertyDecorator => ListOf(200, undefined, 'Use at most 200 lines.');
export const Percent = (): PropertyDecorator => Bounded(percent);
export const DepositPercent = (): PropertyDecorator => Bounded(depositPercent);
/** Fixed deposit, in cents. */
export const DepositCents = (): PropertyDecorator =>
  Bounded(wholeNumber(1, MAX_INT, 'The deposit must be more than 0.'));
export const TaxRate = (): PropertyDecorator => Bounded(taxRate);

/**
 * SQL condition: the quantity is a whole number within its bound, so its cost can be computed with integers. Other
 * quantities, among them those stored before there was a bound, need the slower `numeric`.
 */
export function isWholeInSql(row: string): string {
  return `${row}.quantity = trunc(${row}.quantity) and abs(${row}.quantity) <= ${MAX_QUANTITY}`;
}

function cents(min: number, tooLittle: string, tooMuch: string): Bound {
  return {
    says: `From ${inWords(min)} to ${inWords(MAX_UNIT_CENTS)}.`,
    read(value) {
      if ((value as number) < min) throw new OutOfBound(tooLittle);
      return wholeNumber(min, MAX_UNIT_CENTS, tooMuch).read(value);
    },
  };
}
