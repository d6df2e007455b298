import { type Bench, postgresVersion, tidyBefore } from '../bench.js';
import type { Choices } from '../choices.js';
import { requestsFor } from '../measure/contender.js';
import { CONNECTIONS, load } from '../measure/load.js';
import { memoryNow } from '../measure/work-done.js';
import { surroundings, writePart } from '../report/results-file.js';
import { markdown } from '../report/tables.js';
import { print, say } from '../say.js';
import { WORKLOADS } from '../workloads/index.js';

const REQUESTS = 200_000;
const STEPS = 20;
/** The first steps, in which the heap reaches its size, are not compared. */
const SETTLED = 5;
const FLAT = 0.1;

/** Measures the process's memory during very many requests: portal pages, and some boards and jobs. */
export async function memory(bench: Bench, choices: Choices): Promise<void> {
  const ground = await bench.ground(choices);
  await tidyBefore(ground);
  const contender = await bench.contender(ground, 'jobglass');
  const { server } = contender;
  const held: number[] = [];
  for (let step = 1; step <= STEPS; step += 1) {
    for (const [name, part] of [
      ['portal', 0.97],
      ['job', 0.025],
      ['board', 0.005],
    ] as const) {
      const amount = Math.max(CONNECTIONS, Math.round((REQUESTS / STEPS) * part));
      const requests = requestsFor(contender, WORKLOADS[name]);
      await load({ url: server.url, requests, amount, mustSucceed: true });
    }
    held.push(memoryNow(server.pid) ?? Number.NaN);
    say(
      `  ${((REQUESTS / STEPS) * step).toLocaleString('en')} requests: ${inMegabytes(held.at(-1))}`,
    );
  }
  const text = report(held, surroundings(await postgresVersion(ground.db)));
  print(text);
  writePart('memory', text);
}

function report(held: number[], about: string): string {
  const rows = held.map((bytes, at) => [
    ((REQUESTS / STEPS) * (at + 1)).toLocaleString('en'),
    inMegabytes(bytes),
  ]);
  const rest = held.slice(SETTLED);
  const half = Math.floor(rest.length / 2);
  const growth = mean(rest.slice(half)) / mean(rest.slice(0, half)) - 1;
  return [
    '## Memory',
    about,
    `From ${rows[SETTLED]?.[0]} requests on, the second half of the run holds ${(growth * 100).toFixed(1)} % more than the first (target: at most ${FLAT * 100} %): ${growth <= FLAT ? 'met' : '**not met**'}.`,
    markdown(['requests so far', 'held'], rows),
  ].join('\n\n');
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function inMegabytes(bytes = Number.NaN): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
