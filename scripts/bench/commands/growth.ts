import { type Bench, postgresVersion, tidyBefore } from '../bench.js';
import type { Choices } from '../choices.js';
import type { Contender } from '../measure/contender.js';
import { type Measured, measure } from '../measure/rounds.js';
import { ratio } from '../report/figures.js';
import { surroundings, writePart } from '../report/results-file.js';
import { inWords, markdown, tableOf } from '../report/tables.js';
import { print, say } from '../say.js';
import { boardOf } from '../workloads/board.js';
import { WORKLOADS } from '../workloads/index.js';
import type { WorkloadName } from '../workloads/workload.js';

const SIZES = [
  { label: '1×', scale: 1, items: 1 },
  { label: '4×', scale: 4, items: 1 },
  { label: '16×', scale: 16, items: 1 },
  { label: '1×, ten times the items', scale: 1, items: 10 },
] as const;
const SMALLEST = SIZES[0].label;
const GROWING: WorkloadName[] = ['portal', 'job', 'change'];
const PAGES = [10, 25, 50, 100];
/** Maximum difference from the smallest size that counts as flat. */
const FLAT = 0.2;

/** Measures the same workloads on larger databases; the sizes take turns like servers. */
export async function growth(bench: Bench, choices: Choices): Promise<void> {
  const sizes: Contender[] = [];
  let postgres = '';
  for (const { label, ...size } of SIZES) {
    const ground = await bench.ground(size);
    await tidyBefore(ground);
    sizes.push(await bench.contender(ground, 'jobglass', label));
    postgres = await postgresVersion(ground.db);
  }
  const all: Measured[] = [];
  for (const name of GROWING.filter((each) => choices.only.includes(each))) {
    say(`${name} as the business grows`);
    all.push(await measure({ ...WORKLOADS[name], leftOut: {} }, sizes, choices));
  }
  const [smallest] = sizes as [Contender];
  const pages = await boardsBySize(smallest, choices);
  const text = [
    '## Growth',
    `${surroundings(postgres)} ${choices.rounds} rounds of ${choices.seconds} s each, taking turns; **×** is the ratio to ${SMALLEST}.`,
    verdicts(all),
    ...all.map((measured) => tableOf(measured, SMALLEST)),
    pages,
  ].join('\n\n');
  print(text);
  if (choices.isWhole) say(`Written to ${writePart('growth', text)}`);
}

/** Only for more businesses; more items on a job make larger responses. */
function verdicts(all: Measured[]): string {
  const rows = all.flatMap(({ workload, rounds }) =>
    ['4×', '16×'].map((label) => {
      const [own, others] = [rounds.get(label) ?? [], rounds.get(SMALLEST) ?? []];
      const work = ratio(own, others, 'bothMicros');
      const isFlat = work !== null && work.median <= 1 + FLAT;
      return [
        `${workload.name}: work at ${label} businesses at most ${1 + FLAT} × that at ${SMALLEST}`,
        work ? inWords(work) : '–',
        isFlat ? 'met' : '**not met**',
      ];
    }),
  );
  return markdown(['target', 'measured', ''], rows);
}

async function boardsBySize(contender: Contender, choices: Choices): Promise<string> {
  const rows: string[][] = [];
  for (const first of PAGES) {
    const { rounds } = await measure(boardOf(first), [contender], choices);
    const works = (rounds.get(contender.label) ?? []).map(({ bothMicros }) => bothMicros ?? 0);
    const middle = works.sort((a, b) => a - b)[Math.floor(works.length / 2)] ?? 0;
    rows.push([String(first), middle.toFixed(0), (middle / first).toFixed(0)]);
  }
  return [
    '### board: by the jobs of its page',
    markdown(['jobs', 'work µs', 'work µs a job'], rows),
  ].join('\n\n');
}
