import 'reflect-metadata';
import { loadConfig } from './config.js';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';
import { Closers } from './server/closers.js';
import { EndOfProcess } from './server/end-of-process.js';
import { startJobglass } from './server/start.js';
import { reasonFor } from './server/start-failures.js';
import { welcome } from './server/welcome.js';

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);
const closers = new Closers(complain);
const ending = new EndOfProcess(closers);

try {
  await start();
} catch (error) {
  // What breaks because a signal closed it is no news.
  if (!ending.hasBegun) complain(reasonFor(error));
  await ending.end(1);
}

/** Settings → database → server with its demo → what to do next. */
async function start(): Promise<void> {
  const config = loadConfig();
  const databaseUrl = config.databaseUrl ?? (await ownDatabase(config.dataFolder));
  const { url } = await startJobglass({ config, databaseUrl, closers, say });
  say(welcome(config, url));
}

async function ownDatabase(folder: string): Promise<string> {
  const { url, stop } = await startEmbeddedPostgres({ folder, database: 'jobglass', log: say });
  closers.add('the embedded PostgreSQL', stop, { limitMs: 2_500, isVital: true });
  return url;
}
