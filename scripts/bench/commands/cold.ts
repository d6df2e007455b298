import { openPair } from '../against/pair.js';
import { type Bench, postgresVersion, tidyBefore } from '../bench.js';
import type { Choices } from '../choices.js';
import { type Rested, restAndChange } from '../measure/cold-change.js';
import type { Contender } from '../measure/contender.js';
import { tidy } from '../measure/tidy.js';
import { type Figure, summary } from '../report/figures.js';
import { surroundings, writePart } from '../report/results-file.js';
import { inWords, markdown } from '../report/tables.js';
import { print, say } from '../say.js';

/** Maximum ratio of a change after a pause to a warm one. */
const LIMIT = 2;

/** Measures how much longer a change takes after a time without requests. */
export async function cold(bench: Bench, choices: Choices): Promise<void> {
  if (choices.against) {
    const { here, there } = await openPair(bench, choices);
    print(await measured(bench, [there, here], choices));
    return;
  }
  const ground = await bench.ground(choices);
  await tidyBefore(ground);
  const text = await measured(bench, [await bench.contender(ground, 'jobglass')], choices);
  await tidy(ground.db, ground.samples);
  print(text);
  if (choices.isWhole) say(`Written to ${writePart('cold', text)}`);
}

async function measured(
  { stopped }: Bench,
  contenders: Contender[],
  { rounds, restSeconds }: Choices,
): Promise<string> {
  const all: Rested[][] = contenders.map(() => []);
  for (let round = 1; round <= rounds; round += 1) {
    const rested = await restAndChange(contenders, restSeconds, stopped);
    for (const [at, each] of rested.entries()) {
      all[at]?.push(each);
      say(
        `  cold ${round}/${rounds} ${contenders[at]?.label}: ${each.warm.toFixed(1)} ms warm, ${each.cold.toFixed(1)} ms after ${restSeconds} s`,
      );
    }
  }
  const rows = contenders.map(({ label }, at) => rowOf(label, all[at] as Rested[]));
  const postgres = await postgresVersion((contenders[0] as Contender).db);
  return [
    '## Cold',
    surroundings(postgres),
    `A change (updateTodo with its prompt) by itself, in ms: warm is the median of the last before the rest, cold the first after ${restSeconds} s in which nobody asked. Median of ${rounds} rests (least–most); target: cold at most ${LIMIT} × warm.`,
    markdown(['', 'warm ms', 'cold ms', 'cold ÷ warm', ''], rows),
  ].join('\n\n');
}

function rowOf(label: string, rested: Rested[]): string[] {
  const of = (value: (each: Rested) => number) => summary(rested.map(value)) as Figure;
  const ratio = of(({ warm, cold }) => cold / warm);
  return [
    label,
    inWords(of(({ warm }) => warm)),
    inWords(of(({ cold }) => cold)),
    inWords(ratio),
    ratio.median <= LIMIT ? 'met' : '**not met**',
  ];
}
