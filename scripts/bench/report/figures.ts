import type { Round } from '../measure/round.js';

/** Median, minimum and maximum over the rounds. */
export interface Figure {
  median: number;
  least: number;
  most: number;
}

/** A figure over all rounds; null if the machine does not provide it. */
export function figure(rounds: Round[], name: keyof Round): Figure | null {
  return summary(rounds.map((round) => round[name]));
}

/** A ratio to another server's figure, computed for each round, so that load in that round affects both. */
export function ratio(rounds: Round[], others: Round[], name: keyof Round): Figure | null {
  return summary(
    rounds.map((round, at) => {
      const [one, other] = [round[name], others[at]?.[name]];
      return one && other ? one / other : null;
    }),
  );
}

/** Returns median, minimum and maximum; null if a round has no figure. */
export function summary(values: (number | null)[]): Figure | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length < values.length || known.length === 0) return null;
  return {
    median: medianOf(known),
    least: known[0] as number,
    most: known.at(-1) as number,
  };
}

/** Returns the median of sorted numbers. */
export function medianOf(sorted: number[]): number {
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
