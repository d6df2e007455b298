import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

async function client(input: ops.CreateClientInput): Promise<string> {
  const { data, errors } = await owner(ops.MakeClientDocument, { input });
  expect(errors).toBeUndefined();
  return data.createClient.client.id;
}

async function job(input: ops.CreateJobInput) {
  const { data, errors } = await owner(ops.CreateJobDocument, { input });
  expect(errors).toBeUndefined();
  return data.createJob.job.id;
}

async function jobTitles(search: string, ask = owner): Promise<string[]> {
  const { data, errors } = await ask(ops.JobTitlesDocument, { search });
  expect(errors).toBeUndefined();
  return data.jobs.nodes.map(({ title }) => title);
}

async function names(search: string, archived = false): Promise<string[]> {
  const { data, errors } = await owner(ops.ClientNamesDocument, { search, archived });
  expect(errors).toBeUndefined();
  return data.clients.nodes.map(({ name }) => name);
}

async function everything(text: string, ask = owner) {
  const { data, errors } = await ask(ops.SearchEverythingDocument, { text });
  expect(errors).toBeUndefined();
  return data.search;
}

describe('a job', () => {
  let number: number;
  beforeAll(async () => {
    const clientId = await client({
      name: "Zoë Ó'Ngāwhā-Müller",
      email: 'zoe@muller.test',
      phone: '0419 111 222',
      contactName: 'Frøya Straße',
    });
    const id = await job({
      title: 'Réfection of the veranda',
      siteAddress: '7/21 Wattle Crescent, Sellicks Beach',
      clientId,
    });
    const { rows } = await world.sql('select number from jobs where id = $1', [id]);
    number = Number(rows[0]?.number);
  });

  it.each([
    ['words of the title without accents', 'refection VERANDA'],
    ['words in another order', 'veranda refection'],
    ['words of title, address and client together', 'muller wattle veranda'],
    ['the address', '7/21 wattle'],
    ['part of a word of the address', 'ellick'],
    ['the name of the client without accents and signs', "zoe o'ngawha"],
    ['the name without its apostrophe', 'ongawha'],
    ['letters that have no accent to take off', 'froya strasse'],
    ['the phone number of the client, as dialled', '0419 111222'],
    ['the phone number with the name', 'zoe 0419 111 222'],
    ['the email address of the client', 'ZOE@muller.test'],
    ['spaces around it', '   veranda   '],
    ['full-width letters', 'ｖｅｒａｎｄａ'],
    ['the first letters, as typed', 'ré ve'],
  ])('is found by %s', async (_, search) => {
    expect(await jobTitles(search)).toEqual(['Réfection of the veranda']);
  });

  it('is found by its number, with the exact number first', async () => {
    const { jobs } = await everything(`#${number}`);
    expect(jobs?.[0]?.number).toBe(number);
    expect(await jobTitles(String(number))).toContain('Réfection of the veranda');
  });

  it('is found under the new name as soon as the client is renamed, and not under the old one', async () => {
    const clientId = await client({ name: 'Oldenby' });
    await job({ title: 'Renamed client', clientId });
    expect(await jobTitles('oldenby')).toEqual(['Renamed client']);
    await owner(ops.ChangeClientDocument, { input: { id: clientId, name: 'Newenby' } });
    expect([await jobTitles('oldenby'), await jobTitles('newenby')]).toEqual([
      [],
      ['Renamed client'],
    ]);
  });

  it('is found under its client in any order of a rename and a new job at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const clientId = await client({ name: `Before${round}` });
      const other = await world.as('admin');
      await Promise.all([
        owner(ops.ChangeClientDocument, { input: { id: clientId, name: `After${round}x` } }),
        other(ops.CreateJobDocument, { input: { title: `Raced ${round}`, clientId } }),
      ]);
      expect(await jobTitles(`after${round}x`)).toEqual([`Raced ${round}`]);
    }
  });

  it('is found only by those who see it', async () => {
    expect(await jobTitles('veranda', await world.as('tradie'))).toEqual([]);
    expect(await jobTitles('veranda', await world.as('soletrader'))).toEqual([]);
  });

  it('is found page by page', async () => {
    for (const each of ['one', 'two', 'three']) await job({ title: `Paginated ${each}` });
    const page = async (after: string | null) => {
      const { data } = await owner<
        { jobs: { nodes: { title: string }[]; pageInfo: { endCursor: string } } },
        object
      >(
        'query ($after: String) { jobs(first: 2, after: $after, filter: { search: "paginated" }) { nodes { title } pageInfo { endCursor } } }',
        { after },
      );
      return data.jobs;
    };
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([first.nodes.length, second.nodes.map(({ title }) => title)]).toEqual([
      2,
      ['Paginated one'],
    ]);
  });
});

