import 'reflect-metadata';
import pg from 'pg';
import { type Config, ConfigError } from '../src/config/config.js';
import { createDatabase, dropDatabase } from '../src/database/setup/databases.js';
import { rotateSecret } from '../src/database/setup/secret-fingerprint.js';
import { liveLinkSql } from '../src/domain/portal-links/live-link.js';
import { startJobglass } from '../src/server/boot/start.js';
import { onOwnDatabase } from './own-database.js';

/**
 * `npm run database migrate|seed|reset|rotate-secret`: migrate as every start does; seed the demo businesses if they
 * are missing; drop and recreate the database with the demo; or replace the database's secret by the one in the settings.
 */
const COMMANDS: Record<string, (url: string, config: Config) => Promise<void>> = {
  migrate,
  seed,
  async reset(url, config) {
    refuseInProduction(config, 'A production database cannot be reset by this script.');
    await dropDatabase(url);
    await createDatabase(url);
    console.log('Emptied the database.');
    await seed(url, config);
  },
  'rotate-secret': rotate,
};

const [command = ''] = process.argv.slice(2);
const work = COMMANDS[command];
if (!work) {
  console.error(`Choose a command: npm run database ${Object.keys(COMMANDS).join('|')}`);
  process.exit(1);
}
await onOwnDatabase(({ url, config }) => work(url, config));

async function migrate(url: string, config: Config): Promise<void> {
  await startAndStop(url, { ...config, seedDemo: false });
  console.log('Migrated the tables.');
}

async function seed(url: string, config: Config): Promise<void> {
  refuseInProduction(config, 'The demo cannot be created in a production database.');
  await startAndStop(url, { ...config, seedDemo: true });
  console.log('Migrated the tables and created the demo businesses.');
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
    const revoked = await rotateSecret(client, secret, liveLinkSql('portal_links', 'now()'));
    console.log(
      `This database has the new secret. Links from earlier emails no longer work (${revoked} revoked); share those jobs again, and send invitations again. People with a second factor sign in with a recovery code and set up their app again. Start every server with this secret.`,
    );
  } finally {
    await client.end();
  }
}

function refuseInProduction({ production }: Config, sentence: string): void {
  if (production) throw new ConfigError(sentence);
}
