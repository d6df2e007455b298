import 'reflect-metadata';
import { loadConfig } from './config/config.js';
import { startEmbeddedPostgres } from './database/embedded/embedded-postgres.js';
import { Closers } from './server/boot/closers.js';
import { EndOfProcess } from './server/boot/end-of-process.js';
import { startJobglass } from './server/boot/start.js';
import { reasonFor } from './server/boot/start-failures.js';
import { welcome } from './server/boot/welcome.js';

const print = (line: string) => process.stdout.write(`${line}\n`);
const printError = (line: string) => process.stderr.write(`${line}\n`);
const closers = new Closers(printError);
const ending = new EndOfProcess(closers);

try {
  await start();
} catch (error) {
  // A failure caused by stopping during start-up is not reported.
  if (!ending.hasBegun) printError(reasonFor(error));
  await ending.end(1);
}

/** Reads the settings, starts the database and the server, and prints the addresses to open. */
async function start(): Promise<void> {
  const config = loadConfig();
  const databaseUrl = config.databaseUrl ?? (await startOwnDatabase(config.dataFolder));
  const { url, setupLink } = await startJobglass({ config, databaseUrl, closers, say: print });
  print(welcome(config, url, setupLink));
}

async function startOwnDatabase(folder: string): Promise<string> {
  const { url, stop } = await startEmbeddedPostgres({ folder, database: 'jobglass', log: print });
  closers.add('the embedded PostgreSQL', stop, { limitMs: 2_500, isVital: true });
  return url;
}
