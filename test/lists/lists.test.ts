import pg from 'pg';
import { inHours, scheduledJob, shared } from '../harness/jobs.js';
import { sentQuote } from '../harness/quotes.js';
import { leastCostOf } from '../harness/statements.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

/** Lists of the API: pages from both ends, `node`, filters, the calendar, and following changes. */

interface Page {
  nodes: { id: string; title?: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number | null;
}

const PAGE =
  'nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount';

let world: World;
let owner: Ask;
let jobs: Awaited<ReturnType<typeof scheduledJob>>[];
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  jobs = [];
  for (let at = 0; at < 4; at += 1) jobs.push(await scheduledJob(owner, `Listed ${at}`));
});
afterAll(() => world.close());

/** Asks for a page of a list with these arguments, as literals. */
async function page(list: string, args: string, ask = owner): Promise<Page> {
  const { data, errors } = await ask<Record<string, Page>, object>(
    `{ ${list}${args ? `(${args})` : ''} { ${PAGE} } }`,
  );
  expect(errors).toBeUndefined();
  return data[list] as Page;
}

const idsOf = ({ nodes }: Page) => nodes.map(({ id }) => id);

async function refusalOf(query: string, ask = owner) {
  const { errors } = await ask(query);
  return errors?.[0]?.extensions;
}

