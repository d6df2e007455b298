import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { Quote } from '../quote.entity.js';
import { QuoteLine } from '../quote-line.entity.js';

/**
 * Lines of a quote that count, in order: those that are not optional, and after the acceptance the optional lines that
 * the client took. Jobs and invoices are made of these.
 */
export async function chosenLinesOf(unit: Unit, quote: Quote): Promise<QuoteLine[]> {
  return chosen(await linesInOrder(unit, quote));
}

/** All lines of a quote, in order. */
export function linesInOrder({ em }: Unit, quote: Quote): Promise<QuoteLine[]> {
  const orderBy = { position: 'asc', id: 'asc' } as const;
  return em.find(QuoteLine, { quote: quote.id }, { orderBy });
}

/** Those of these lines that count. */
export function chosen<L extends { chosen: boolean }>(lines: L[]): L[] {
  return lines.filter((line) => line.chosen);
}
