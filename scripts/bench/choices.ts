import { parseArgs } from 'node:util';
import { SERVER_NAMES, type ServerName } from './servers/kinds.js';
import { WORKLOAD_NAMES, type WorkloadName } from './workloads/workload.js';

export const COMMANDS = ['measure', 'growth', 'memory', 'start-up', 'profile'] as const;
export type Command = (typeof COMMANDS)[number];

/** What a run was asked to do. */
export interface Choices {
  command: Command;
  scale: number;
  items: number;
  rounds: number;
  seconds: number;
  only: readonly WorkloadName[];
  servers: readonly ServerName[];
  /** Nothing was left out or made short, so what comes of it may be written to RESULTS.md. */
  isWhole: boolean;
}

/** Reads the flags of `npm run bench -- …`; a wrong one ends in a sentence. */
export function choicesOf(args: string[]): Choices {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      scale: { type: 'string', default: '1' },
      items: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '4' },
      only: { type: 'string' },
      servers: { type: 'string' },
    },
  });
  return {
    command: oneOf(COMMANDS, positionals[0] ?? 'measure'),
    scale: number('scale', values.scale),
    items: number('items', values.items),
    rounds: number('rounds', values.rounds),
    seconds: number('seconds', values.seconds),
    only: listOf(WORKLOAD_NAMES, values.only),
    servers: listOf(SERVER_NAMES, values.servers),
    isWhole:
      !values.only &&
      !values.servers &&
      values.scale === '1' &&
      values.items === '1' &&
      Number(values.rounds) >= 3 &&
      Number(values.seconds) >= 3,
  };
}

function listOf<T extends string>(all: readonly T[], text: string | undefined): readonly T[] {
  return text ? text.split(',').map((each) => oneOf(all, each.trim())) : all;
}

function oneOf<T extends string>(all: readonly T[], text: string): T {
  const found = all.find((each) => each === text);
  if (!found) throw new Error(`There is no "${text}"; choose of ${all.join(', ')}.`);
  return found;
}

function number(name: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(`--${name} must be a number above 0.`);
}
