import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type pg from 'pg';
import { MIGRATIONS } from '../../../db/migrations/index.js';
import {
  type EmbeddedDatabase,
  startEmbeddedPostgres,
} from '../../../src/database/embedded/embedded-postgres.js';
import { createDatabase, dropDatabase } from '../../../src/database/setup/databases.js';
import { connect } from '../connect.js';
import { publish } from './published.js';
import { rowSteps } from './rows.js';
import { seed } from './seed.js';
import type { Size } from './size.js';

/** PostgreSQL server of the bench, kept between runs below the data folder. */
export function startBenchPostgres(
  dataFolder: string,
  say: (line: string) => void,
): Promise<EmbeddedDatabase> {
  return startEmbeddedPostgres({
    folder: join(dataFolder, 'bench'),
    database: 'bench',
    log: say,
    flags: Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  });
}

/** Everything in cache and no background work; commits are durable as usual. */
const SETTINGS = {
  shared_buffers: '1GB',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
  max_connections: '200',
  maintenance_work_mem: '256MB',
  timezone: 'UTC',
};

/** Returns the URL of a database of this size seeded by this commit, now or in an earlier run. */
export function benchDatabase(
  server: EmbeddedDatabase,
  size: Size,
  say: (line: string) => void,
): Promise<string> {
  return databaseOf(server, { prefix: 'bench_', size, version: versionOf(size), say }, (url) =>
    seed(url, { size, say, trust: true }),
  );
}

/** Identifies a database: one for each prefix and size, of the latest requested version. */
export interface DatabaseWanted {
  prefix: string;
  size: Size;
  version: string;
  say(line: string): void;
}

/** Returns the URL of a seeded database; it is renamed to its final name only when it is complete. */
export async function databaseOf(
  server: EmbeddedDatabase,
  { prefix, size, version, say }: DatabaseWanted,
  fill: (url: string) => Promise<void>,
): Promise<string> {
  const kind = `${prefix}${size.businesses}x${size.jobsEach}_items${size.items}_`;
  const name = kind + version;
  const url = withName(server.url, name);
  if (await exists(server.url, name)) return url;
  const unfinished = withName(server.url, `${name}_unfinished`);
  say(`Seeding ${size.businesses} businesses with ${size.jobsEach} jobs each …`);
  await dropAll(server.url, kind);
  await createDatabase(unfinished);
  await fill(unfinished);
  await onServer(server.url, (client) =>
    client.query(`alter database "${name}_unfinished" rename to "${name}"`),
  );
  return url;
}

/** Copies the database for one run, replacing a copy of an interrupted run. */
export async function copyOf(url: string, name: string): Promise<string> {
  const copy = withName(url, name);
  await dropDatabase(copy);
  await onServer(withName(url, 'postgres'), (client) =>
    client.query(
      `create database "${name}" template "${new URL(url).pathname.slice(1)}" strategy file_copy`,
    ),
  );
  return copy;
}

/** Version of schema and seed, so that an older database is not used. */
function versionOf(size: Size): string {
  const texts = [
    ...MIGRATIONS.map((migration) => migration.name),
    ...rowSteps(size).map(({ sql }) => sql),
    publish.toString(),
  ];
  return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 8);
}

/** Drops databases of an older version or of an interrupted seed. */
async function dropAll(url: string, kind: string): Promise<void> {
  const names = await onServer(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [kind],
    );
    return rows.map(({ datname }) => datname);
  });
  for (const name of names) await dropDatabase(withName(url, name));
}

async function exists(url: string, name: string): Promise<boolean> {
  return onServer(url, async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    return rows.length > 0;
  });
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withName(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
