import { idOf } from './ids.js';
import { bigNumber, isPublished, type Size } from './size.js';

/** One thing that a workload asks about, with the tokens of whoever asks. */
export interface Asked {
  jobId: string;
  businessId: string;
  ownerToken: string;
  portalToken: string;
  /** The first to-do of the job. */
  todoId: string;
  clientId: string;
  /** What a share of the job answers and ticks, once it was made to wait for one. */
  waiting?: { revision: number; itemKeys: string[] };
}

const MOST = 200;

/**
 * Which jobs the workloads ask about: spread over all businesses, and never the same for reading as for
 * changing, so that a client's page stays what it was published as.
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
    // A share needs a job that waits for it, so each is used once a round.
    sharing: spread(size, forSharing, 1_000),
  };
}

/** Most for reading, the last seven for the others; of very few, the same for all. */
function inThree(numbers: number[]): [number[], number[], number[]] {
  if (numbers.length < 10) return [numbers, numbers, numbers];
  return [numbers.slice(0, -7), numbers.slice(-7, -5), numbers.slice(-5)];
}

function spread(size: Size, numbers: number[], most: number): Asked[] {
  const all = numbers.length * size.businesses;
  const count = Math.min(most, all);
  return Array.from({ length: count }, (_, at) => {
    const place = Math.floor((at * all) / count);
    // Neighbours of the sample are of different businesses, and every number has its turn.
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
