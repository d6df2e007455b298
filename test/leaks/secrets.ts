import type { World } from '../harness/world.js';

/** Prefix of secret texts; a secret number; a secret time. */
export const MARK = 'zqSecretzq';
export const NUMBERS = /(?<![0-9a-f-])7319[0-9]{5}(?![0-9a-f-])/;
export const YEAR = '2391-';

type Kind = 'text' | 'texts' | 'int' | 'ints' | 'time' | 'day' | 'flip' | 'transaction';

/**
 * Columns that a client may learn or that the server needs unchanged, with the reason, listed by hand.
 * All others are internal, and get a secret value.
 */
const LEFT_ALONE: Record<string, string[]> = {
  businesses: [
    'name',
    'phone',
    'email',
    'logo_url',
    'time_zone',
    'currency',
    'country',
    'date_order',
    'tax_name',
    'slug',
    'client_portal_enabled',
    'enquiry_form_enabled',
    'page_colour',
    'payment_instructions',
    // When the invoice is due that is made with an acceptance; whether it can be paid online.
    'payment_terms_days',
    'card_payments_enabled',
    'card_account_ready',
  ],
  // The address of a public form.
  business_slugs: ['slug'],
  // Where email is sent, how it addresses the reader, and in which language.
  clients: ['name', 'email', 'language'],
  // The order of a queue; no client reads the table.
  webhook_deliveries: ['position', 'transaction_id'],
  portal_links: ['token_hash', 'code_hash', 'sent_to', 'created_at', 'expires_at', 'revoked_at'],
  publications: ['version', 'view', 'digest', 'item_keys', 'reason'],
  page_publications: ['version', 'view', 'digest', 'reason'],
  messages: ['sender', 'body', 'sent_at'],
  // Decide the result of a client's own answers: whether the quote is still current.
  // and which deposit is charged with its acceptance.
  quotes: [
    'version',
    'status',
    'valid_until',
    'sent_at',
    'number',
    'deposit_percent',
    'deposit_cents',
    'deposit_due_cents',
  ],
  // A job kept in sync shows live data to its client, which is not tested here.
  jobs: ['client_messages_enabled', 'keep_in_sync', 'status', 'number'],
  // Needed so that staff can sign in.
  staff_members: ['email', 'role', 'password_hash', 'removed_at'],
  staff_sessions: ['token_hash', 'expires_at', 'revoked_at'],
  // A client sees the number of the invoice that is made with its acceptance.
  number_series: ['noun', 'last'],
  visits: ['cancelled_at'],
  // Location of the image files, and which of them exist.
  // Photos are in the order in which they were taken; the mark before or after is shared with its photo.
  photos: [
    'taken_at',
    'stage',
    'shared',
    'width',
    'height',
    'thumbnail_url',
    'display_url',
    'original_url',
    'original_type',
  ],
  photo_uploads: ['width', 'height', 'original_type', 'taken_at', 'created_at'],
  quote_lines: ['position'],
  // Frozen when it was sent; the client's document is made of it.
  quote_versions: [
    'version',
    'digest',
    'lines',
    'title',
    'terms',
    'number',
    'sent_at',
    'valid_until',
    'net_cents',
    'tax_cents',
    'total_cents',
    'currency',
    'tax_name',
    'date_order',
    'time_zone',
    'seller',
    'buyer',
    // What is charged with the acceptance.
    'deposit_percent',
    'deposit_cents',
    'deposit_due_cents',
  ],
  quote_answers: ['version', 'kind', 'digest'],
  invoices: [
    'number',
    'status',
    'visible_to_client',
    'issued_on',
    'due_on',
    'net_cents',
    'total_cents',
    'paid_cents',
    'owed_cents',
    'confirming_cents',
    'kind',
    'version',
    'credited_cents',
    'credited_invoice_number',
    // Of no meaning without its quote.
    'quote_percent',
    // JSON that staff alone read; null in both worlds.
    'revision',
  ],
  invoice_lines: ['position'],
  // The same.
  invoice_versions: [
    'version',
    'kind',
    'digest',
    'title',
    'number',
    'sent_at',
    'issued_on',
    'due_on',
    'credited_invoice_number',
    'credit_reason',
    'net_cents',
    'tax_cents',
    'total_cents',
    'currency',
    'tax_name',
    'date_order',
    'seller',
    'buyer',
    'lines',
    'taxes',
  ],
  used_keys: ['operation', 'result'],
  // Rows for undoRemoval, which only staff call.
  removed_records: ['kind', 'record'],
  // A client sees the payments that were reversed while it had their invoice.
  payments: ['amount_cents', 'received_on', 'method', 'reversed_at', 'shown_when_reversed'],
  enquiries: ['status', 'sender'],
  // Sizes of a picture, which no client reads; its test is in test/enquiries/photos.test.ts.
  enquiry_photos: ['width', 'height'],
  // The name of a table.
  search_entries: ['kind'],
  // Words and numbers that the database bounds.
  reminders: ['kind', 'days'],
  share_prompts: ['revision', 'offered', 'reviewed', 'waiting', 'ready'],
  // Every server compares its secret with it; belongs to no business.
  secret_fingerprint: ['only_one', 'fingerprint', 'created_at'],
  // A client learns its own counts when it is refused; keys are hashes.
  rate_limits: ['key', 'points', 'expire'],
  // Emails already sent, and the state of the queue.
  outgoing_emails: [
    'kind',
    'recipient',
    'data',
    'status',
    'job_key',
    'attempts',
    'created_at',
    'sent_at',
  ],
  dev_mailbox: [
    'idempotency_key',
    'sender',
    'reply_to',
    'recipient',
    'subject',
    'html',
    'text',
    'attachments',
    'sent_at',
  ],
};

