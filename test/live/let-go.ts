import type { Following } from '../harness/live.js';

/** They end by themselves and in time, with nothing said after the cut. */
export async function expectEnd(subscriptions: Following<unknown>[]): Promise<void> {
  const tooLate = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('It is still open.')), 2_000).unref();
  });
  await Promise.race([Promise.all(subscriptions.map(({ ended }) => ended)), tooLate]);
  for (const { answers } of subscriptions) expect(answers).toEqual([]);
}
