import { LiveReader } from '../../src/database/reader/live-reader.js';
import { LiveStatements } from '../../src/database/reader/live-statements.js';
import { UnitSql } from '../../src/database/unit-of-work/unit-sql.js';
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

it('finds a loader that is shared between two businesses', async () => {
  const stranger = await tenants.world.as('soletrader');
  await sharedReader(LiveReader.prototype, async () => {
    // No part of this is JSON of PostgreSQL's.
    const { data } = await stranger('{ business { name enquiryFormUrl } }');
    expect(data).toMatchObject({ business: { name: expect.any(String) } });
    await expect(prove(READS)).rejects.toThrow('isDone');
  });
});

it('finds a scope of JSON plans that people of two businesses share', async () => {
  const stranger = await tenants.world.as('soletrader');
  const work = async () => {
    const { data } = await stranger('{ business { name } }');
    expect(data).toMatchObject({ business: { name: expect.any(String) } });
    await expect(prove(READS)).rejects.toThrow('isDone');
  };
  await sharedReader(LiveStatements.prototype, work, ['values']);
});

it('finds a reading that looks at ids alone', async () => {
  const { db } = tenants.world.running.services;
  const run = db.rows;
  const rows = (sql: string, values: readonly unknown[]) =>
    run(sql.replaceAll('r.business_id = $1', '$1::uuid is not null'), values);
  await planted(db, { rows }, async () => {
    await expect(prove(READS)).rejects.toThrow('isDone');
  });
});

it('finds a change that looks at ids alone', async () => {
  const real = UnitSql.prototype.rows;
  async function forgetful(this: UnitSql, sql: string, values: readonly unknown[]) {
    return real.call(this, sql.replaceAll('j.business_id = $1', '$1::uuid is not null'), values);
  }
  await planted(UnitSql.prototype, { rows: forgetful }, async () => {
    await expect(prove(WRITES)).rejects.toThrow('isDone');
  });
});
