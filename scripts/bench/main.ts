import 'reflect-metadata';
import { Bench } from './bench.js';
import { type Choices, type Command, choicesOf } from './choices.js';
import { against } from './commands/against.js';
import { cold } from './commands/cold.js';
import { growth } from './commands/growth.js';
import { measureAll } from './commands/measure.js';
import { memory } from './commands/memory.js';
import { profile } from './commands/profile.js';
import { startUp } from './commands/start-up.js';
import { installPeers } from './peers/install.js';
import { say } from './say.js';

const COMMANDS: Record<Command, (bench: Bench, choices: Choices) => Promise<void>> = {
  measure: (bench, choices) =>
    choices.against ? against(bench, choices) : measureAll(bench, choices),
  cold,
  growth,
  memory,
  'start-up': startUp,
  profile,
};

let bench: Bench | undefined;
// An interrupted bench leaves nothing running: servers end with this process, PostgreSQL is stopped.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    // Commands in progress lose their servers now, which must not prevent the cleanup.
    process.on('uncaughtException', (error) => say(`Ending the bench: ${error}`));
    void (bench?.close() ?? Promise.resolve()).finally(() => process.exit(1));
  });

try {
  const choices = choicesOf(process.argv.slice(2));
  if (!choices.against) installPeers();
  bench = await Bench.open();
  await COMMANDS[choices.command](bench, choices);
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : error}\n`,
  );
  process.exitCode = 1;
} finally {
  await bench?.close();
}
process.exit();
