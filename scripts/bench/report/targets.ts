import type { Round } from '../measure/round.js';
import type { Measured } from '../measure/rounds.js';
import type { ServerName } from '../servers/kinds.js';
import type { WorkloadName } from '../workloads/workload.js';
import { ratio } from './figures.js';
import { inWords, markdown } from './tables.js';

interface Target {
  workload: WorkloadName;
  figure: 'perSecond' | 'bothMicros';
  against: ServerName;
  /** Maximum work or minimum speed. */
  limit: number;
  is: string;
}

const TARGETS: Target[] = [
  target('portal', 'perSecond', 'sql', 0.95),
  target('portal', 'perSecond', 'publication', 0.6),
  target('portal', 'perSecond', 'postgraphile', 3),
  target('board', 'perSecond', 'sql', 0.85),
  target('board', 'perSecond', 'postgraphile', 1.8),
  target('job', 'perSecond', 'sql', 0.85),
  target('portal', 'bothMicros', 'sql', 0.95),
  target('board', 'bothMicros', 'sql', 1.15),
  target('job', 'bothMicros', 'sql', 1.15),
  target('board', 'bothMicros', 'jobglass-no-rules', 1.05),
  target('change', 'bothMicros', 'jobglass-no-watcher', 1.5),
  target('change', 'bothMicros', 'by-hand', 2.2),
];

function target(
  workload: WorkloadName,
  figure: Target['figure'],
  against: ServerName,
  limit: number,
): Target {
  const what = figure === 'perSecond' ? 'speed at least' : 'work of process and PostgreSQL at most';
  return { workload, figure, against, limit, is: `${workload}: ${what} ${limit} × ${against}` };
}

/** Targets of the measured workloads, with whether they were met. */
export function targetsTable(all: Measured[]): string {
  const rows = TARGETS.flatMap((each) => {
    const rounds = all.find(({ workload }) => workload.name === each.workload)?.rounds;
    const [own, others] = [rounds?.get('jobglass'), rounds?.get(each.against)];
    return own && others ? [rowOf(each, own, others)] : [];
  });
  return markdown(['target', 'measured', ''], rows);
}

function rowOf({ is, figure, limit }: Target, own: Round[], others: Round[]): string[] {
  const measured = ratio(own, others, figure);
  if (!measured) return [is, '–', 'not told by this machine'];
  const isMet = figure === 'perSecond' ? measured.median >= limit : measured.median <= limit;
  return [is, inWords(measured), isMet ? 'met' : '**not met**'];
}
