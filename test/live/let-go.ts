import type { Following } from '../harness/live.js';

/** Fails unless the subscriptions end in time, with no result after the change of access. */
export async function expectEnd(subscriptions: Following<unknown>[]): Promise<void> {
  const tooLate = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('It is still open.')), 2_000).unref();
  });
  await Promise.race([Promise.all(subscriptions.map(({ ended }) => ended)), tooLate]);
  for (const { answers } of subscriptions) expect(answers).toEqual([]);
}
