import type { Ask } from '../harness/world.js';
import * as ops from '../operations.gen.js';

/** All that somebody finds who asks for every list there is. */
export async function everythingOf(ask: Ask) {
  const lists = await ask(ops.EverythingOfTheBusinessDocument);
  const jobs = await ask(ops.EveryJobOfTheBusinessDocument);
  for (const { errors } of [lists, jobs]) expect(errors).toBeUndefined();
  return { ...lists.data, ...jobs.data };
}
