import { OPERATIONS, openTenants, proveApart, type Tenants } from './tenants.js';

const PEOPLE = ['admin', 'supervisor', 'tradie', 'apprentice'] as const;

let tenants: Tenants;
beforeAll(async () => {
  tenants = await openTenants();
}, 60_000);
afterAll(() => tenants.world.close());

it('knows an operation for nearly every kind of record, and a foreign one of each', () => {
  expect(OPERATIONS.length).toBeGreaterThan(35);
  expect(Object.keys(tenants.theirs).length).toBeGreaterThan(6);
});

it("takes no id of another business's from an owner, of whatever it is the id", async () => {
  const all = Object.values(tenants.theirs);
  await proveApart(tenants, await tenants.world.as('owner'), 'owner', () => all);
}, 120_000);

it.each(PEOPLE)(
  "takes no id of another business's from a person who is %s",
  async (who) => {
    await proveApart(tenants, await tenants.world.as(who), who);
  },
  60_000,
);

it("takes no id of another business's from a client or a visitor", async () => {
  await proveApart(tenants, tenants.client, 'client');
  await proveApart(tenants, tenants.world.asVisitor, 'visitor');
}, 60_000);