/** Writes a secret of this world into every other column: no two rows and no two worlds share one. */
export async function keepSecrets(world: World, name: string): Promise<string[]> {
  await takeBoundsAway(world);
  const columns = await secretColumns(world);
  const tables = [...new Set(columns.map(({ table }) => table))];
  for (const table of tables) {
    const own = columns.filter((each) => each.table === table);
    // Times of changes afterwards, since every other change moves them.
    const stamps = own.filter(({ column }) => STAMP.test(column));
    for (const each of [own.filter((column) => !stamps.includes(column)), stamps]) {
      const sets = each.map(
        ({ column, kind }) => `${column} = ${secretOf(name, table, column, kind)}`,
      );
      if (sets.length > 0) await world.sql(`update ${table} set ${sets.join(', ')}`);
    }
  }
  return columns.map(({ table, column }) => `${table}.${column}`);
}

const STAMP = /(^|_)(updated_at|changed_in)$/;

/** Secrets are numbers that do not occur by chance, and so larger than valid quantities or prices. */
async function takeBoundsAway(world: World): Promise<void> {
  for (const table of ['materials', 'quote_lines', 'invoice_lines'])
    await world.sql(`alter table ${table} drop constraint ${table}_within_bounds`);
}

interface Column {
  table: string;
  column: string;
  kind: Kind;
}

const KINDS: Record<string, Kind> = {
  text: 'text',
  _text: 'texts',
  _int4: 'ints',
  integer: 'int',
  'double precision': 'int',
  'timestamp with time zone': 'time',
  date: 'day',
  boolean: 'flip',
  xid8: 'transaction',
};

/** Ids and references are checked separately (see `namesNobodyMayLearn`). */
async function secretColumns(world: World): Promise<Column[]> {
  const { rows } = await world.sql(`
    select table_name as t, column_name as c,
      case data_type when 'ARRAY' then udt_name else data_type end as d from information_schema.columns
    where table_schema = 'public' and data_type <> 'uuid' and table_name not like '%migration%' order by 1, 2`);
  return (rows as unknown as { t: string; c: string; d: string }[])
    .filter(({ t, c }) => !LEFT_ALONE[t]?.includes(c))
    .map(({ t, c, d }) => {
      const kind = KINDS[d];
      if (!kind) throw new Error(`${t}.${c} is ${d}: say in LEFT_ALONE why a client may know it.`);
      return { table: t, column: c, kind };
    });
}

/** Primary keys that have another name. */
const KEYS: Record<string, string> = { stripe_accounts: 'business_id' };

/** Name of the primary key of a table. */
export function keyOf(table: string): string {
  return KEYS[table] ?? 'id';
}

function secretOf(world: string, table: string, column: string, kind: Kind): string {
  const salt = `'${world} ${table}.${column} ' || ${keyOf(table)}`;
  if (kind === 'text') return `'${MARK}' || md5(${salt})`;
  if (kind === 'texts') return `array['${MARK}' || md5(${salt})]`;
  if (kind === 'flip') return world === 'A' ? 'true' : 'false';
  const number = `(('x' || substr(md5(${salt}), 1, 7))::bit(28)::int % 90000)`;
  if (kind === 'transaction') return `(731900000 + ${number})::text::xid8`;
  if (kind === 'ints') return `array[731900000 + ${number}]`;
  // At most a year, and never the same in both worlds.
  if (column.endsWith('_days')) return `${world === 'A' ? 1 : 181} + ${number} % 180`;
  if (kind === 'int') return isShare(column) ? `${number} % 10000` : `731900000 + ${number}`;
  if (kind === 'day') return `date '${YEAR}01-01' + ${number} % 300`;
  const days = column === 'ends_at' ? 20 : 0;
  return `timestamptz '${YEAR}01-01' + interval '${days} days' + make_interval(secs => ${number})`;
}

/** A rate is at most one. */
function isShare(column: string): boolean {
  return column === 'tax_rate_basis_points';
}

/** Returns the ids that a client may not learn: all in the database but those it was shown. */
export async function namesNobodyMayLearn(world: World, shown: string): Promise<Set<string>> {
  const { rows } = await world.sql(`
    select table_name as t, column_name as c from information_schema.columns
    where table_schema = 'public' and data_type = 'uuid'`);
  const names = new Set<string>();
  for (const { t, c } of rows as unknown as { t: string; c: string }[]) {
    const found = await world.sql(
      `select distinct ${c}::text as id from ${t} where ${c} is not null`,
    );
    for (const { id } of found.rows as unknown as { id: string }[])
      if (!shown.includes(id)) names.add(id);
  }
  return names;
}
