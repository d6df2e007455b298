import { CONNECTIONS } from '../measure/load.js';
import { mailsAreSent } from '../measure/tidy.js';
import type { Upkeep } from '../measure/upkeep.js';
import type { Asked } from '../seed/sample.js';
import { askOnce } from '../workloads/ask.js';
import { change } from '../workloads/change.js';
import { answered } from './answered.js';

/**
 * For any commit, since it does not depend on the tables: raises prompts by changes through the API. Changes and
 * shares are not undone; the database is dropped afterwards.
 */
export const BY_API: Upkeep = {
  async beforeRound({ db, server, samples }, { changes, once, sample }) {
    if (!changes) return;
    await mailsAreSent(db);
    if (once) await eachOf(samples[sample], (asked) => letItWait(server.url, asked));
    // Removes old row versions, since autovacuum is off.
    await db.query('vacuum analyze');
  },
  async afterLastRound() {},
};

let changes = 0;

async function letItWait(url: string, asked: Asked): Promise<void> {
  changes += 1;
  // A text that no round of `change` uses.
  const turn = 1_000_000_000 + changes;
  const payload = answered(await askOnce(url, change.request('jobglass', asked, turn)));
  const { sharePrompt } = payload.updateTodo as { sharePrompt: Prompt | null };
  if (!sharePrompt) throw new Error(`Changing job ${asked.jobId} raised no prompt.`);
  const { revision, items } = sharePrompt;
  const itemKeys = items.filter((item) => item.change !== 'GONE').map(({ key }) => key);
  asked.waiting = { revision, itemKeys };
}

interface Prompt {
  revision: number;
  items: { key: string; change: string }[];
}

/** With the concurrency of the load. */
async function eachOf(sample: Asked[], work: (asked: Asked) => Promise<void>): Promise<void> {
  const left = sample.values();
  const one = async () => {
    for (const asked of left) await work(asked);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
}
