import 'reflect-metadata';
import { seedDemo } from '../db/demo/seed-demo.js';
import { loadConfig } from './config.js';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';
import { startJobglass } from './server/start.js';
import { reasonFor } from './server/start-failures.js';
import { welcome } from './server/welcome.js';

const say = (line: string) => process.stdout.write(`${line}\n`);
const closers: (() => Promise<void>)[] = [];
let ending: Promise<void> | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void end(0));

try {
  await start();
} catch (error) {
  process.stderr.write(`${reasonFor(error)}\n`);
  await end(1);
}

/** Settings → database → server → demo → what to do next. */
async function start(): Promise<void> {
  const config = loadConfig();
  const databaseUrl = config.databaseUrl ?? (await ownDatabase(config.dataFolder));
  const { url, rooms, stop } = await startJobglass({ config, databaseUrl });
  closers.push(stop);
  if (config.seedDemo) await seedDemo(rooms.orm, rooms.clock, rooms.photos);
  say(welcome(config, url));
}

async function ownDatabase(folder: string): Promise<string> {
  const { url, stop } = await startEmbeddedPostgres({
    folder,
    database: 'jobglass',
    log: say,
  });
  closers.push(stop);
  return url;
}

/** Once, however many signals come: Ctrl+C reaches all of a terminal's programs, and whoever started us may tell us too. */
function end(code: number): Promise<void> {
  ending ??= closeAll(code);
  return ending;
}

/** Closes in the opposite order of opening; the database is the last to go. */
async function closeAll(code: number): Promise<void> {
  for (const close of closers.reverse())
    await close().catch((error) => process.stderr.write(`${reasonFor(error)}\n`));
  process.exit(code);
}
