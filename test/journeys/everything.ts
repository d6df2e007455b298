import type { Ask } from '../harness/world.js';
import * as ops from '../operations.gen.js';

/** Returns the result of querying every list. */
export async function everythingOf(ask: Ask) {
  const lists = await ask(ops.EverythingOfTheBusinessDocument);
  const jobs = await ask(ops.EveryJobOfTheBusinessDocument);
  for (const { errors } of [lists, jobs]) expect(errors).toBeUndefined();
  return { ...lists.data, ...jobs.data };
}
