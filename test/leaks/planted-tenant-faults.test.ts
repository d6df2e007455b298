import { EntityManager } from '@mikro-orm/postgresql';
import { LiveReader } from '../../src/database/live-reader.js';
import { planted, sharedReader } from './plant.js';
import { OPERATIONS, openTenants, proveApart, type Tenants } from './tenants.js';

const READS = OPERATIONS.filter(({ kind }) => kind === 'query');
const WRITES = OPERATIONS.filter(({ name }) => name === 'addNote' || name === 'setJobStatus');

let tenants: Tenants;
beforeAll(async () => {
  tenants = await openTenants();
}, 60_000);
afterAll(() => tenants.world.close());

async function prove(operations: typeof OPERATIONS): Promise<void> {
  await proveApart(tenants, await tenants.world.as('owner'), 'owner', undefined, operations);
}

afterEach(async () => {
  await prove(READS);
  await prove(WRITES);
}, 60_000);

it('finds a loader that people of two businesses share', async () => {
  const stranger = await tenants.world.as('soletrader');
  await sharedReader(LiveReader.prototype, async () => {
    const { data } = await stranger('{ business { name } }');
    expect(data).toMatchObject({ business: { name: expect.any(String) } });
    await expect(prove(READS)).rejects.toThrow('isDone');
  });
});

it('finds a reading that looks at ids alone', async () => {
  const { db } = tenants.world.running.rooms;
  const run = db.rows;
  const rows = (sql: string, values: readonly unknown[]) =>
    run(sql.replaceAll('r.business_id = $1', '$1::uuid is not null'), values);
  await planted(db, { rows }, async () => {
    await expect(prove(READS)).rejects.toThrow('isDone');
  });
});

it('finds a change that looks at ids alone', async () => {
  const real = EntityManager.prototype.findOne;
  async function forgetful(this: EntityManager, ...[record, where, ...rest]: unknown[]) {
    const { businessId: _, ...left } = Object(where) as { businessId?: string };
    const asked = typeof where === 'string' ? where : left;
    return real.apply(this, [record, asked, ...rest] as never);
  }
  await planted(EntityManager.prototype, { findOne: forgetful }, async () => {
    await expect(prove(WRITES)).rejects.toThrow('isDone');
  });
});
