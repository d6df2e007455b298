import type { EntityMetadata } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { PageRequest } from '../../src/database/reader/reader.js';
import { pageStatement } from '../../src/database/sql/pages.js';
import type { EntityClass } from '../../src/database/sql/rows.js';
import { Client } from '../../src/domain/clients/client.entity.js';
import { clientOrder } from '../../src/domain/clients/client-lists.js';
import { commonOrder } from '../../src/domain/common/lists/orders.js';
import { Enquiry } from '../../src/domain/enquiries/enquiry.entity.js';
import { Invoice } from '../../src/domain/invoices/invoice.entity.js';
import { invoiceOrder, invoicesOf } from '../../src/domain/invoices/lists/invoice-lists.js';
import { Job } from '../../src/domain/jobs/job.entity.js';
import { jobsOf } from '../../src/domain/jobs/lists/job-lists.js';
import { quotesOf } from '../../src/domain/quotes/lists/quote-lists.js';
import { Quote } from '../../src/domain/quotes/quote.entity.js';
import { Visit } from '../../src/domain/visits/visit.entity.js';
import { visitOrder, visitsOf } from '../../src/domain/visits/visit-lists.js';
import { type Ask, openWorld, type World } from '../harness/world.js';

/** Lists of ten thousand records are read by their indexes, and who follows them misses none of 1,000 changes. */
const ENTRIES = 10_000;
const BUSINESS = "(select id from businesses where slug = 'bright-spark')";
const BULK = [
  // Nothing is searched for here, and filling the index takes a while.
  'drop index if exists search_entries_text',
  `insert into clients (id, business_id, name, email)
   select gen_random_uuid(), ${BUSINESS}, 'Person ' || md5(n::text), n || '@bulk.test' from generate_series(1, ${ENTRIES}) n`,
  `insert into jobs (id, business_id, number, title, client_id)
   select gen_random_uuid(), c.business_id, 100000 + row_number() over (), 'Repair', c.id
   from clients c where c.email like '%@bulk.test'`,
  `insert into visits (id, business_id, job_id, starts_at, ends_at)
   select gen_random_uuid(), j.business_id, j.id, t.at, t.at + interval '1 hour'
   from jobs j cross join lateral (select now() + make_interval(hours => j.number % 8000 - 4000) as at) t
   where j.title = 'Repair'`,
  `insert into invoices (id, business_id, number, title, status, job_id, client_id, due_on, issued_on, sent_at, net_cents, tax_cents, total_cents, owed_cents)
   select gen_random_uuid(), j.business_id, j.number, 'Repair', 'SENT', j.id, j.client_id, current_date + j.number % 1000 - 500,
     current_date - j.number % 1000, now() - make_interval(hours => j.number % 8000), 100, 10, 110, 110
   from jobs j where j.title = 'Repair'`,
  `insert into quotes (id, business_id, number, title, status, client_id, valid_until, sent_at, net_cents, tax_cents, total_cents)
   select gen_random_uuid(), i.business_id, i.number, 'Repair', 'SENT', i.client_id, i.due_on, i.sent_at, 100, 10, 110
   from invoices i where i.title = 'Repair'`,
  // As if they were made and changed over a year.
  ...['jobs', 'clients', 'quotes', 'invoices', 'visits'].map(
    (table) =>
      `update ${table} set created_at = now() - make_interval(secs => x.n * 3000)
       from (select id, row_number() over () as n from ${table}) x where x.id = ${table}.id`,
  ),
  'analyze',
];

let world: World;
let owner: Ask;
let businessId: string;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  const { rows } = await world.sql(`select ${BUSINESS} as id`);
  businessId = String(rows[0]?.id);
  for (const statement of BULK) await world.sql(statement);
}, 300_000);
afterAll(() => world.close());

const DAY_MS = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
const WEEK = { from: daysAgo(7), to: daysAgo(0) };
const role = 'BUSINESS_OWNER';
const calendar = { ...WEEK, assigneeId: null, filter: {}, order: 'STARTS_AT' } as const;

