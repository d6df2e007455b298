import { loadConfig } from '../src/config/config.js';
import { startEmbeddedPostgres } from '../src/database/embedded/embedded-postgres.js';
import { openOrm } from '../src/database/postgres/orm.js';
import { ENTITIES } from '../src/server/boot/nouns.js';
import { reasonFor } from '../src/server/boot/start-failures.js';

/**
 * Runs a script's work on the database of `npm start`, starting the embedded one if DATABASE_URL is not set. Prints
 * errors as one sentence.
 */
export async function onOwnDatabase(
  work: (database: { url: string; config: ReturnType<typeof loadConfig> }) => Promise<void>,
): Promise<void> {
  let stop = async () => {};
  try {
    const config = loadConfig();
    let url = config.databaseUrl;
    if (!url) {
      const embedded = await startEmbeddedPostgres({
        folder: config.dataFolder,
        database: 'jobglass',
        log: console.log,
      });
      ({ url, stop } = embedded);
    }
    await work({ url, config });
  } catch (error) {
    console.error(reasonFor(error));
    process.exitCode = 1;
  } finally {
    await stop();
    process.exit();
  }
}

/** Opens MikroORM for a script's own statements. */
export const openEntities = (url: string) => openOrm(url, ENTITIES, 2);
