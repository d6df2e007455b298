import type { PortalStatements } from '../../src/database/postgres/portal-pool.js';
import { PortalLayerDown } from '../../src/database/postgres/portal-role.js';
import { refuseSharedSessions } from '../../src/database/setup/session-pooling.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { openTcpProxy, type TcpProxy } from '../harness/tcp-proxy.js';
import { type Ask, enterWorld, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let direct: World;
let proxy: TcpProxy;
let world: World;
let client: Ask;
beforeAll(async () => {
  direct = await openWorld();
  proxy = await openTcpProxy(direct.databaseUrl, { dropsOptions: true });
  world = await enterWorld(proxy.url, { databasePool: 2 });
  const owner = await world.as('owner');
  client = (await shared(world, owner, await scheduledJob(owner), ['STATUS'])).client;
});
afterAll(async () => {
  await world.close();
  await proxy.close();
  await direct.close();
});

it("clients are read for in the portal's role behind a proxy that drops start-up options", async () => {
  const { portalDb } = world.running.services;
  expect(await portalDb.rows('select current_user::text as role', [])).toEqual([
    { role: 'jobglass_portal' },
  ]);
  await expect(portalDb.rows('select internal_notes from jobs', [])).rejects.toThrow(
    /permission denied/,
  );
  const { data } = await client(ops.ClientPortalDocument);
  expect(data.portal?.job).toBeDefined();
});

it('time limits hold behind such a proxy', async () => {
  const { db, portalDb } = world.running.services;
  for (const pool of [db, portalDb])
    expect(await pool.rows("select current_setting('statement_timeout') as most", [])).toEqual([
      { most: '10s' },
    ]);
});

it('a connection that lost its role reads nothing for a client, and is discarded', async () => {
  const { portalDb } = world.running.services;
  await client(ops.ClientPortalDocument);
  await (portalDb as PortalStatements).unguarded.rows('reset role', []);
  await expect(portalDb.rows('select view from publications', [])).rejects.toThrow(PortalLayerDown);
  // The request is retried on a connection that has the role.
  await (portalDb as PortalStatements).unguarded.rows('reset role', []);
  expect((await client(ops.ClientPortalDocument)).errors).toBeUndefined();
  expect(await portalDb.rows('select current_user::text as role', [])).toEqual([
    { role: 'jobglass_portal' },
  ]);
});

it('a proxy that keeps sessions is accepted', async () => {
  await expect(refuseSharedSessions(proxy.url)).resolves.toBeUndefined();
});
