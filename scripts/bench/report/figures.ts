import type { Round } from '../measure/round.js';

/** The middle of the rounds, and between what they lay. */
export interface Figure {
  median: number;
  least: number;
  most: number;
}

/** One figure over all rounds; null where the machine does not tell it. */
export function figure(rounds: Round[], name: keyof Round): Figure | null {
  return summary(rounds.map((round) => round[name]));
}

/** A figure set in relation to another server's, round by round: what met both meets neither's ratio. */
export function ratio(rounds: Round[], others: Round[], name: keyof Round): Figure | null {
  return summary(
    rounds.map((round, at) => {
      const [one, other] = [round[name], others[at]?.[name]];
      return one && other ? one / other : null;
    }),
  );
}

/** The middle and the ends of the rounds; null where one of them has no figure. */
export function summary(values: (number | null)[]): Figure | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length < values.length || known.length === 0) return null;
  return {
    median: medianOf(known),
    least: known[0] as number,
    most: known.at(-1) as number,
  };
}

/** The middle of sorted numbers. */
export function medianOf(sorted: number[]): number {
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
