import { once } from 'node:events';
import { type IncomingMessage, request as send } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { medianOf } from '../report/figures.js';
import { change } from '../workloads/change.js';
import { type Contender, requestsFor } from './contender.js';
import type { Request } from './load.js';

/** Changes before the pause, one after the other; the first of them are warm-up. */
const BEFORE_REST = 40;
const WARMING_UP = 20;

/** Milliseconds from sending a change to the end of its response. */
export interface Rested {
  /** Median of the last changes before the pause. */
  warm: number;
  /** First change after it. */
  cold: number;
}

/** Lets all servers idle at the same time, and measures changes before and after; returns results in their order. */
export async function restAndChange(
  contenders: Contender[],
  restSeconds: number,
  stopped: AbortSignal,
): Promise<Rested[]> {
  const changes = contenders.map((contender) => {
    const next = requestsFor(contender, change) as () => Request;
    return () => timeOf(contender.server.url, next());
  });
  const warm: number[] = [];
  for (const each of changes) warm.push(await warmTime(each));
  await sleep(restSeconds * 1000, undefined, { signal: stopped });
  const rested: Rested[] = [];
  for (const [at, each] of changes.entries())
    rested.push({ warm: warm[at] as number, cold: await each() });
  return rested;
}

async function warmTime(change: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let done = 0; done < BEFORE_REST; done += 1) times.push(await change());
  return medianOf(times.slice(WARMING_UP).sort((a, b) => a - b));
}

/** With a new connection each time: one from before the pause would be closed by then. */
async function timeOf(url: string, { method, path, headers, body }: Request): Promise<number> {
  const began = performance.now();
  const asking = send(url + path, { method, headers, agent: false });
  asking.end(body);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  const text = Buffer.concat(await response.toArray()).toString();
  const took = performance.now() - began;
  if (response.statusCode !== 200 || text.startsWith('{"errors"'))
    throw new Error(`A change was answered with ${text.slice(0, 500)}`);
  return took;
}
