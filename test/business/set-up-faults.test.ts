import type { World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { newBusiness, openEmptyWorld, printedToken } from './empty-world.js';

let world: World;
let token: string;
beforeAll(async () => {
  world = await openEmptyWorld();
  token = printedToken(world);
});
afterAll(() => world.close());

const setUp = (changes: object) =>
  world.asVisitor(ops.SetUpBusinessDocument, {
    input: newBusiness({ setupToken: token, ...changes }),
  });

const faultOf = async (answer: ReturnType<typeof setUp>) => {
  const { errors } = await answer;
  return `${errors?.[0]?.extensions.code} ${errors?.[0]?.extensions.field}`;
};

const businesses = async () => (await world.sql('select name from businesses')).rows.length;

it.each([
  ['input.setupToken', { setupToken: 'jgu_made-up' }],
  ['input.country', { country: 'ZZ' }],
  ['input.timeZone', { timeZone: 'Mars/Olympus' }],
  ['input.timeZone', { timeZone: '+10:00' }],
  ['input.currency', { currency: 'ABC' }],
  ['input.taxRateBasisPoints', { taxRateBasisPoints: 997.55 }],
  ['input.taxRateBasisPoints', { taxRateBasisPoints: 10_001 }],
  ['input.phone', { phone: 'call me' }],
  ['input.email', { email: 'nobody' }],
  ['input.ownerEmail', { ownerEmail: '' }],
  ['input.password', { password: 'short' }],
  ['input.businessName', { businessName: '\u200b' }],
])('a fault in %s is named, and the link still works', async (field, fault) => {
  expect(await faultOf(setUp(fault))).toBe(`VALIDATION_FAILED ${field}`);
  expect(await businesses()).toBe(0);
  expect((await world.asVisitor(ops.SetupLinkDocument, { token })).data.setupLink).not.toBeNull();
});

it('the lists have the countries, their defaults, time zones and currencies', async () => {
  const { data } = await world.asVisitor(ops.BusinessChoicesDocument);
  const { countries, timeZones, currencies } = data.businessChoices;
  expect(countries.length).toBeGreaterThan(200);
  expect(countries.find(({ code }) => code === 'JP')).toEqual({
    code: 'JP',
    name: 'Japan',
    timeZones: ['Asia/Tokyo'],
    currency: 'JPY',
    timeZone: 'Asia/Tokyo',
    taxName: 'Consumption tax',
    taxRateBasisPoints: 1000,
  });
  expect(countries.find(({ code }) => code === 'FR')).toMatchObject({ taxRateBasisPoints: null });
  expect(timeZones).toEqual(expect.arrayContaining(['Pacific/Auckland', 'UTC']));
  expect(currencies).toContainEqual({ code: 'KWD', name: 'Kuwaiti Dinar' });
  expect(currencies.map(({ code }) => code)).not.toContain('XXX');
});

it('a network that tries many links that do not work has to wait, and the one that works is not refused', async () => {
  const tries = Array.from({ length: 40 }, (_, at) =>
    world.asVisitor(ops.SetupLinkDocument, { token: `jgu_${at}` }),
  );
  const codes = (await Promise.all(tries)).flatMap(({ errors }) => errors?.[0]?.extensions.code);
  expect(codes).toContain('RATE_LIMITED');
  expect((await setUp({})).errors).toBeUndefined();
});
