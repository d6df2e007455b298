import type { Workload } from '../workloads/workload.js';
import { backendsOf, settled, workBetween } from './backends.js';
import { type Contender, requestsFor } from './contender.js';
import { CONNECTIONS, load } from './load.js';
import { forgetPeak, peakMemory, workOf } from './work-done.js';

// Each connection prepares its next request before it knows that the round has ended.
const SPARE = 4 * CONNECTIONS;

/** A round continues until it has this many requests: on a busy machine it would measure nothing otherwise. */
const FEWEST = 4 * CONNECTIONS;

/** Result of a round for a contender; microseconds are per request, bytes of the process. */
export interface Round {
  perSecond: number;
  p50: number;
  p99: number;
  processMicros: number | null;
  databaseMicros: number | null;
  bothMicros: number | null;
  peakBytes: number | null;
}

/** Warms a contender up, loads it, and returns the measurements. */
export async function round(
  contender: Contender,
  workload: Workload,
  seconds: number,
): Promise<Round> {
  const { server, db, samples } = contender;
  const goal = {
    url: server.url,
    mustSucceed: !workload.isRefusal,
  };
  const sample = samples[workload.sample];
  await contender.upkeep.beforeRound(contender, workload);
  const requests = requestsFor(contender, workload);
  const warmUp = workload.once
    ? { amount: Math.max(CONNECTIONS, Math.floor(sample.length / 10)) }
    : { seconds: Math.max(1, seconds / 4) };
  const warm = await load({ ...goal, requests, ...warmUp });
  await settled(db, server.name, server.pid);
  forgetPeak(server.pid);
  const before = await worksOf(contender);
  const much = workload.once
    ? { amount: sample.length - warm.requests - SPARE }
    : warm.perSecond * seconds < FEWEST
      ? { amount: FEWEST }
      : { seconds };
  const { perSecond, p50, p99, requests: count } = await load({ ...goal, requests, ...much });
  await settled(db, server.name, server.pid);
  const after = await worksOf(contender);
  // Requests in progress at the end are completed too, without being counted.
  const worked = 'amount' in much ? count : count + CONNECTIONS;
  const perRequest = (work: number | null) => work && work / worked;
  const processMicros = perRequest(between(before.process, after.process));
  const databaseMicros = perRequest(workBetween(before.backends, after.backends));
  const bothMicros = processMicros && databaseMicros && processMicros + databaseMicros;
  const peakBytes = peakMemory(server.pid);
  return { perSecond, p50, p99, processMicros, databaseMicros, bothMicros, peakBytes };
}

async function worksOf({ server, db }: Contender) {
  return { process: workOf(server.pid), backends: await backendsOf(db, server.name) };
}

function between(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}
