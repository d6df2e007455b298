import { type Bench, postgresVersion, tidyBefore } from '../bench.js';
import type { Choices } from '../choices.js';
import { type Measured, measure } from '../measure/rounds.js';
import { surroundings, writePart } from '../report/results-file.js';
import { tableOf } from '../report/tables.js';
import { targetsTable } from '../report/targets.js';
import { print, say } from '../say.js';
import { YARDSTICK } from '../servers/kinds.js';
import { Servers } from '../servers/servers.js';
import { WORKLOADS } from '../workloads/index.js';
import { proveSameAnswers } from '../workloads/same-answers.js';
import { proveSameEffect } from '../workloads/same-effect.js';

/** Runs every workload on every server that supports it. */
export async function measureAll(bench: Bench, choices: Choices): Promise<void> {
  const ground = await bench.ground(choices);
  const workloads = choices.only.map((name) => WORKLOADS[name]);
  const servers = new Servers(bench, ground, choices.servers);
  await tidyBefore(ground);
  const all: Measured[] = [];
  for (const [at, workload] of workloads.entries()) {
    const contenders = await servers.onlyThose(workloads.slice(at));
    const sample = ground.samples[workload.sample];
    await proveSameAnswers(workload, contenders, sample);
    await proveSameEffect(workload, contenders, ground.db, sample);
    say(`${workload.name}: ${workload.is}${workload.answer ? '; all answer the same' : ''}`);
    all.push(await measure(workload, contenders, choices));
  }
  report(all, choices, await postgresVersion(ground.db));
}

function report(all: Measured[], choices: Choices, postgres: string): void {
  const { rounds, seconds, isWhole } = choices;
  const text = [
    '## Every workload',
    `${surroundings(postgres)} ${rounds} rounds of ${seconds} s each, taking turns.`,
    targetsTable(all),
    ...all.map((measured) => tableOf(measured, measured.workload.yardstick ?? YARDSTICK)),
  ].join('\n\n');
  print(text);
  if (isWhole) say(`Written to ${writePart('measure', text)}`);
}
