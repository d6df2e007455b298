import type pg from 'pg';
import type { Asked, samplesOf } from '../seed/sample.js';
import { familyOf } from '../servers/kinds.js';
import type { ServerProcess } from '../servers/server-process.js';
import type { Workload } from '../workloads/workload.js';
import type { Load } from './load.js';
import type { Upkeep } from './upkeep.js';

/** A server on a database, with its samples. */
export interface Contender {
  /** Name in tables. */
  label: string;
  server: ServerProcess;
  samples: ReturnType<typeof samplesOf>;
  /** Connection of the bench to that database. */
  db: pg.Client;
  upkeep: Upkeep;
}

let turns = 0;

/** Returns the requests of a workload for this contender. */
export function requestsFor({ server, samples }: Contender, workload: Workload): Load['requests'] {
  const sample = samples[workload.sample];
  const family = familyOf(server.name);
  if (!workload.isOfItsOwn)
    return sample.map((asked, turn) => workload.request(family, asked, turn));
  const start = turns;
  return () => {
    const turn = turns;
    turns += 1;
    return workload.request(family, sample[(turn - start) % sample.length] as Asked, turn);
  };
}
