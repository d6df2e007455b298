import pg from 'pg';
import { migrate } from '../../../src/database/migrate.js';
import { openOrm } from '../../../src/database/orm.js';
import { migrateWorker } from '../../../src/email/worker.js';
import { portalGrants } from '../../../src/portal/portal-grants.js';
import { RECORDS } from '../../../src/server/records.js';
import { theContract } from './contract.js';
import { COSTS } from './costs.js';
import { publish } from './published.js';
import { rowSteps } from './rows.js';
import type { Size } from './size.js';

export interface SeedChoices {
  size: Size;
  say(line: string): void;
  /** Without it PostgreSQL checks every reference, which costs most of the time. */
  trust?: boolean;
}

/** Brings the tables up to date by the project's own migrations and fills them. */
export async function seed(url: string, choices: SeedChoices): Promise<void> {
  const orm = await openOrm(url, RECORDS, 2);
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
    const steps = rowSteps(size);
    for (const [at, { makes, sql }] of steps.entries()) {
      const began = performance.now();
      const { rowCount } = await client.query(sql);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      say(
        `  ${at + 1}/${steps.length} ${makes}: ${rowCount?.toLocaleString('en')} rows in ${seconds} s`,
      );
    }
    await client.query(COSTS);
    // What is read next is planned by these numbers.
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
