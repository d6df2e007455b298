import type { Workload } from '../workloads/workload.js';
import type { Contender } from './contender.js';
import { letThemWait, tidy } from './tidy.js';

/** How the rows of a contender are kept fit for measuring. */
export interface Upkeep {
  /** Makes ready what a round of this workload needs. */
  beforeRound(contender: Contender, workload: Workload): Promise<void>;
  afterLastRound(contender: Contender, workload: Workload): Promise<void>;
}

/** By statements over the tables as this commit has them, to the rows that were seeded. */
export const BY_SQL: Upkeep = {
  async beforeRound({ db, samples }, { once, sample }) {
    if (!once) return;
    await tidy(db, samples);
    await letThemWait(db, samples[sample]);
  },
  async afterLastRound({ db, samples }, { changes }) {
    if (changes) await tidy(db, samples);
  },
};
