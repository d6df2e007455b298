import pg from 'pg';
import { openOrm } from '../../../src/database/postgres/orm.js';
import { migrate } from '../../../src/database/setup/migrate.js';
import { migrateWorker } from '../../../src/email/outbox/worker.js';
import { portalGrants } from '../../../src/portal/session/portal-grants.js';
import { ENTITIES } from '../../../src/server/boot/nouns.js';
import { theContract } from './contract.js';
import { COSTS } from './costs.js';
import { publish } from './published.js';
import { rowSteps } from './rows.js';
import type { Size } from './size.js';

export interface SeedChoices {
  size: Size;
  say(line: string): void;
  /** Disables foreign key checks, which take most of the time. */
  trust?: boolean;
}

/** Migrates the database with the project's own migrations and fills it. */
export async function seed(url: string, choices: SeedChoices): Promise<void> {
  const orm = await openOrm(url, ENTITIES, 2);
  try {
    const { policy } = theContract();
    await migrate(orm, portalGrants(orm, policy));
    await migrateWorker(url);
    await fill(url, choices);
    const { size, say } = choices;
    await publish(orm, theContract(), size, (done) => {
      if (done % 50 === 0 || done === size.businesses)
        say(`  published the jobs of ${done} of ${size.businesses} businesses`);
    });
    await orm.em.fork().execute('vacuum analyze');
  } finally {
    await orm.close();
  }
}

async function fill(url: string, { size, say, trust = false }: SeedChoices): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set timezone = 'UTC'");
    if (trust) await client.query('set session_replication_role = replica');
    await client.query('set synchronous_commit = off');
    const steps = [...rowSteps(size), ...(trust ? [SEARCH_ENTRIES] : [])];
    for (const [at, { makes, sql }] of steps.entries()) {
      const began = performance.now();
      const { rowCount } = await client.query(sql);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      say(
        `  ${at + 1}/${steps.length} ${makes}: ${rowCount?.toLocaleString('en')} rows in ${seconds} s`,
      );
    }
    await client.query(COSTS);
    // The planner needs statistics for the following reads.
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** Written by triggers otherwise, which are off with the foreign keys. */
const SEARCH_ENTRIES = {
  makes: 'search entries',
  sql: `insert into search_entries (id, business_id, kind, text)
    select id, business_id, kind, text from search_documents(array(
      select id from clients union all select id from jobs union all select id from quotes union all select id from invoices))
    on conflict (id) do nothing`,
};
