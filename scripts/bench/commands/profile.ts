import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, tidyBefore } from '../bench.js';
import type { Choices } from '../choices.js';
import { round } from '../measure/round.js';
import { markdown } from '../report/tables.js';
import { print, say } from '../say.js';
import { WORKLOADS } from '../workloads/index.js';

const MOST = 30;

/** Shows the functions with the most self time in each workload. */
export async function profile(bench: Bench, choices: Choices): Promise<void> {
  const ground = await bench.ground(choices);
  await tidyBefore(ground);
  for (const name of choices.only) {
    const contender = await bench.contender(ground, 'jobglass');
    await round(contender, WORKLOADS[name], choices.seconds / 2);
    const file = join(mkdtempSync(join(tmpdir(), 'bench-profile-')), `${name}.cpuprofile`);
    await contender.server.tell({ profile: 'start' });
    await round(contender, WORKLOADS[name], choices.seconds);
    await contender.server.tell({ profile: 'stop', file });
    await contender.server.stop();
    say(`${name}: the whole profile is ${file}`);
    const own = ownTimes(file);
    print(`\n## ${name}\n\n${tableOf(own)}\n\n${tableOf(byPackage(own))}`);
  }
}

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Returns the total self time of each function. */
function ownTimes(file: string): Map<string, number> {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  const own = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const place = places.get(id) as string;
    if (!place.startsWith('(idle)') && !place.includes('node:inspector'))
      add(own, place, timeDeltas[at] ?? 0);
  }
  return own;
}

function byPackage(own: Map<string, number>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [place, time] of own) {
    const [, file = ''] = place.split(' ');
    const [name = '', part = ''] = file.split('/');
    add(sums, file ? (/^(@|src)/.test(name) ? `${name}/${part}` : name) : `node itself`, time);
  }
  return sums;
}

function add(sums: Map<string, number>, name: string, time: number): void {
  sums.set(name, (sums.get(name) ?? 0) + time);
}

function tableOf(own: Map<string, number>): string {
  const all = [...own.values()].reduce((sum, time) => sum + time, 0);
  const longest = [...own].sort(([, a], [, b]) => b - a).slice(0, MOST);
  return markdown(
    ['own time', 'of'],
    longest.map(([place, time]) => [`${((time / all) * 100).toFixed(1)} %`, place]),
  );
}

function placeOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const file = url.replace(/^.*\/node_modules\//, '').replace(/^.*\/dist\//, '');
  return `${(functionName || '(nameless)').replaceAll(' ', '_')} ${file}${file ? `:${lineNumber + 1}` : ''}`;
}
