import pg from 'pg';
import { scheduledJob, shared } from '../harness/jobs.js';
import { openWorld, type World } from '../harness/world.js';

let world: World;
let portal: pg.Client;
beforeAll(async () => {
  world = await openWorld();
  portal = new pg.Client({
    connectionString: world.databaseUrl,
    options: '-c role=jobglass_portal',
  });
  await portal.connect();
});
afterAll(async () => {
  await portal.end();
  await world.close();
});

/** Columns of a sent version of a quote or an invoice. */
const OF_VERSION = [
  ...['business_id', 'number', 'version', 'title', 'sent_at', 'net_cents', 'tax_cents'],
  ...['total_cents', 'lines', 'digest', 'currency', 'tax_name', 'date_order', 'seller', 'buyer'],
];

/** All columns that the portal's role may read, listed by hand. */
const READABLE: Record<string, string[]> = {
  portal_links: [
    'id',
    'business_id',
    'job_id',
    'quote_id',
    'invoice_id',
    'client_id',
    'token_hash',
    'expires_at',
    'revoked_at',
  ],
  publications: ['job_id', 'client_id', 'version', 'view'],
  page_publications: ['quote_id', 'invoice_id', 'client_id', 'version', 'view'],
  quotes: ['id', 'job_id', 'client_id'],
  invoices: ['id', 'job_id', 'client_id', 'quote_id', 'answer_id'],
  businesses: [
    'id',
    'client_portal_enabled',
    'card_payments_enabled',
    'card_account_ready',
    'name',
    'phone',
    'email',
    'logo_url',
    'time_zone',
    'currency',
    'page_colour',
    'payment_instructions',
    'country',
    'date_order',
    'tax_name',
  ],
  clients: ['id', 'name', 'language'],
  jobs: ['id', 'client_id', 'client_messages_enabled'],
  messages: ['id', 'job_id', 'client_id', 'sender', 'body', 'sent_at'],
  // Of the documents that a publication names.
  quote_versions: [
    ...[...OF_VERSION, 'quote_id', 'valid_until', 'terms', 'time_zone'],
    ...['deposit_percent', 'deposit_cents'],
  ],
  quote_answers: [
    ...['id', 'business_id', 'quote_id', 'version', 'kind', 'name', 'answered_at'],
    ...['chosen_line_ids', 'digest', 'undone_at'],
  ],
  invoice_versions: [
    ...[...OF_VERSION, 'invoice_id', 'kind', 'issued_on', 'due_on'],
    ...['credited_invoice_number', 'credit_reason', 'taxes'],
  ],
  payments: [
    ...['id', 'business_id', 'invoice_id', 'amount_cents', 'received_on', 'method'],
    ...['recorded_at', 'reversed_at'],
  ],
};

it("the portal's role reads these columns and no others", async () => {
  await shared(world, await world.as('owner'), await scheduledJob(await world.as('owner')), [
    'STATUS',
  ]);
  const { rows } = await world.sql(
    "select table_name as t, column_name as c from information_schema.columns where table_schema = 'public'",
  );
  expect(rows.length).toBeGreaterThan(100);
  for (const { t, c } of rows as unknown as { t: string; c: string }[]) {
    const attempt = portal.query(`select ${c} from ${t} limit 1`);
    if (READABLE[t]?.includes(c)) await expect(attempt).resolves.toBeDefined();
    else await expect(attempt).rejects.toThrow(/permission denied/);
  }
});

it("the portal's role cannot write, nor switch to another role", async () => {
  const { rows } = await world.sql(
    "select table_name as t from information_schema.tables where table_schema = 'public'",
  );
  for (const { t } of rows as unknown as { t: string }[]) {
    await expect(portal.query(`delete from ${t}`)).rejects.toThrow(/permission denied/);
  }
  await expect(portal.query('create table theirs (id int)')).rejects.toThrow(/permission denied/);
  await portal.query('reset role');
  await expect(portal.query('select body from notes')).rejects.toThrow(/permission denied/);
});
