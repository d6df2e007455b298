import type { Contender } from '../measure/contender.js';
import { say } from '../say.js';
import type { Asked } from '../seed/sample.js';
import { askOnce } from '../workloads/ask.js';
import { pageIn, portalOf } from '../workloads/portal.js';
import { differenceOf, inOneWay, some } from '../workloads/same-answers.js';
import type { Json, Workload } from '../workloads/workload.js';
import { answered } from './answered.js';
import { HERE } from './checkout.js';
import type { Pair } from './pair.js';

/**
 * Returns the portal page's operation for both: the other commit's, or this project's if this server no longer
 * supports that one.
 */
export async function portalForBoth(pair: Pair): Promise<Workload> {
  const theirs = portalOf(pageIn(pair.folder));
  try {
    await bothAnswer(theirs, pair, 0);
    return theirs;
  } catch (error) {
    say(`The portal page of ${pair.commit.label} is not answered by both: ${error}`);
    return portalOf(pageIn(HERE));
  }
}

/**
 * Throws unless both answer this workload without errors; reports the first difference, which is allowed between
 * two commits.
 */
export async function compareAnswers(workload: Workload, pair: Pair): Promise<void> {
  // A share needs a ready prompt; errors show during the load.
  if (workload.once) return;
  const { here, there } = pair;
  const places = some([...here.samples[workload.sample].keys()]);
  for (const place of places) {
    const [ours, theirs] = await bothAnswer(workload, pair, place);
    const difference = workload.changes ? null : differenceOf(inOneWay(theirs), inOneWay(ours), '');
    if (!difference) continue;
    say(`${workload.name}: ${here.label} does not answer as ${there.label} does: ${difference}`);
    return;
  }
}

async function bothAnswer(
  workload: Workload,
  { here, there }: Pair,
  place: number,
): Promise<[Json, Json]> {
  const answerOf = async ({ server, samples, label }: Contender) => {
    const asked = samples[workload.sample][place] as Asked;
    try {
      return answered(await askOnce(server.url, workload.request('jobglass', asked, place)));
    } catch (error) {
      throw new Error(`${workload.name}: ${label} answers ${(error as Error).message}`);
    }
  };
  return [await answerOf(here), await answerOf(there)];
}
