import { dropDatabase } from '../../src/database/setup/databases.js';
import { emptyDatabase } from '../faults/own-database.js';
import { inLongForm } from '../harness/long-form.js';
import { business, OWNER } from './shell.js';

await inLongForm(() => import('./command.test.js'));

let databaseUrl: string;
beforeAll(async () => {
  databaseUrl = await emptyDatabase();
});
afterAll(() => dropDatabase(databaseUrl));

it('somebody at a shell gets a sentence for every wrong flag, and nothing is made', async () => {
  const named = ['create', '--name', 'Kauri', '--country'];
  const US = [...named, 'US', ...OWNER, 'long enough for all'];
  expect(await business(databaseUrl, ...US)).toMatch(/^--time-zone is missing/m);
  expect(await business(databaseUrl, ...named, 'NZ', '--tax-rate', 'much', ...OWNER, 'x')).toMatch(
    /^tax-rate: much is no percentage/m,
  );
  expect(await business(databaseUrl, '--colour', 'red')).toMatch(/npm run business -- create/);
}, 60_000);
