import {
  type Bound,
  Bounded,
  inWords,
  ListOf,
  MAX_INT,
  OutOfBound,
  wholeNumber,
} from '../../visibility/bounds.js';

/** An amount for one of something: 1,000,000.00. Amounts are stored and added up in cents. */
export const MAX_UNIT_CENTS = 100_000_000;
export const MAX_QUANTITY = 1_000_000;
const MAX_BASIS_POINTS = 10_000;

/** How many of something, in its own unit: more than 0, at most 1,000,000. */
const quantity: Bound = {
  says: `More than 0, at most ${inWords(MAX_QUANTITY)}.`,
  read(value) {
    const number = value as number;
    if (!(number > 0)) throw new OutOfBound('The quantity must be more than 0.');
    if (number <= MAX_QUANTITY) return number;
    throw new OutOfBound(`The quantity must be at most ${inWords(MAX_QUANTITY)}.`);
  },
};

const cost = cents(0, 'The cost cannot be less than 0.', 'The cost must be at most 1,000,000.00.');

const price = cents(
  -MAX_UNIT_CENTS,
  'The price must be at least -1,000,000.00.',
  'The price must be at most 1,000,000.00.',
);

/** An amount of money that comes in for an invoice, whose total is an Int. */
export const payment = wholeNumber(1, MAX_INT, 'The payment must be more than 0 cents.');

export const Quantity = (): PropertyDecorator => Bounded(quantity);
/** What one of something costs the business, in cents. */
export const Cost = (): PropertyDecorator => Bounded(cost);
/** What one of something costs the client before tax, in cents; less than 0 for a discount. */
export const Price = (): PropertyDecorator => Bounded(price);
/** The lines of a quote or an invoice. */
export const Lines = (): PropertyDecorator => ListOf(200, undefined, 'Use at most 200 lines.');
export const TaxRate = (): PropertyDecorator =>
  Bounded(wholeNumber(0, MAX_BASIS_POINTS, 'The tax rate must be 0 to 10,000 basis points.'));

/**
 * In SQL, whether a row's quantity is a whole number within its bound, so that its cost is quickly worked out as one.
 * Any other is worked out in digits, and so is one that was stored before there was a bound.
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
