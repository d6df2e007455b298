import type { Workload } from '../workloads/workload.js';
import type { Contender } from './contender.js';
import { letThemWait, tidy } from './tidy.js';

/** How the rows of a contender are prepared for measuring. */
export interface Upkeep {
  /** Prepares a round of this workload. */
  beforeRound(contender: Contender, workload: Workload): Promise<void>;
  afterLastRound(contender: Contender, workload: Workload): Promise<void>;
}

/** By SQL on the tables of this commit: resets to the seeded rows. */
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
