import 'reflect-metadata';
import { seedDemo } from '../db/demo/seed-demo.js';
import { createDatabase, dropDatabase } from '../src/database/databases.js';
import { startJobglass } from '../src/server/start.js';
import { onOwnDatabase } from './own-database.js';

/**
 * `npm run database migrate|seed|reset`. Migrating is what every start does anyway; seeding adds the
 * demo businesses unless they are there; resetting throws everything away and begins anew.
 */
const [verb = ''] = process.argv.slice(2);
const VERBS = ['migrate', 'seed', 'reset'];
if (!VERBS.includes(verb)) {
  console.error(`Say what to do with the database: npm run database ${VERBS.join('|')}`);
  process.exit(1);
}

await onOwnDatabase(async ({ url, config }) => {
  if (verb === 'reset') {
    if (config.production) throw new Error('A production database is not reset by a script.');
    await dropDatabase(url);
    await createDatabase(url);
    console.log('Emptied the database.');
  }
  const { rooms, stop } = await startJobglass({ config: { ...config, port: 0 }, databaseUrl: url });
  console.log('Brought the tables up to date.');
  if (verb !== 'migrate') {
    await seedDemo(rooms.orm, rooms.clock, rooms.photos);
    console.log('The demo businesses are there.');
  }
  await stop();
});
