import 'reflect-metadata';
import { seedDemo } from '../db/demo/seed-demo.js';
import { type Config, ConfigError, loadConfig } from './config.js';
import { EmbeddedPostgresError, startEmbeddedPostgres } from './database/embedded-postgres.js';
import { PortalRoleMissing } from './database/portal-pool.js';
import { type Running, startJobglass } from './server/start.js';
import { welcome } from './server/welcome.js';

const log = (line: string) => process.stdout.write(`${line}\n`);

try {
  await main();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const config = loadConfig();
  const database = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => undefined }
    : await startEmbeddedPostgres({ folder: config.dataFolder, database: 'jobglass', log });
  stopOnce(database.stop);
  const running = await startJobglass({ config, databaseUrl: database.url });
  stopOnce(running.stop);
  if (config.seedDemo) await seedDemo(running.rooms.orm, running.rooms.clock);
  log(welcome(config, running.url));
}
