import { say } from '../say.js';
import type { Workload } from '../workloads/workload.js';
import type { Contender } from './contender.js';
import { type Round, round } from './round.js';
import { tidy } from './tidy.js';

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
    for (const contender of contenders) {
      const result = await round(contender, workload, seconds);
      measured.get(contender.label)?.push(result);
      say(
        `  ${workload.name} ${at}/${rounds} ${contender.label}: ${result.perSecond.toFixed(0)}/s, ${result.bothMicros?.toFixed(0) ?? '?'} µs of work a request`,
      );
    }
  }
  if (workload.changes) for (const { db, samples } of contenders) await tidy(db, samples);
  return { workload, rounds: measured };
}