describe.each([
  ['newest first', 'NEWEST_FIRST'],
  ['by title', 'TITLE'],
  ['last changed first', 'RECENTLY_UPDATED'],
])('somebody pages through jobs %s', (_, orderBy) => {
  it('forwards and backwards over the same entries, and knows what is on either side', async () => {
    const order = `orderBy: ${orderBy}`;
    const all = await page('jobs', `first: 100, ${order}`);
    const ids = idsOf(all);
    expect(all.totalCount).toBe(ids.length);
    expect(all.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });

    const start = await page('jobs', `first: 2, ${order}`);
    expect(idsOf(start)).toEqual(ids.slice(0, 2));
    expect(start.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const next = await page('jobs', `first: 2, ${order}, after: "${start.pageInfo.endCursor}"`);
    expect(idsOf(next)).toEqual(ids.slice(2, 4));
    expect(next.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(next.totalCount).toBe(ids.length);

    const back = await page('jobs', `last: 2, ${order}, before: "${next.pageInfo.startCursor}"`);
    expect(back).toMatchObject({ nodes: start.nodes, edges: start.edges });
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const end = await page('jobs', `last: 2, ${order}`);
    expect(idsOf(end)).toEqual(ids.slice(-2));
    expect(end.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const past = await page('jobs', `first: 2, ${order}, after: "${end.pageInfo.endCursor}"`);
    expect(past).toMatchObject({ nodes: [], pageInfo: { hasPreviousPage: true, endCursor: null } });
    const between = `after: "${all.edges[0]?.cursor}", before: "${all.edges[4]?.cursor}"`;
    const few = await page('jobs', `first: 2, ${order}, ${between}`);
    expect(idsOf(few)).toEqual(ids.slice(1, 3));
  });
});

it('bad bounds of a page are refused by name', async () => {
  const { pageInfo } = await page('jobs', 'orderBy: TITLE');
  for (const [args, field] of [
    ['last: 0', 'last'],
    ['last: 101', 'last'],
    ['first: 2, last: 2', 'last'],
    [`before: "${pageInfo.endCursor}"`, 'before'],
    ['before: "nonsense"', 'before'],
  ])
    expect(await refusalOf(`{ jobs(${args}) { nodes { id } } }`)).toMatchObject({
      code: 'VALIDATION_FAILED',
      field,
    });
});

it('pages of a part of a job work from both ends, for staff and for the client alike', async () => {
  const [job] = jobs as [(typeof jobs)[0]];
  const { jobId } = job;
  const notes: string[] = [];
  for (const body of ['one', 'two', 'three']) {
    const { data } = await owner(ops.AddNoteDocument, { input: { jobId, body } });
    notes.unshift(data.addNote.note.id);
  }
  const items = ['STATUS', ...notes.map((id) => `NOTE:${id}`)];
  const { client } = await shared(world, owner, job, items);
  const count = (ask: Ask) => (ask === owner ? 'totalCount' : '');
  for (const ask of [owner, client]) {
    const notesPage = async (args: string) => {
      const { data, errors } = await ask<{ job: { notesPage: Page } }, object>(
        `{ job(id: "${jobId}") { notesPage(${args}) { ${PAGE.replace('totalCount', count(ask))} } } }`,
      );
      expect(errors).toBeUndefined();
      return data.job.notesPage;
    };
    const first = await notesPage('first: 1');
    expect(idsOf(first)).toEqual(notes.slice(0, 1));
    expect(first.totalCount).toBe(ask === owner ? 3 : undefined);
    const second = await notesPage(`first: 1, after: "${first.pageInfo.endCursor}"`);
    expect(second).toMatchObject({
      nodes: [{ id: notes[1] }],
      pageInfo: { hasPreviousPage: true },
    });
    const back = await notesPage(`last: 5, before: "${second.pageInfo.startCursor}"`);
    expect(back).toMatchObject({ nodes: first.nodes, pageInfo: { hasNextPage: true } });
    expect(idsOf(await notesPage('last: 2'))).toEqual(notes.slice(-2));
  }
  // The client reads by its plain IDs what its link shows, and nothing else.
  const read = (id: string, ask: Ask) =>
    ask<{ node: object | null }, object>(`{ node(id: "${id}") { __typename id } }`);
  expect((await read(notes[0] as string, client)).data.node).toMatchObject({ __typename: 'Note' });
  expect((await read(jobId, client)).data.node).toMatchObject({ __typename: 'Job' });
  expect((await read(job.clientId, client)).data.node).toMatchObject({ __typename: 'Client' });
  for (const id of [job.visitId, jobs[1]?.jobId, jobs[1]?.clientId, `${notes[0]}@1`])
    expect((await read(String(id), client)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const { data } = await client<{ __type: { possibleTypes: { name: string }[] } }, object>(
    '{ __type(name: "Node") { possibleTypes { name } } }',
  );
  const names = data.__type.possibleTypes.map(({ name }) => name).sort();
  expect(names).toEqual([
    'Client',
    'Invoice',
    'Job',
    'Message',
    'Note',
    'Photo',
    'Quote',
    'Todo',
    'Visit',
  ]);
});

it('node reads every kind of record with its relations by one statement', async () => {
  const types: Record<string, string> = {
    jobs: 'Job',
    clients: 'Client',
    quotes: 'Quote',
    quote_lines: 'QuoteLine',
    quote_versions: 'QuoteVersion',
    invoices: 'Invoice',
    invoice_lines: 'InvoiceLine',
    payments: 'Payment',
    enquiries: 'Enquiry',
    visits: 'Visit',
    notes: 'Note',
    todos: 'Todo',
    photos: 'Photo',
    materials: 'Material',
    staff_members: 'StaffMember',
    portal_links: 'PortalLink',
    publications: 'Publication',
  };
  const query = `query Any($id: ID!) { node(id: $id) { __typename id
    ... on Job { title createdAt visits { startsAt } client { name } } ... on Invoice { status dueOn owedCents }
    ... on Visit { startsAt endsAt assignees { name } } ... on Quote { lines { description } } } }`;
  for (const [table, __typename] of Object.entries(types)) {
    const { rows } = await world.sql(
      `select t.id from ${table} t join businesses b on b.id = t.business_id where b.slug = 'bright-spark' limit 1`,
    );
    const id = rows[0]?.id as string | undefined;
    if (!id) throw new Error(`The demo has no ${table}.`);
    const { data, errors } = await owner<{ node: object }, object>(query, { id });
    expect({ table, errors, node: data?.node }).toMatchObject({
      table,
      errors: undefined,
      node: { __typename, id },
    });
  }
  const [job] = jobs as [(typeof jobs)[0]];
  const answer = await owner(query, { id: job.jobId });
  expect(answer.data).toMatchObject({
    node: { title: 'Listed 0', client: { name: expect.any(String) } },
  });
  const cost = await leastCostOf(async () => () => owner(query, { id: job.jobId }));
  expect(cost.statements).toHaveLength(1);
});

it('every list has a filter and an order, and finds what was asked for', async () => {
  const [job, other] = jobs as [(typeof jobs)[0], (typeof jobs)[0]];
  const { rows } = await world.sql(
    "select id from staff_members where email = 'tradie@demo.jobglass.test'",
  );
  const assigneeId = String(rows[0]?.id);
  await owner(ops.UpdateJobDocument, { input: { id: other.jobId, assigneeIds: [assigneeId] } });
  const soon = `visit: { from: "${inHours(23)}", to: "${inHours(25)}" }`;
  const finds = async (list: string, filter: string) =>
    idsOf(await page(list, `first: 100, filter: { ${filter} }`));

  expect(await finds('jobs', `clientId: "${job.clientId}"`)).toEqual([job.jobId]);
  expect(await finds('jobs', `assigneeId: "${assigneeId}", clientId: "${other.clientId}"`)).toEqual(
    [other.jobId],
  );
  expect(await finds('jobs', `${soon}, clientId: "${job.clientId}"`)).toEqual([job.jobId]);
  expect(
    await finds('jobs', `visit: { from: "${inHours(200)}" }, clientId: "${job.clientId}"`),
  ).toEqual([]);
  expect(
    await finds(
      'jobs',
      `created: { from: "${inHours(-1)}", to: "${inHours(1)}" }, search: "listed"`,
    ),
  ).toHaveLength(4);
  expect(await finds('jobs', `created: { to: "${inHours(-1)}" }, search: "listed"`)).toEqual([]);
  expect(
    await finds('clients', `search: "client", created: { from: "${inHours(-1)}" }`),
  ).not.toEqual([]);
  const named = await page('clients', 'orderBy: NAME');
  expect(named.nodes.length).toBeGreaterThan(4);

  // The same as the table says, for whichever records the demo has.
  const businessId = "(select id from businesses where slug = 'bright-spark')";
  const agree = async (list: string, filter: string, from: string) => {
    const found = await world.sql(`select t.id from ${from}`);
    expect({ filter, ids: (await finds(list, filter)).sort() }).toEqual({
      filter,
      ids: found.rows.map(({ id }) => String(id)).sort(),
    });
    return found.rows.length;
  };
  const today = new Date().toISOString().slice(0, 10);
  const counts = [
    await agree(
      'invoices',
      `due: { to: "${today}" }`,
      `invoices t where business_id = ${businessId} and due_on <= '${today}'`,
    ),
    await agree(
      'invoices',
      'statuses: [PAID, DRAFT]',
      `invoices t where business_id = ${businessId} and status in ('PAID', 'DRAFT')`,
    ),
    await agree(
      'invoices',
      `sent: { from: "2020-01-01T00:00:00Z" }`,
      `invoices t where business_id = ${businessId} and sent_at is not null`,
    ),
    await agree(
      'quotes',
      'statuses: [ACCEPTED, DECLINED]',
      `quotes t where business_id = ${businessId} and status in ('ACCEPTED', 'DECLINED')`,
    ),
    await agree(
      'quotes',
      `sent: { from: "2020-01-01T00:00:00Z" }`,
      `quotes t where business_id = ${businessId} and sent_at is not null`,
    ),
    await agree(
      'enquiries',
      'statuses: [NEW], received: { from: "2020-01-01T00:00:00Z" }',
      `enquiries t where business_id = ${businessId} and status = 'NEW'`,
    ),
  ];
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(3);
  for (const list of ['quotes', 'invoices', 'enquiries', 'clients', 'staffMembersPage'])
    for (const order of ['OLDEST_FIRST', 'UPDATED_AT', 'RECENTLY_UPDATED'])
      expect((await page(list, `orderBy: ${order}`)).nodes.length).toBeGreaterThan(0);
  expect((await page('invoices', 'orderBy: DUE_ON, first: 2')).nodes).toHaveLength(2);
  expect(
    idsOf(await page('sharePrompts', `filter: { clientId: "${other.clientId}" }`)),
  ).toHaveLength(1);
  expect(
    (await page('failedEmails', 'filter: { kinds: [SHARE] }, orderBy: OLDEST_FIRST')).nodes,
  ).toEqual([]);
});

it('the calendar shows the visits that overlap a time, to each person those of their jobs', async () => {
  const [job, other] = jobs as [(typeof jobs)[0], (typeof jobs)[0]];
  const range = (from: number, to: number) => `from: "${inHours(from)}", to: "${inHours(to)}"`;
  const mine = (list: Page) =>
    idsOf(list).filter((id) => jobs.some(({ visitId }) => visitId === id));
  expect(mine(await page('visits', range(25, 25.5))).sort()).toEqual(
    jobs.map(({ visitId }) => visitId).sort(),
  );
  expect(mine(await page('visits', range(26.5, 40)))).toEqual([]);
  expect(mine(await page('visits', range(25, 25.5), await world.as('tradie')))).toEqual([
    other.visitId,
  ]);
  await owner(ops.CancelVisitDocument, { id: job.visitId });
  const filter = `filter: { jobId: "${job.jobId}"`;
  expect(mine(await page('visits', `${range(0, 48)}, ${filter} }`))).toEqual([]);
  expect(
    mine(await page('visits', `${range(0, 48)}, ${filter}, includeCancelled: true }`)),
  ).toEqual([job.visitId]);
  const refused = { code: 'VALIDATION_FAILED', field: 'to' };
  expect(await refusalOf(`{ visits(${range(5, 4)}) { nodes { id } } }`)).toMatchObject(refused);
  expect(await refusalOf(`{ visits(${range(0, 24 * 101)}) { nodes { id } } }`)).toMatchObject(
    refused,
  );
  const text = `{ visits(${range(25, 25.5)}) { nodes { id startsAt job { title } } } }`.replace(
    ' job { title }',
    '',
  );
  await owner(text);
  expect((await leastCostOf(async () => () => owner(text))).statements).toHaveLength(1);
});

it('who follows changes misses none that is committed later than others', async () => {
  const [slow, quick] = jobs.slice(2) as [(typeof jobs)[0], (typeof jobs)[0]];
  let cursor: string | null = null;
  const news = async () => {
    const after = cursor ? `, after: "${cursor}"` : '';
    const found = await page('jobs', `first: 100, orderBy: UPDATED_AT${after}`);
    cursor = found.pageInfo.endCursor ?? cursor;
    return idsOf(found);
  };
  await until(async () => (await news()).length === 0);
  const connection = new pg.Client({ connectionString: world.databaseUrl });
  await connection.connect();
  await connection.query('begin');
  await connection.query("update jobs set title = 'Slowly changed' where id = $1", [slow.jobId]);
  await owner(ops.UpdateJobDocument, { input: { id: quick.jobId, title: 'Quickly changed' } });
  expect(await news()).toEqual([]);
  await connection.query('commit');
  await connection.end();
  const found: string[] = [];
  await until(async () => {
    found.push(...(await news()));
    return found.length >= 2;
  });
  expect(found).toEqual([slow.jobId, quick.jobId]);
});

describe('somebody adds up what a list has', () => {
  const MONEY = ['Sums of Sasha 1', 'Sums of Sasha 2'];
  const sumsOf = async (filter: object, ask = owner) =>
    (await ask(
      `query ($quotes: QuoteFilter, $invoices: InvoiceFilter) {
        quoteSums(filter: $quotes) { count totalCents openCents acceptedCents }
        invoiceSums(filter: $invoices) { count totalCents owedCents overdueCents }
      }`,
      { quotes: filter, invoices: filter } as never,
    )) as unknown as { data: { quoteSums: object; invoiceSums: object } };

  it('and gets the sums of all that the filter selects, not of one page', async () => {
    for (const title of MONEY) {
      await sentQuote(owner, { title, newClient: { name: 'Sasha Sum' } });
      const { data } = await owner(ops.CreateInvoiceDocument, {
        input: {
          clientId: (await owner(ops.ClientsDocument, { search: 'Sasha Sum' })).data.clients
            .nodes[0]?.id,
          title,
          lines: [{ description: 'Labour', unitPriceCents: 10_000 }],
          dueOn: title.endsWith('1') ? '2020-01-31' : '2099-01-31',
        },
      });
      await owner(ops.SendInvoiceDocument, {
        id: data.createInvoice.invoice.id,
        handedOver: true,
      });
    }
    const { data } = await sumsOf({ search: 'Sums of Sasha' });
    expect(data).toEqual({
      quoteSums: { count: 2, totalCents: 264_000, openCents: 264_000, acceptedCents: 0 },
      invoiceSums: { count: 2, totalCents: 22_000, owedCents: 22_000, overdueCents: 11_000 },
    });
    expect((await sumsOf({ search: 'Sums of Sasha 2' })).data.invoiceSums).toEqual({
      count: 1,
      totalCents: 11_000,
      owedCents: 11_000,
      overdueCents: 0,
    });
  });

  it('and gets zeros of an empty list', async () => {
    const { data } = await sumsOf({ search: 'nothing of that name' });
    expect(data.invoiceSums).toEqual({ count: 0, totalCents: 0, owedCents: 0, overdueCents: 0 });
  });
});