/** What is asked of a list, and an index that its plan must read. */
const ASKED: [string, EntityClass, Omit<PageRequest, 'first'>, RegExp][] = [
  ['jobs by change', Job, { orderBy: commonOrder(Job, 'UPDATED_AT', role) }, /jobs_by_update/],
  ['jobs of a week', Job, { where: jobsOf({ created: WEEK }, role) }, /jobs_by_creation/],
  [
    'clients by change',
    Client,
    { orderBy: commonOrder(Client, 'UPDATED_AT', role) },
    /clients_by_update/,
  ],
  ['clients by name', Client, { orderBy: clientOrder('NAME', role) }, /clients_by_name/],
  [
    'quotes by change',
    Quote,
    { orderBy: commonOrder(Quote, 'RECENTLY_UPDATED', role) },
    /quotes_by_update_with_costs/,
  ],
  [
    'quotes by change, for a supervisor',
    Quote,
    { orderBy: commonOrder(Quote, 'UPDATED_AT', 'SUPERVISOR') },
    /quotes_by_update"/,
  ],
  [
    'quotes sent in a week',
    Quote,
    { where: quotesOf({ sent: WEEK }, role) },
    /(open_)?quotes_by_sending/,
  ],
  [
    'quotes that end in a week',
    Quote,
    { where: quotesOf({ validUntil: WEEK }, role) },
    /quotes_by_last_day/,
  ],
  [
    'invoices by change',
    Invoice,
    { orderBy: commonOrder(Invoice, 'UPDATED_AT', role) },
    /invoices_by_update/,
  ],
  [
    'invoices by due day',
    Invoice,
    { orderBy: invoiceOrder('DUE_ON', role) },
    /invoices_by_due_day/,
  ],
  [
    'invoices due in a week',
    Invoice,
    { where: invoicesOf({ due: WEEK }, role) },
    /invoices_by_due_day/,
  ],
  [
    'invoices issued in a week',
    Invoice,
    { where: invoicesOf({ issued: WEEK }, role) },
    /invoices_by_issue/,
  ],
  [
    'enquiries by change',
    Enquiry,
    { orderBy: commonOrder(Enquiry, 'UPDATED_AT', role) },
    /enquiries_by_update|Seq Scan/,
  ],
  [
    'visits of a week',
    Visit,
    { where: visitsOf(calendar, role), orderBy: visitOrder('STARTS_AT', role) },
    /visits_by_start/,
  ],
  [
    'visits by change',
    Visit,
    { orderBy: commonOrder(Visit, 'UPDATED_AT', role) },
    /visits_by_update/,
  ],
];

it.each(ASKED)('%s are read by an index', async (_, entity, asked, index) => {
  const meta = world.running.services.orm.getMetadata().get(entity as never) as EntityMetadata;
  const scope = { businessId, today: '2026-01-01' };
  const { rest, values } = pageStatement(meta, { first: 50, ...asked }, scope);
  const { rows } = await world.sql(`explain (format json) select r.id ${rest}`, values);
  expect(JSON.stringify(rows[0])).toMatch(index);
});

it('a list of more entries than are counted has no total', async () => {
  const query =
    '{ clients(first: 1) { totalCount } few: clients(first: 1, search: "person c4ca4238") { totalCount } }';
  const { data } = await owner<Record<string, { totalCount: number | null }>, object>(query);
  expect(data).toEqual({ clients: { totalCount: null }, few: { totalCount: expect.any(Number) } });
});

it('who follows 1,000 changes made by ten writers, with breaks, misses none', async () => {
  const { rows } = await world.sql(
    "select id from jobs where title = 'Repair' order by number limit 1000",
  );
  const changed = rows.map(({ id }) => String(id));
  let cursor = await endOf();
  const seen = new Set<string>();
  const pool = new pg.Pool({ connectionString: world.databaseUrl, max: 10 });
  let isWritten = false;
  const followed = async () => {
    const after = cursor ? `, after: "${cursor}"` : '';
    const { data } = await owner<
      { jobs: { nodes: { id: string }[]; pageInfo: { endCursor: string | null } } },
      object
    >(`{ jobs(first: 100, orderBy: UPDATED_AT${after}) { nodes { id } pageInfo { endCursor } } }`);
    for (const { id } of data.jobs.nodes) seen.add(id);
    cursor = data.jobs.pageInfo.endCursor ?? cursor;
    return data.jobs.nodes.length;
  };
  const following = (async () => {
    for (let idle = 0; idle < 20; ) idle = (await followed()) === 0 && isWritten ? idle + 1 : 0;
  })();
  // Each of ten writers changes a few at a time, and takes its time before it commits.
  await Promise.all(
    Array.from({ length: 10 }, async (_, writer) => {
      const mine = changed.filter((_id, at) => at % 10 === writer);
      for (let at = 0; at < mine.length; at += 5)
        await pool.query(
          `do $$ begin
            update jobs set description = 'Changed' where id = any('{${mine.slice(at, at + 5).join(',')}}');
            perform pg_sleep(${(writer % 5) / 100});
          end $$`,
        );
    }),
  );
  isWritten = true;
  await pool.end();
  await following;
  expect(changed.filter((id) => !seen.has(id))).toEqual([]);
}, 60_000);

/** Reads to the end of the list of changes. */
async function endOf(): Promise<string | null> {
  const { data } = await owner<{ jobs: { pageInfo: { endCursor: string | null } } }, object>(
    '{ jobs(last: 1, orderBy: UPDATED_AT) { pageInfo { endCursor } } }',
  );
  return data.jobs.pageInfo.endCursor;
}
