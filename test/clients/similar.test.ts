import { readFileSync } from 'node:fs';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

async function made(input: ops.CreateClientInput) {
  const { data, errors } = await owner(ops.MakeClientDocument, { input });
  expect(errors).toBeUndefined();
  return data.createClient.client;
}

async function similar(typed: { name?: string; email?: string; phone?: string }, ask = owner) {
  const { data, errors } = await ask(ops.SimilarClientsDocument, typed);
  expect(errors).toBeUndefined();
  return data.similarClients.map(({ name }) => name);
}

describe('somebody who types a client that is on file', () => {
  beforeAll(async () => {
    await made({ name: 'Renée Dupont', email: 'renee@dupont.test', phone: '0419 555 666' });
  });

  it.each([
    ['the name, in another order and without accents', { name: 'dupont renee' }],
    ['the beginning of the name', { name: 'Renee Dup' }],
    ['the email address in capitals', { name: 'Somebody', email: ' RENEE@dupont.test ' }],
    ['the phone number in another notation', { name: 'Somebody', phone: '+61 419 555666' }],
  ])('is shown them by %s', async (_, typed) => {
    expect(await similar(typed)).toEqual(['Renée Dupont']);
  });

  it.each([
    ['too little of a name', { name: 'Re' }],
    ['another name', { name: 'Renate Dupont' }],
    ['half an address', { email: 'renee@' }],
    ['half a number', { phone: '0419' }],
    ['wildcards', { name: '%%%', email: '%', phone: '%' }],
    ['nothing', {}],
  ])('is shown nobody by %s', async (_, typed) => {
    expect(await similar(typed)).toEqual([]);
  });

  it('is shown archived clients too, at most five, and nobody of another business', async () => {
    const { id } = await made({ name: 'Quentin Quartz', email: 'same@quartz.test' });
    await owner(ops.ArchiveClientDocument, { id });
    expect(await similar({ name: 'quentin quartz' })).toEqual(['Quentin Quartz']);
    for (let at = 0; at < 7; at += 1) await made({ name: `Quartz ${at}` });
    expect(await similar({ name: 'quartz', email: 'same@quartz.test' })).toHaveLength(5);
    expect(await similar({ name: 'quartz' }, await world.as('soletrader'))).toEqual([]);
  });
});

it('a client has a contact name, an address and notes, which an update changes or clears', async () => {
  const client = await made({
    name: 'Fields Ltd',
    contactName: 'Fiona',
    address: '1 Long Lane',
    notes: 'Key under the mat.',
  });
  expect(client).toMatchObject({
    contactName: 'Fiona',
    address: '1 Long Lane',
    notes: 'Key under the mat.',
  });
  await owner(ops.ChangeClientDocument, {
    input: { id: client.id, contactName: 'Finn', address: null },
  });
  const { data } = await owner(ops.ClientCardDocument, { id: client.id });
  expect(data.client).toMatchObject({
    name: 'Fields Ltd',
    contactName: 'Finn',
    address: null,
    notes: 'Key under the mat.',
  });
});

it('the schema of clients has none of the internal fields', () => {
  const schema = readFileSync('schema/portal.graphql', 'utf8');
  expect(schema).toContain('type Client');
  expect(schema).not.toMatch(/contactName|erasureReason|archivedAt|mergedInto/);
});
