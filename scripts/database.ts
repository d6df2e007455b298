import 'reflect-metadata';
import pg from 'pg';
import { type Config, ConfigError } from '../src/config.js';
import { createDatabase, dropDatabase } from '../src/database/databases.js';
import { rotateSecret } from '../src/database/secret-fingerprint.js';
import { startJobglass } from '../src/server/start.js';
import { onOwnDatabase } from './own-database.js';

/**
 * `npm run database migrate|seed|reset|rotate-secret`. Migrating is what every start does anyway; seeding
 * adds the demo businesses unless they are there; resetting throws everything away and begins anew;
 * rotating makes the secret in the settings the one that all servers on this database must have.
 */
const VERBS: Record<string, (url: string, config: Config) => Promise<void>> = {
  migrate,
  seed,
  async reset(url, config) {
    refuseInProduction(config, 'A production database is not reset by a script.');
    await dropDatabase(url);
    await createDatabase(url);
    console.log('Emptied the database.');
    await seed(url, config);
  },
  'rotate-secret': rotate,
};

const [verb = ''] = process.argv.slice(2);
const work = VERBS[verb];
if (!work) {
  console.error(
    `Say what to do with the database: npm run database ${Object.keys(VERBS).join('|')}`,
  );
  process.exit(1);
}
await onOwnDatabase(({ url, config }) => work(url, config));

async function migrate(url: string, config: Config): Promise<void> {
  await startAndStop(url, { ...config, seedDemo: false });
  console.log('Brought the tables up to date.');
}

async function seed(url: string, config: Config): Promise<void> {
  refuseInProduction(config, 'The demo is not made in a production database.');
  await startAndStop(url, { ...config, seedDemo: true });
  console.log('Brought the tables up to date. The demo businesses are there.');
}

async function startAndStop(databaseUrl: string, config: Config): Promise<void> {
  const { stop } = await startJobglass({
    config: { ...config, port: 0 },
    databaseUrl,
    say: console.log,
    quietMs: 0,
  });
  await stop();
}

async function rotate(connectionString: string, { secret }: Config): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const revoked = await rotateSecret(client, secret);
    console.log(
      `This database has the new secret. Links that were mailed before stop working (${revoked} revoked); share those jobs again. Start every server with this secret.`,
    );
  } finally {
    await client.end();
  }
}

function refuseInProduction({ production }: Config, sentence: string): void {
  if (production) throw new ConfigError(sentence);
}
