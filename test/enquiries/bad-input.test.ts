import { openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const right = { name: 'Bea', email: 'bea@bad.test', message: 'Hello' };

it.each([
  ['an empty name', { name: ' ' }, 'input.name'],
  ['a name too long', { name: 'n'.repeat(201) }, 'input.name'],
  ['no message', { message: '' }, 'input.message'],
  ['a message too long', { message: 'm'.repeat(5_001) }, 'input.message'],
  ['no way to answer', { email: null }, 'input.email'],
  ['blank ways to answer', { email: ' ', phone: '' }, 'input.email'],
  ['an address that is none', { email: 'bea@' }, 'input.email'],
  ['a number that is none', { phone: '12345' }, 'input.phone'],
  ['a text around a number', { phone: 'call 0412 345 678' }, 'input.phone'],
  ['a number with an extension', { phone: '0412 345 678 ext 5' }, 'input.phone'],
  ['a site address too long', { siteAddress: 's'.repeat(501) }, 'input.siteAddress'],
])('is refused with the field for %s, and stores nothing', async (_, change, field) => {
  const { errors } = await world.asVisitor(ops.SubmitEnquiryDocument, {
    slug: 'bright-spark',
    input: { ...right, ...change },
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field });
  const { rows } = await world.sql("select 1 from enquiries where name like 'Bea%'");
  expect(rows).toHaveLength(0);
});

it('accepts a phone number instead of an email address', async () => {
  const { data } = await world.asVisitor(ops.SubmitEnquiryDocument, {
    slug: 'bright-spark',
    input: { name: 'Nia', phone: '(02) 5550 1234', message: 'Call me', email: '' },
  });
  expect(data.submitEnquiry.received).toBe(true);
  const { rows } = await world.sql("select email, phone from enquiries where name = 'Nia'");
  expect(rows).toEqual([{ email: null, phone: '+61255501234' }]);
});

it('reveals nothing to somebody with an invalid link', async () => {
  const { errors } = await world.withToken('jgp_nobody')(ops.SubmitEnquiryDocument, {
    slug: 'bright-spark',
    input: right,
  });
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});
