import { openPair } from '../against/pair.js';
import { compareAnswers, portalForBoth } from '../against/same-between.js';
import { type Bench, postgresVersion } from '../bench.js';
import type { Choices } from '../choices.js';
import type { Round } from '../measure/round.js';
import { type Measured, measure } from '../measure/rounds.js';
import { ratio } from '../report/figures.js';
import { surroundings } from '../report/results-file.js';
import { inWords, markdown, tableOf } from '../report/tables.js';
import { print, say } from '../say.js';
import { WORKLOADS } from '../workloads/index.js';
import type { WorkloadName } from '../workloads/workload.js';

const COMPARED: readonly WorkloadName[] = ['portal', 'board', 'job', 'change', 'share'];

/** Compares the current code with another commit: throughput and work. */
export async function against(bench: Bench, choices: Choices): Promise<void> {
  const names = COMPARED.filter((each) => choices.only.includes(each));
  if (names.length === 0) throw new Error(`Commits are compared by ${COMPARED.join(', ')}.`);
  const pair = await openPair(bench, choices);
  const { here, there } = pair;
  const all: Measured[] = [];
  for (const name of names) {
    const workload = name === 'portal' ? await portalForBoth(pair) : WORKLOADS[name];
    say(`${name}: ${workload.is}`);
    await compareAnswers(workload, pair);
    all.push(await measure({ ...workload, leftOut: {} }, [there, here], choices));
  }
  const { rounds, seconds } = choices;
  const each = rounds === 1 ? 'One round' : `${rounds} rounds`;
  const text = [
    `## Against ${there.label}`,
    `${surroundings(await postgresVersion(here.db))} ${each} of ${seconds} s, taking turns. A ratio is what is here to ${there.label}, round by round: the median (least–most).`,
    ratios(all, here.label, there.label),
    ...all.map((measured) => tableOf(measured, there.label)),
  ];
  print(text.join('\n\n'));
}

const SHOWN: [keyof Round, string][] = [
  ['perSecond', 'throughput ×'],
  ['bothMicros', 'work ×'],
  ['processMicros', 'process ×'],
  ['databaseMicros', 'PostgreSQL ×'],
];

function ratios(all: Measured[], here: string, there: string): string {
  const rows = all.map(({ workload, rounds }) => [
    workload.name,
    ...SHOWN.map(([name]) => {
      const figure = ratio(rounds.get(here) ?? [], rounds.get(there) ?? [], name);
      return figure ? inWords(figure) : '–';
    }),
  ]);
  return markdown(['', ...SHOWN.map(([, title]) => title)], rows);
}
