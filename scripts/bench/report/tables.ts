import type { Round } from '../measure/round.js';
import type { Measured } from '../measure/rounds.js';
import { type Figure, figure, ratio } from './figures.js';

interface Shown {
  name: keyof Round;
  title: string;
  write(value: number): string;
}

const SHOWN: Shown[] = [
  { name: 'perSecond', title: 'requests/s', write: (value) => value.toFixed(0) },
  { name: 'p50', title: 'p50 ms', write: (value) => value.toFixed(1) },
  { name: 'p99', title: 'p99 ms', write: (value) => value.toFixed(1) },
  { name: 'processMicros', title: 'process µs', write: (value) => value.toFixed(0) },
  { name: 'databaseMicros', title: 'PostgreSQL µs', write: (value) => value.toFixed(0) },
  { name: 'bothMicros', title: 'both µs', write: (value) => value.toFixed(0) },
  { name: 'peakBytes', title: 'peak MB', write: (value) => (value / 1e6).toFixed(0) },
];

/** Table of a workload: a row for each server, each figure with its spread and its ratio to the yardstick. */
export function tableOf({ workload, rounds }: Measured, yardstick: string): string {
  const others = rounds.get(yardstick);
  const rows = [...rounds].map(([label, own]) => [
    label,
    ...SHOWN.map((shown) => cell(shown, own, label === yardstick ? undefined : others)),
  ]);
  const missing = Object.entries(workload.leftOut).map(([name, why]) => `${name}: ${why}.`);
  return [
    `### ${workload.name}: ${workload.is}`,
    '',
    markdown(['', ...SHOWN.map(({ title }) => title)], rows),
    ...(missing.length > 0 ? ['', `Not measured: ${missing.join(' ')}`] : []),
  ].join('\n');
}

function cell({ name, write }: Shown, rounds: Round[], others?: Round[]): string {
  const own = figure(rounds, name);
  if (!own) return '–';
  const spread = `${write(own.median)} (${write(own.least)}–${write(own.most)})`;
  const related = others && ratio(rounds, others, name);
  return related ? `${spread} **×${related.median.toFixed(2)}**` : spread;
}

/** A table in Markdown. */
export function markdown(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A ratio in words: median and spread. */
export function inWords({ median, least, most }: Figure): string {
  return `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}
