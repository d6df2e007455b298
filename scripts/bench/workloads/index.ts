import { board } from './board.js';
import { change } from './change.js';
import { job } from './job.js';
import { portal, wrongToken } from './portal.js';
import { share } from './share.js';
import type { Workload, WorkloadName } from './workload.js';

export const WORKLOADS: Record<WorkloadName, Workload> = {
  portal,
  board,
  job,
  change,
  share,
  'wrong-token': wrongToken,
};
