import { idOf } from './ids.js';
import { bigNumber, isPublished, type Size } from './size.js';

/** Arguments of a request, with the tokens of its caller. */
export interface Asked {
  jobId: string;
  businessId: string;
  ownerToken: string;
  portalToken: string;
  /** Id of the job's first to-do. */
  todoId: string;
  clientId: string;
  /** Revision and item keys of the prompt, once it was made ready. */
  waiting?: { revision: number; itemKeys: string[] };
}

const MOST = 200;

/**
 * The jobs that the workloads use: spread over all businesses, with different ones for reads and changes, so that
 * portal pages stay as published.
 */
export function samplesOf(size: Size) {
  const published = Array.from({ length: size.jobsEach }, (_, at) => at + 1).filter(isPublished);
  const isBig = size.items > 1;
  const [forReading, forChanging, forSharing] = isBig
    ? [[bigNumber(size)], [bigNumber(size)], [bigNumber(size)]]
    : inThree(published);
  return {
    reading: spread(size, forReading, MOST),
    changing: spread(size, forChanging, MOST),
    // A share needs a ready prompt, so each job is used once a round.
    sharing: spread(size, forSharing, 1_000),
  };
}

/** Most for reads, the last seven for the others; the same for all if there are very few. */
function inThree(numbers: number[]): [number[], number[], number[]] {
  if (numbers.length < 10) return [numbers, numbers, numbers];
  return [numbers.slice(0, -7), numbers.slice(-7, -5), numbers.slice(-5)];
}

function spread(size: Size, numbers: number[], most: number): Asked[] {
  const all = numbers.length * size.businesses;
  const count = Math.min(most, all);
  return Array.from({ length: count }, (_, at) => {
    const place = Math.floor((at * all) / count);
    // Consecutive samples are of different businesses, and every number is used.
    const number = numbers[at % numbers.length] as number;
    const b = Math.floor(place / numbers.length);
    return askedOf(size, b, number);
  });
}

function askedOf({ businesses, items }: Size, b: number, number: number): Asked {
  const g = (number - 1) * businesses + b;
  return {
    jobId: idOf('jobs', g),
    businessId: idOf('businesses', b),
    clientId: idOf('clients', b * 100 + (number % 100)),
    ownerToken: `jgs_bench_${b}_0`,
    portalToken: `jgp_bench_${g}`,
    todoId: idOf('todos', g * 5 * items),
  };
}
