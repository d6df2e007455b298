import { newBusiness, openEmptyWorld, printedToken } from '../business/empty-world.js';
import type { Ask, World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openEmptyWorld({});
  const input = newBusiness({
    ...{ setupToken: printedToken(world), businessName: 'Tokyo Taps', phone: null },
    ...{ country: 'JP', timeZone: 'Asia/Tokyo', currency: 'JPY' },
  });
  const { data, errors } = await world.asVisitor(ops.SetUpBusinessDocument, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  owner = world.withToken(data.setUpBusiness.token);
});
afterAll(() => world.close());

async function ask(query: string, variables: object = {}, by = owner) {
  const { data, errors } = await by<Record<string, never>, object>(query, variables);
  return { data, error: errors?.[0]?.extensions };
}

const CREATE =
  'mutation ($input: CreateClientInput!) { createClient(input: $input) { client { phone } } }';

it('an owner in Japan types a national number, which is stored in E.164 form and found as typed', async () => {
  const made = await ask(CREATE, { input: { name: 'Kenji', phone: '090-1234-5678' } });
  expect(made.data).toEqual({ createClient: { client: { phone: '+819012345678' } } });
  const found = await ask(
    'query ($text: String!) { clients(search: $text) { nodes { name } } similarClients(phone: $text) { name } }',
    { text: '090-1234-5678' },
  );
  expect(found.data).toEqual({
    clients: { nodes: [{ name: 'Kenji' }] },
    similarClients: [{ name: 'Kenji' }],
  });
});

it('a number from abroad is kept in international form, and one of nowhere is refused by name', async () => {
  const abroad = await ask(CREATE, { input: { name: 'Aroha', phone: '+64 21 555 123' } });
  expect(abroad.data).toEqual({ createClient: { client: { phone: '+6421555123' } } });
  const wrong = await ask(CREATE, { input: { name: 'Wrong', phone: '0412 345 6' } });
  expect(wrong.error).toMatchObject({ code: 'VALIDATION_FAILED', field: 'input.phone' });
});

it('own numbers are read alike, and that of the business is checked by its country and kept as typed', async () => {
  const own =
    'mutation { updateOwnProfile(input: { phone: "090 1234 5678" }) { staffMember { phone } } }';
  expect((await ask(own)).data).toEqual({
    updateOwnProfile: { staffMember: { phone: '+819012345678' } },
  });
  const update =
    'mutation ($phone: String) { updateBusiness(input: { phone: $phone }) { business { phone } } }';
  expect((await ask(update, { phone: '03-1234-5678' })).data).toEqual({
    updateBusiness: { business: { phone: '03-1234-5678' } },
  });
  const wrong = await ask(update, { phone: '0412 345 6' });
  expect(wrong.error).toMatchObject({ code: 'VALIDATION_FAILED', field: 'input.phone' });
});
