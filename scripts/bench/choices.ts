import { parseArgs } from 'node:util';
import { SERVER_NAMES, type ServerName } from './servers/kinds.js';
import { WORKLOAD_NAMES, type WorkloadName } from './workloads/workload.js';

const COMMANDS = ['measure', 'cold', 'growth', 'memory', 'start-up', 'profile'] as const;
export type Command = (typeof COMMANDS)[number];

/** Options of a run. */
export interface Choices {
  command: Command;
  scale: number;
  items: number;
  rounds: number;
  seconds: number;
  only: readonly WorkloadName[];
  servers: readonly ServerName[];
  /** Commit of this project to compare with. */
  against?: string;
  /** Idle time before the cold change, in seconds. */
  restSeconds: number;
  /** Nothing was left out or shortened, so the result may be written to RESULTS.md. */
  isWhole: boolean;
}

/** A check that everything works: one round of a second, on a database that is seeded in seconds. */
const QUICK = { scale: '0.2', rounds: '1', seconds: '1', rest: '2' };
const USUAL = { scale: '1', rounds: '5', seconds: '4', rest: '30' };

/** Commands that support `--against`. */
const COMPARING: readonly Command[] = ['measure', 'cold'];

/** Parses the flags of `npm run bench -- …`; throws a sentence for an invalid one. */
export function choicesOf(args: string[]): Choices {
  const { values: given, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      scale: { type: 'string' },
      items: { type: 'string', default: '1' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      rest: { type: 'string' },
      only: { type: 'string' },
      servers: { type: 'string' },
      against: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const values = { ...(given.quick ? QUICK : USUAL), ...given };
  const command = oneOf(COMMANDS, positionals[0] ?? 'measure');
  if (values.against && !COMPARING.includes(command))
    throw new Error(`--against goes with ${COMPARING.join(' and ')} only.`);
  return {
    command,
    scale: number('scale', values.scale),
    items: number('items', values.items),
    rounds: number('rounds', values.rounds),
    seconds: number('seconds', values.seconds),
    only: listOf(WORKLOAD_NAMES, values.only),
    servers: listOf(SERVER_NAMES, values.servers),
    against: values.against,
    restSeconds: number('rest', values.rest),
    isWhole:
      !values.against &&
      !values.only &&
      !values.servers &&
      values.scale === '1' &&
      values.items === '1' &&
      values.rest === USUAL.rest &&
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
