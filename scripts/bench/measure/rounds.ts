import { say } from '../say.js';
import type { Workload } from '../workloads/workload.js';
import type { Contender } from './contender.js';
import { type Round, round } from './round.js';

/** Every round of one workload, by contender. */
export interface Measured {
  workload: Workload;
  rounds: Map<string, Round[]>;
}

/** Lets the contenders take turns, so that what the machine does meanwhile meets all of them alike. */
export async function measure(
  workload: Workload,
  contenders: Contender[],
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Measured> {
  const measured = new Map<string, Round[]>(contenders.map(({ label }) => [label, []]));
  for (let at = 1; at <= rounds; at += 1) {
    // Every other round in the opposite order: whoever comes second is then not always the same.
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
