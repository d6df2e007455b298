import type pg from 'pg';
import type { Asked, samplesOf } from '../seed/sample.js';
import { familyOf } from '../servers/kinds.js';
import type { ServerProcess } from '../servers/server-process.js';
import type { Workload } from '../workloads/workload.js';
import type { Load } from './load.js';
import type { Upkeep } from './upkeep.js';

/** One server on one database, with what it can be asked about there. */
export interface Contender {
  /** As the tables name it. */
  label: string;
  server: ServerProcess;
  samples: ReturnType<typeof samplesOf>;
  /** A connection of the bench's own to that database. */
  db: pg.Client;
  upkeep: Upkeep;
}

let turns = 0;

/** The requests of a workload as this contender is sent them. */
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
