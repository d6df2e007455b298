import 'reflect-metadata';
import { Bench } from './bench.js';
import { type Choices, type Command, choicesOf } from './choices.js';
import { measureAll } from './commands/measure.js';
import { installPeers } from './peers/install.js';

const COMMANDS: Partial<Record<Command, (bench: Bench, choices: Choices) => Promise<void>>> = {
  measure: measureAll,
};

let bench: Bench | undefined;
// Whoever breaks the bench off leaves nothing running: servers end with us, PostgreSQL is stopped.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void bench?.close().finally(() => process.exit(1)));

try {
  const choices = choicesOf(process.argv.slice(2));
  installPeers();
  bench = await Bench.open();
  await COMMANDS[choices.command]?.(bench, choices);
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : error}\n`,
  );
  process.exitCode = 1;
} finally {
  await bench?.close();
}
process.exit();
