import type { World } from '../harness/world.js';
import { openWorld } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { newBusiness } from './empty-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld({ openRegistration: true });
});
afterAll(() => world.close());

const ask = (email: string) => world.asVisitor(ops.RequestRegistrationDocument, { email });

async function mailedToken(email: string): Promise<string> {
  expect((await ask(email)).data).toEqual({ requestRegistration: true });
  const [mail] = await world.mailsTo(email, 1);
  return mail?.links.find((link) => link.includes('/setup#'))?.split('#')[1] ?? '';
}

it('somebody who registers proves the address, and sets up a second business with it', async () => {
  const token = await mailedToken('mia@mia.test');
  const link = await world.asVisitor(ops.SetupLinkDocument, { token });
  expect(link.data.setupLink).toEqual({ email: 'mia@mia.test' });
  const wrong = await world.asVisitor(ops.SetUpBusinessDocument, {
    input: newBusiness({ setupToken: token, ownerEmail: 'other@mia.test' }),
  });
  expect(wrong.errors?.[0]?.extensions).toMatchObject({ field: 'input.ownerEmail' });
  const input = newBusiness({
    setupToken: token,
    businessName: 'Bright  Spark — Électrique',
    ownerEmail: 'Mia@mia.test',
  });
  const { data } = await world.asVisitor(ops.SetUpBusinessDocument, { input });
  const { data: place } = await world.withToken(data.setUpBusiness.token)(
    ops.BusinessPlaceDocument,
  );
  expect(place.business?.slug).toBe('bright-spark-electrique');
  const again = await world.asVisitor(ops.SetUpBusinessDocument, { input });
  expect(again.errors?.[0]?.extensions).toMatchObject({ field: 'input.setupToken' });
  const { rows } = await world.sql('select data from outgoing_emails where recipient = $1', [
    'mia@mia.test',
  ]);
  expect(JSON.stringify(rows)).not.toContain(token);
});

it('two businesses of one name have different addresses of their forms', async () => {
  const token = await mailedToken('second@spark.test');
  const input = newBusiness({
    setupToken: token,
    businessName: 'Bright Spark',
    ownerEmail: 'second@spark.test',
  });
  const { data } = await world.asVisitor(ops.SetUpBusinessDocument, { input });
  const { data: place } = await world.withToken(data.setUpBusiness.token)(
    ops.BusinessPlaceDocument,
  );
  expect(place.business?.slug).toBe('bright-spark-2');
});

it('an address that signs in already gets the same answer, and a mail without a set-up link', async () => {
  expect((await ask('owner@demo.jobglass.test')).data).toEqual({ requestRegistration: true });
  const mails = await world.mailsTo('owner@demo.jobglass.test', 1);
  const mail = mails.find(({ subject }) => subject === 'You have an account already');
  expect(mail?.links.join()).toMatch(/\/console$/);
});

it('a mailed link works for a day', async () => {
  const token = await mailedToken('late@mia.test');
  world.clock.advance(24 * 3_600_000 + 1);
  const { data } = await world.asVisitor(ops.SetupLinkDocument, { token });
  expect(data.setupLink).toBeNull();
});

it('one address gets three mails an hour however often it is asked for, and one network asks ten times', async () => {
  const world = await openWorld({ openRegistration: true });
  const ask = (email: string) => world.asVisitor(ops.RequestRegistrationDocument, { email });
  for (let time = 0; time < 5; time += 1)
    expect((await ask('often@mia.test')).data).toEqual({ requestRegistration: true });
  const { rows } = await world.sql(
    "select from outgoing_emails where recipient = 'often@mia.test'",
  );
  expect(rows).toHaveLength(3);
  const others = await Promise.all(
    Array.from({ length: 8 }, (_, at) => ask(`number${at}@mia.test`)),
  );
  const codes = others.flatMap(({ errors }) => errors?.[0]?.extensions.code ?? []);
  expect(new Set(codes)).toEqual(new Set(['RATE_LIMITED']));
  expect(codes.length).toBe(3);
  await world.close();
});

it('nobody registers where registration is not open, and nothing is mailed', async () => {
  const world = await openWorld();
  const { errors } = await world.asVisitor(ops.RequestRegistrationDocument, {
    email: 'mia@mia.test',
  });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await world.sql('select from setup_links')).rows).toHaveLength(0);
  await world.close();
});
