import { dropDatabase } from '../../src/database/setup/databases.js';
import { ownClone } from '../faults/own-database.js';
import { until } from '../harness/world.js';
import { DevProject } from './dev-project.js';

const STRINGS = 'src/texts/en/page/strings.ts';

// `dev.long.ts` has an open browser, code that does not compile, and an embedded database.
let dev: DevProject;
let databaseUrl: string;
beforeAll(async () => {
  databaseUrl = await ownClone();
  dev = new DevProject();
  await dev.start({ DATABASE_URL: databaseUrl });
}, 180_000);
afterAll(async () => {
  dev?.remove();
  await dropDatabase(databaseUrl);
}, 120_000);

it('prints the addresses to open, at the configured port', () => {
  for (const each of ['/graphql', '/console', '/dev/mailbox'])
    expect(dev.printed()).toContain(`${dev.url}${each}`);
});

it('serves the pages from their source, as last saved', async () => {
  expect(await dev.text('/portal')).toContain('/@vite/client');
  expect(await dev.text(dev.served(STRINGS))).toContain('This link does not open anything');
  dev.change(STRINGS, 'This link does not open anything', 'Shown by itself');
  await until(async () => (await dev.text(dev.served(STRINGS))).includes('Shown by itself'));
});

it('stops everything that it started', () => dev.stopsEverything());
