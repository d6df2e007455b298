import { loadConfig } from '../src/config.js';
import { startEmbeddedPostgres } from '../src/database/embedded-postgres.js';
import { openOrm } from '../src/database/orm.js';
import { RECORDS } from '../src/server/records.js';
import { reasonFor } from '../src/server/start-failures.js';

/**
 * Runs a script's work on the database that `npm start` would use, starting the embedded one when no
 * DATABASE_URL is set. What goes wrong is one sentence.
 */
export async function onOwnDatabase(
  work: (found: { url: string; config: ReturnType<typeof loadConfig> }) => Promise<void>,
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

/** The records of that database, for a script's own statements. */
export const openRecords = (url: string) => openOrm(url, RECORDS, 2);
