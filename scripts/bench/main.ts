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
// Whoever breaks the bench off leaves nothing running: servers end with us, PostgreSQL is stopped.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    // What is under way loses its servers now; that must not keep the rest from being cleaned up.
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
