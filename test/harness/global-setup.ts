import 'reflect-metadata';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase } from '../../src/database/databases.js';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { startJobglass } from '../../src/server/start.js';
import { testConfig } from './test-config.js';

/** One PostgreSQL for all test files, with a migrated and seeded database that each of them clones. */
export default async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jobglass-test-'));
  // Run by root, PostgreSQL has a user of its own, who must get in here.
  chmodSync(folder, 0o755);
  const database = await startEmbeddedPostgres({
    folder,
    database: 'template',
    log: () => undefined,
    // Nothing here outlives the tests, so nothing needs to reach the disk.
    flags: [
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=300',
    ],
  });
  await createDatabase(database.url);
  const { stop } = await startJobglass({
    config: testConfig(folder, { seedDemo: true }),
    databaseUrl: database.url,
  });
  await stop();
  await forgetSecret(database.url);
  process.env.TEST_DATABASE_URL = database.url;
  process.env.TEST_FOLDER = folder;
  (globalThis as Record<string, unknown>).stopTestDatabase = database.stop;
}

/** The clones belong to whichever server comes first, whatever its secret is. */
async function forgetSecret(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('delete from secret_fingerprint');
  await client.end();
}