describe('the search box', () => {
  it('finds a client, its job, quote and invoice by the name', async () => {
    const clientId = await client({ name: 'Boxford Bakery', address: '3 Mill Lane' });
    const jobId = await job({ title: 'Oven', clientId });
    await owner(ops.CreateQuoteForClientDocument, { input: { title: 'New oven', clientId } });
    await owner(ops.CreateInvoiceDocument, {
      input: { jobId, title: 'Call-out', lines: [{ description: 'Time', unitPriceCents: 5_000 }] },
    });
    for (const text of ['boxford', 'bakery mill'])
      expect(await everything(text)).toMatchObject({
        clients: [{ name: 'Boxford Bakery' }],
        jobs: [{ title: 'Oven' }],
        quotes: [{ title: 'New oven' }],
        invoices: [{ title: 'Call-out' }],
      });
  });

  it('gives field roles their own jobs and nothing else', async () => {
    const { rows } = await world.sql(
      "select id from staff_members where email = 'apprentice@demo.jobglass.test'",
    );
    const clientId = await client({ name: 'Fieldman' });
    await owner(ops.CreateQuoteForClientDocument, { input: { title: 'Secret price', clientId } });
    await job({ title: 'Theirs', clientId, assigneeIds: [String(rows[0]?.id)] });
    await job({ title: 'Not theirs', clientId });
    expect(await everything('fieldman', await world.as('apprentice'))).toEqual({
      jobs: [{ number: expect.any(Number), title: 'Theirs' }],
      clients: null,
      quotes: null,
      invoices: null,
    });
  });

  it('finds nothing of another business, by text or by number', async () => {
    const stranger = await world.as('soletrader');
    expect(await everything('boxford', stranger)).toEqual({
      jobs: [],
      clients: [],
      quotes: [],
      invoices: [],
    });
  });

  it.each(['', '   ', "'", '\u200b'])('finds nothing by %j', async (text) => {
    expect(await everything(text)).toEqual({ jobs: [], clients: [], quotes: [], invoices: [] });
  });
});

describe('hostile searches', () => {
  it.each([
    ['wildcards', '%_%_%'],
    ['full-width wildcards', '％＿％'],
    ['a backslash', '\\'],
    ['a backslash before a wildcard', '\\%'],
    ['quotes', `'"''; drop table jobs; --`],
    ['operators of full text search', "a & ! | ( ) :* <-> 'x"],
    ['a pattern of many words', 'a% '.repeat(60)],
    ['lone surrogates', '\ud800 x\udfff'],
  ])('answer quickly and find no row: %s', async (_, search) => {
    const began = performance.now();
    expect(await jobTitles(search)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it.each([
    ['10,000 characters', 'x'.repeat(10_000)],
    ['10,000 wildcards', '%'.repeat(10_000)],
    ['NUL', 'a\0b'],
  ])('are refused with the field: %s', async (_, search) => {
    const { errors } = await owner(ops.JobTitlesDocument, { search });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: expect.stringMatching(/search$/),
    });
    const all = await owner(ops.SearchEverythingDocument, { text: search });
    expect(all.errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field: 'text' });
  });

  it('find wildcards, backslashes and other scripts as plain text', async () => {
    await client({ name: 'Fifty%_Off\\Shop' });
    await client({ name: '山田太郎' });
    await client({ name: 'Ελένη Παππά' });
    expect(await names('%_off\\')).toEqual(['Fifty%_Off\\Shop']);
    expect(await names('田太')).toEqual(['山田太郎']);
    expect(await names('ΠΑΠΠΑ ελενη')).toEqual(['Ελένη Παππά']);
  });
});

it('archived clients are found only when asked for, and their jobs always', async () => {
  const id = await client({ name: 'Archibald Attic' });
  await job({ title: 'Attic stairs', clientId: id });
  await owner(ops.ArchiveClientDocument, { id });
  expect([await names('archibald'), await names('archibald', true)]).toEqual([
    [],
    ['Archibald Attic'],
  ]);
  expect((await everything('archibald')).clients).toEqual([]);
  expect(await jobTitles('archibald')).toEqual(['Attic stairs']);
  await owner(ops.RestoreClientDocument, { id });
  expect(await names('archibald')).toEqual(['Archibald Attic']);
});

it('the index of the entries exists and is used for a word', async () => {
  const { rows } = await world.sql(
    `select indexdef from pg_indexes where indexname = 'search_entries_text'`,
  );
  expect(String(rows[0]?.indexdef)).toContain('gin_trgm_ops');
});
