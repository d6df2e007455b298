import { isLongForm, sampleOf } from '../harness/long-form.js';
import { OPERATIONS, oneOf, openTenants, proveApart, type Tenants } from './tenants.js';

const PEOPLE = ['admin', 'supervisor', 'finance', 'tradie', 'apprentice'] as const;

let tenants: Tenants;
beforeAll(async () => {
  tenants = await openTenants();
}, 60_000);
afterAll(() => tenants.world.close());

it('has an operation for nearly every entity, and an id of another business for each', () => {
  expect(OPERATIONS.length).toBeGreaterThan(35);
  expect(Object.keys(tenants.theirs).length).toBeGreaterThan(6);
});

// In the short form an id of the kind that the argument is of.
it('refuses any id of another business from an owner', async () => {
  const { theirs } = tenants;
  const all = Object.values(theirs);
  const foreign = (table: string) => (isLongForm() ? all : oneOf(tenants, table));
  await proveApart(tenants, await tenants.world.as('owner'), 'owner', foreign);
}, 120_000);

it.each(PEOPLE)(
  "takes no id of another business's from a person who is %s",
  async (who) => {
    const some = sampleOf(OPERATIONS, PEOPLE.length, PEOPLE.indexOf(who));
    await proveApart(tenants, await tenants.world.as(who), who, undefined, some);
  },
  60_000,
);

it('refuses any id of another business from a client or a visitor', async () => {
  // In the short form the two kinds of clients and the visitor share the operations.
  const some = (every: number, from: number) => sampleOf(OPERATIONS, every, from);
  const { client, pageClient, world } = tenants;
  await proveApart(tenants, client, 'client', undefined, some(3, 0));
  await proveApart(tenants, pageClient, 'client of one quote', undefined, some(3, 1));
  await proveApart(tenants, world.asVisitor, 'visitor', undefined, some(3, 2));
}, 60_000);
