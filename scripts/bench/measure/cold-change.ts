import { once } from 'node:events';
import { type IncomingMessage, request as send } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { medianOf } from '../report/figures.js';
import { change } from '../workloads/change.js';
import { type Contender, requestsFor } from './contender.js';
import type { Request } from './load.js';

/** Changes before the rest, one after the other; the first of them only warm the server up. */
const BEFORE_REST = 40;
const WARMING_UP = 20;

/** Milliseconds from sending a change to the end of its answer. */
export interface Rested {
  /** The median of the last changes before the rest. */
  warm: number;
  /** The first change after it. */
  cold: number;
}

/** Lets servers rest at the same time, and measures a change of each before and after; answers in their order. */
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

/** Over a connection of its own each time: the one of a change before would not live through the rest. */
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
