import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

async function made(input: { name: string; email?: string | null; phone?: string | null }) {
  const { data, errors } = await owner(ops.CreateClientDocument, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.createClient.client;
}

async function found(search: string | null, ask = owner) {
  const { data } = await ask(ops.ClientsDocument, { search });
  return data.clients.nodes.map(({ name }) => name);
}

describe('searching for a client', () => {
  beforeAll(async () => {
    await made({ name: 'Zara Zed', email: 'Zara.Zed@Zeds.test', phone: '0418 765 432' });
    await made({ name: '100% Homes_Ltd', phone: '(02) 9999 1234' });
  });

  it.each([
    ['part of a name, in any case', 'ZARA z'],
    ['an address as it was typed', 'Zara.Zed@ZEDS'],
    ['a number as dialled', '0418 765'],
    ['a number with other spaces', '04 1876 5432'],
    ['the middle of a number', '765-432'],
    ['the international form', '+61 418 765 432'],
    ['the international form as dialled', '0061 418765432'],
    ['both zeros at once', '+61 (0)418 765 432'],
    ['stray spaces', '  zara  '],
  ])('finds them by %s', async (_, search) => {
    expect(await found(search)).toEqual(['Zara Zed']);
  });

  it('finds a landline number by its area code in brackets', async () => {
    expect(await found('(02) 9999')).toEqual(['100% Homes_Ltd']);
  });

  it('treats wildcards in a search as plain characters', async () => {
    expect(await found('100%')).toEqual(['100% Homes_Ltd']);
    expect(await found('s_L')).toEqual(['100% Homes_Ltd']);
    expect(await found('%')).toEqual(['100% Homes_Ltd']);
    expect(await found("'; drop table clients")).toEqual([]);
  });

  it.each([null, '', '  '])('finds everybody by %p', async (search) => {
    expect((await found(search)).length).toBeGreaterThan(2);
  });

  it('finds nobody of another business', async () => {
    expect(await found('Zara', await world.as('soletrader'))).toEqual([]);
  });
});

describe('a client', () => {
  it('is stored with normalized address and number', async () => {
    const client = await made({
      name: '  Nell Normal ',
      email: ' Nell@Normal.Test ',
      phone: ' 0412 345 000 ',
    });
    expect(client).toMatchObject({
      name: 'Nell Normal',
      email: 'nell@normal.test',
      phone: '+61412345000',
    });
  });

  it('may have no address or number, whether omitted, null or empty', async () => {
    for (const none of [undefined, null, '', '  ']) {
      const client = await made({ name: 'Bare', email: none, phone: none });
      expect(client).toMatchObject({ email: null, phone: null });
    }
  });

  it('keeps the fields that an update omits, and clears those it empties', async () => {
    const { id } = await made({ name: 'Una', email: 'una@update.test', phone: '0412 345 001' });
    const update = async (change: object) => {
      const { data, errors } = await owner(ops.ChangeClientDocument, { input: { id, ...change } });
      expect(errors).toBeUndefined();
      return data.updateClient.client;
    };
    expect(await update({ name: 'Una Updated' })).toMatchObject({
      name: 'Una Updated',
      email: 'una@update.test',
      phone: '+61412345001',
    });
    expect(await update({ phone: null })).toMatchObject({ email: 'una@update.test', phone: null });
    expect(await update({ phone: '+61 412 345 002' })).toMatchObject({ phone: '+61412345002' });
    expect(await update({ email: '' })).toMatchObject({ name: 'Una Updated', email: null });
  });

  it.each([
    ['an empty name', { name: '' }, 'input.name'],
    ['no name', { name: null }, 'input.name'],
    ['an address that is none', { email: 'kim@' }, 'input.email'],
    ['two addresses', { email: 'a@b.test, c@d.test' }, 'input.email'],
    ['a number that is none', { phone: '0412' }, 'input.phone'],
    ['a text around a number', { phone: 'mum 0412 345 678' }, 'input.phone'],
    ['a number with an extension', { phone: '0412 345 678 x9' }, 'input.phone'],
  ])('is refused with the field for %s, and does not change', async (_, change, field) => {
    const client = await made({ name: 'Bad', email: 'bad@input.test', phone: '0412 345 003' });
    const { errors } = await owner(ops.ChangeClientDocument, {
      input: { id: client.id, ...change },
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field });
    const { data } = await owner(ops.ClientWithHistoryDocument, { id: client.id });
    expect(data.client).toMatchObject(client);
  });

  it('is created together with a quote, or not at all', async () => {
    const newClient = { name: 'Inline Ida', email: 'ida@inline.test', phone: '0412 345 004' };
    const { data } = await owner(ops.CreateQuoteForClientDocument, {
      input: { title: 'A fan', newClient },
    });
    const { client } = data.createQuote.quote;
    expect(client).toMatchObject({ name: 'Inline Ida', phone: '+61412345004' });
    const bad = await owner(ops.CreateQuoteForClientDocument, {
      input: { title: 'A fan', newClient: { name: 'Half Made', email: 'none' } },
    });
    expect(bad.errors?.[0]?.extensions.field).toBe('input.newClient.email');
    expect(await found('Half Made')).toEqual([]);
  });

  it('has a history of jobs and quotes', async () => {
    const { id } = await made({ name: 'Past', email: 'past@history.test' });
    const { data: job } = await owner(ops.CreateJobDocument, {
      input: { title: 'Roof', clientId: id },
    });
    const { data: quote } = await owner(ops.CreateQuoteForClientDocument, {
      input: { title: 'Gutter', clientId: id },
    });
    const { data } = await owner(ops.ClientWithHistoryDocument, { id });
    expect(data.client).toMatchObject({
      jobs: [{ id: job.createJob.job.id, title: 'Roof' }],
      quotes: [{ id: quote.createQuote.quote.id, title: 'Gutter' }],
      enquiries: [],
    });
  });
});

describe('people without permission', () => {
  it.each(['tradie', 'apprentice'] as const)('refuses a %s', async (person) => {
    const ask = await world.as(person);
    const { id } = await made({ name: 'Closed' });
    const answers = [
      await ask(ops.ClientsDocument, {}),
      await ask(ops.ClientWithHistoryDocument, { id }),
      await ask(ops.CreateClientDocument, { input: { name: 'Mine' } }),
      await ask(ops.ChangeClientDocument, { input: { id, name: 'Mine' } }),
    ];
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(
      Array(4).fill('FORBIDDEN'),
    );
  });

  it('shows a tradie only those jobs of a client that they are assigned to', async () => {
    const { id: clientId } = await made({ name: 'Two Jobs' });
    const { rows } = await world.sql(
      "select id from staff_members where email = 'tradie@demo.jobglass.test'",
    );
    const assigneeIds = [rows[0]?.id as unknown as string];
    const { data } = await owner(ops.CreateJobDocument, {
      input: { title: 'Theirs', clientId, assigneeIds },
    });
    await owner(ops.CreateJobDocument, { input: { title: 'Not theirs', clientId } });
    const { id } = data.createJob.job;
    const seen = await (await world.as('tradie'))(ops.JobsOfJobClientDocument, { id });
    expect(seen.errors).toBeUndefined();
    expect(seen.data.job?.client).toEqual({
      name: 'Two Jobs',
      jobs: [{ id }],
      quotes: null,
      enquiries: null,
    });
  });

  it('is not found by another business', async () => {
    const soletrader = await world.as('soletrader');
    const { id } = await made({ name: 'Ours' });
    const answers = [
      await soletrader(ops.ClientWithHistoryDocument, { id }),
      await soletrader(ops.ChangeClientDocument, { input: { id, name: 'Theirs' } }),
    ];
    for (const { errors } of answers) expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const quoted = await soletrader(ops.CreateQuoteForClientDocument, {
      input: { title: 'Stolen', clientId: id },
    });
    expect(quoted.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'input.clientId',
    });
  });
});
