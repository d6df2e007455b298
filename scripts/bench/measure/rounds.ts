import { say } from '../say.js';
import type { Workload } from '../workloads/workload.js';
import type { Contender } from './contender.js';
import { type Round, round } from './round.js';

/** All rounds of a workload, by contender. */
export interface Measured {
  workload: Workload;
  rounds: Map<string, Round[]>;
}

/** Lets the contenders take turns, so that other load on the machine affects all of them alike. */
export async function measure(
  workload: Workload,
  contenders: Contender[],
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Measured> {
  const measured = new Map<string, Round[]>(contenders.map(({ label }) => [label, []]));
  for (let at = 1; at <= rounds; at += 1) {
    // Reverses every other round, so that none always runs second.
    for (const contender of at % 2 === 1 ? contenders : contenders.toReversed()) {
      const result = await round(contender, workload, seconds);
      measured.get(contender.label)?.push(result);
      say(
        `  ${workload.name} ${at}/${rounds} ${contender.label}: ${result.perSecond.toFixed(0)}/s, ${result.bothMicros?.toFixed(0) ?? '?'} µs of work a request`,
      );
    }
  }
  for (const each of contenders) await each.upkeep.afterLastRound(each, workload);
  return { workload, rounds: measured };
}
