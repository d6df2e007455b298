import pg from 'pg';
import { scheduledJob, shared } from '../harness/jobs.js';
import { openWorld, type World } from '../harness/world.js';

let world: World;
let portal: pg.Client;
beforeAll(async () => {
  world = await openWorld();
  portal = new pg.Client({
    connectionString: world.databaseUrl,
    options: '-c role=jobglass_portal',
  });
  await portal.connect();
});
afterAll(async () => {
  await portal.end();
  await world.close();
});

/** Written by hand: all that the role behind the portal may read. */
const READABLE: Record<string, string[]> = {
  portal_links: [
    'id',
    'business_id',
    'job_id',
    'client_id',
    'token_hash',
    'expires_at',
    'revoked_at',
  ],
  publications: ['job_id', 'client_id', 'version', 'view'],
  businesses: [
    'id',
    'client_portal_enabled',
    'name',
    'phone',
    'email',
    'logo_url',
    'time_zone',
    'currency',
  ],
  clients: ['id', 'name'],
  jobs: ['id', 'client_id', 'client_messages_enabled'],
  messages: ['id', 'job_id', 'client_id', 'sender', 'body', 'sent_at'],
};

it('the role behind the portal reads these columns and no other of any table', async () => {
  await shared(world, await world.as('owner'), await scheduledJob(await world.as('owner')), [
    'STATUS',
  ]);
  const { rows } = await world.sql(
    "select table_name as t, column_name as c from information_schema.columns where table_schema = 'public'",
  );
  expect(rows.length).toBeGreaterThan(100);
  for (const { t, c } of rows as unknown as { t: string; c: string }[]) {
    const attempt = portal.query(`select ${c} from ${t} limit 1`);
    if (READABLE[t]?.includes(c)) await expect(attempt).resolves.toBeDefined();
    else await expect(attempt).rejects.toThrow(/permission denied/);
  }
});

it('the role behind the portal writes nothing and cannot become anybody else', async () => {
  const { rows } = await world.sql(
    "select table_name as t from information_schema.tables where table_schema = 'public'",
  );
  for (const { t } of rows as unknown as { t: string }[]) {
    await expect(portal.query(`delete from ${t}`)).rejects.toThrow(/permission denied/);
  }
  await expect(portal.query('create table theirs (id int)')).rejects.toThrow(/permission denied/);
  await portal.query('reset role');
  await expect(portal.query('select body from notes')).rejects.toThrow(/permission denied/);
});
