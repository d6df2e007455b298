import { hashOfToken } from '../../src/database/tokens.js';
import { enterWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { newBusiness, OWNER_PASSWORD, openEmptyWorld, printedToken } from './empty-world.js';

let world: World;
let token: string;
beforeEach(async () => {
  world = await openEmptyWorld();
  token = printedToken(world);
});
afterEach(() => world.close());

const setUp = (changes: object = {}, setupToken = token) =>
  world.asVisitor(ops.SetUpBusinessDocument, { input: newBusiness({ setupToken, ...changes }) });

const faultOf = async (answer: ReturnType<typeof setUp>) => {
  const { errors } = await answer;
  return `${errors?.[0]?.extensions.code} ${errors?.[0]?.extensions.field}`;
};

const businesses = async () => (await world.sql('select name from businesses')).rows.length;

it('somebody with the printed link sets up a business in New Zealand and is signed in as its owner', async () => {
  expect(world.running.setupLink).toMatch(/^http:\/\/localhost:\d+\/setup#jgu_[\w-]{43}$/);
  const link = await world.asVisitor(ops.SetupLinkDocument, { token });
  expect(link.data.setupLink).toEqual({ email: null });
  const { data } = await setUp({ phone: '021 123 4567', email: 'Office@Kauri.test' });
  expect(data.setUpBusiness.staff).toMatchObject({
    name: 'Nia Owner',
    email: 'nia@kauri.test',
    role: 'BUSINESS_OWNER',
  });
  const nia = world.withToken(data.setUpBusiness.token);
  const { data: place } = await nia(ops.BusinessPlaceDocument);
  expect(place.business).toEqual({
    name: 'Kauri Plumbing',
    slug: 'kauri-plumbing',
    phone: '021 123 4567',
    email: 'office@kauri.test',
    country: 'NZ',
    timeZone: 'Pacific/Auckland',
    currency: 'NZD',
    dateOrder: 'DAY_MONTH_YEAR',
    taxName: 'GST',
    taxRateBasisPoints: 1500,
  });
  const { data: made } = await nia(ops.CreateJobDocument, { input: { title: 'First job' } });
  expect(made.createJob.job.title).toBe('First job');
  const again = await world.asVisitor<{ signIn: { token: string } }, object>(
    `mutation { signIn(email: "nia@kauri.test", password: "${OWNER_PASSWORD}") { token } }`,
  );
  expect(again.data.signIn.token).toMatch(/^jgs_/);
});

it('a sole trader is one, and other countries say their tax themselves', async () => {
  const american = {
    country: 'us',
    timeZone: 'America/Chicago',
    currency: 'usd',
    soleTrader: true,
  };
  expect(await faultOf(setUp(american))).toBe('VALIDATION_FAILED input.taxRateBasisPoints');
  const { data } = await setUp({ ...american, taxName: 'Sales tax', taxRateBasisPoints: 887.5 });
  expect(data.setUpBusiness.staff.role).toBe('SOLE_TRADER');
  const { data: place } = await world.withToken(data.setUpBusiness.token)(
    ops.BusinessPlaceDocument,
  );
  expect(place.business).toMatchObject({
    country: 'US',
    currency: 'USD',
    dateOrder: 'MONTH_DAY_YEAR',
    taxName: 'Sales tax',
    taxRateBasisPoints: 887.5,
  });
});

it('a link works once, also for two people who use it at once, and no printed link outlives the first business', async () => {
  const two = await Promise.all([
    setUp({ ownerEmail: 'one@kauri.test' }),
    setUp({ ownerEmail: 'two@kauri.test' }),
  ]);
  expect(two.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(two.flatMap(({ errors }) => errors?.[0]?.extensions.field ?? [])).toEqual([
    'input.setupToken',
  ]);
  expect(await businesses()).toBe(1);
  expect(await faultOf(setUp({ ownerEmail: 'three@kauri.test' }))).toBe(
    'VALIDATION_FAILED input.setupToken',
  );
  const later = await enterWorld(world.databaseUrl);
  expect(later.running.setupLink).toBeNull();
  await later.close();
});

it('every server and every start on the empty database prints the same link, of which only the hash is stored', async () => {
  const other = await enterWorld(world.databaseUrl);
  expect(other.running.setupLink?.split('#')[1]).toBe(token);
  const { rows } = await other.sql('select * from setup_links');
  expect(rows).toHaveLength(1);
  expect(rows[0]?.token_hash).toBe(hashOfToken(token));
  expect(JSON.stringify(rows)).not.toContain(token);
  await other.close();
});

it('a printed link stops working after a week, and the next start prints another', async () => {
  world.clock.advance(7 * 24 * 3_600_000 + 1);
  expect(await faultOf(setUp())).toBe('VALIDATION_FAILED input.setupToken');
  await world.sql("update setup_links set expires_at = now() - interval '1 hour'");
  const next = await enterWorld(world.databaseUrl);
  const newToken = printedToken(next);
  expect(newToken).not.toBe(token);
  const { errors } = await next.asVisitor(ops.SetUpBusinessDocument, {
    input: newBusiness({ setupToken: newToken }),
  });
  expect(errors).toBeUndefined();
  await next.close();
});
