import 'reflect-metadata';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { cloneDatabase, createDatabase } from '../../src/database/setup/databases.js';
import { startJobglass } from '../../src/server/boot/start.js';
import { testConfig } from './test-config.js';
import { makeTestFolder } from './test-folder.js';

/** A socket's path has 104 bytes at most, with its name. */
const MAX_SOCKET_FOLDER = 80;

/** Starts one PostgreSQL for all test files. They clone its databases: `template` has the demo, `no_business` only the tables. */
export default async function globalSetup(): Promise<void> {
  const folder = makeTestFolder();
  const socket = socketFolder(folder);
  const database = await startEmbeddedPostgres({
    folder,
    database: 'template',
    log: () => undefined,
    // The data is temporary, so nothing needs to be flushed to disk.
    flags: [
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=300',
      // The folder may be in memory.
      '-c',
      'max_wal_size=512MB',
      '-c',
      'min_wal_size=32MB',
      ...(socket ? ['-c', `unix_socket_directories=${socket}`] : []),
    ],
  });
  const databaseUrl = bySocket(database.url, socket);
  await createDatabase(databaseUrl);
  await makeConnectingCheap(databaseUrl);
  await startOnce(databaseUrl, folder, { seedDemo: false });
  await cloneDatabase(databaseUrl, 'template', 'no_business');
  await startOnce(databaseUrl, folder, { seedDemo: true });
  process.env.TEST_DATABASE_URL = databaseUrl;
  process.env.TEST_FOLDER = folder;
  (globalThis as Record<string, unknown>).stopTestDatabase = database.stop;
}

/** Creates a folder for the Unix socket, which takes half the time of TCP; null where a path cannot be one. */
function socketFolder(folder: string): string | null {
  const path = join(folder, 'socket');
  if (process.platform === 'win32' || path.length > MAX_SOCKET_FOLDER) return null;
  mkdirSync(path);
  // PostgreSQL may run as another user.
  chmodSync(path, 0o777);
  return path;
}

/** The address by its Unix socket; host and port stay in it for the proxies of tests. */
function bySocket(url: string, socket: string | null): string {
  const address = new URL(url);
  if (socket) address.searchParams.set('host', socket);
  return address.href;
}

/**
 * Hashes the password again with one iteration instead of 4,096, which take half the time of connecting; every test file
 * connects more than ten times.
 */
async function makeConnectingCheap(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('set scram_iterations = 1');
  const { username, password } = new URL(connectionString);
  await client.query(
    `alter role ${client.escapeIdentifier(username)} password ${client.escapeLiteral(password)}`,
  );
  await client.end();
}

async function startOnce(
  databaseUrl: string,
  folder: string,
  changes: { seedDemo: boolean },
): Promise<void> {
  const { stop } = await startJobglass({ config: testConfig(folder, changes), databaseUrl });
  await stop();
  await forgetStart(databaseUrl);
}

/** The first server on a clone sets its secret and makes its set-up link. */
async function forgetStart(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('delete from secret_fingerprint');
  await client.query('delete from setup_links');
  await client.end();
}
