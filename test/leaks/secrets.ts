import type { World } from '../harness/world.js';

/** What a secret text begins with; a secret number; a secret time. */
export const MARK = 'zqSecretzq';
export const NUMBERS = /(?<![0-9a-f-])7319[0-9]{5}(?![0-9a-f-])/;
export const YEAR = '2391-';

type Kind = 'text' | 'int' | 'time' | 'day' | 'flip';

/**
 * Written by hand: every column that a client may learn of or that the server needs as it is, with why.
 * All others are internal, and hold a secret.
 */
export const LEFT_ALONE: Record<string, string[]> = {
  businesses: [
    'name',
    'phone',
    'email',
    'logo_url',
    'time_zone',
    'currency',
    'slug',
    'client_portal_enabled',
    'enquiry_form_enabled',
  ],
  // Where mail goes, and whom it greets.
  clients: ['name', 'email'],
  portal_links: ['token_hash', 'sent_to', 'created_at', 'expires_at', 'revoked_at'],
  publications: ['version', 'view', 'digest', 'item_keys', 'reason'],
  messages: ['sender', 'body', 'sent_at'],
  // How a client's own answers come out: whether the quote it means still stands.
  quotes: ['version', 'status', 'valid_until', 'sent_at', 'number'],
  // Kept in sync, a job shows its client what is live: another promise, and not this one.
  jobs: ['client_messages_enabled', 'keep_in_sync', 'status', 'number'],
  // Staff keep signing in.
  staff_members: ['email', 'role', 'password_hash', 'removed_at'],
  staff_sessions: ['token_hash', 'expires_at', 'revoked_at'],
  number_series: ['noun'],
  visits: ['cancelled_at'],
  // Where the bytes of a picture are and which of its rows exist.
  photos: [
    'shared',
    'width',
    'height',
    'thumbnail_url',
    'display_url',
    'original_url',
    'original_type',
  ],
  photo_uploads: ['width', 'height', 'original_type', 'created_at'],
  quote_lines: ['position'],
  quote_versions: ['version', 'digest', 'lines'],
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
  ],
  invoice_lines: ['position'],
  // A client learns of the payments that were reversed while it had their invoice.
  payments: ['amount_cents', 'received_on', 'method', 'reversed_at', 'shown_when_reversed'],
  enquiries: ['status', 'sender'],
  share_prompts: ['revision', 'offered', 'reviewed', 'waiting', 'ready'],
  // What every server compares its own secret with; it belongs to no business.
  secret_fingerprint: ['only_one', 'fingerprint', 'created_at'],
  // A client learns of its own counts, when it is refused; keys are hashes.
  rate_limits: ['key', 'points', 'expire'],
  // What has left already, and what the queue does.
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
  dev_mailbox: ['idempotency_key', 'recipient', 'subject', 'html', 'text', 'sent_at'],
};

/** Writes a secret of this world into every other column: no two rows and no two worlds share one. */
export async function keepSecrets(world: World, name: string): Promise<string[]> {
  await takeBoundsAway(world);
  const columns = await secretColumns(world);
  const tables = [...new Set(columns.map(({ table }) => table))];
  for (const table of tables) {
    const sets = columns
      .filter((each) => each.table === table)
      .map(({ column, kind }) => `${column} = ${secretOf(name, table, column, kind)}`);
    await world.sql(`update ${table} set ${sets.join(', ')}`);
  }
  return columns.map(({ table, column }) => `${table}.${column}`);
}

/** A secret is a number that nobody else has by chance, and so larger than a quantity or a price may be. */
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
  integer: 'int',
  'double precision': 'int',
  'timestamp with time zone': 'time',
  date: 'day',
  boolean: 'flip',
};

/** Identities and references are told by themselves (see `namesNobodyMayLearn`). */
async function secretColumns(world: World): Promise<Column[]> {
  const { rows } = await world.sql(`
    select table_name as t, column_name as c, data_type as d from information_schema.columns
    where table_schema = 'public' and data_type <> 'uuid' and table_name not like '%migration%' order by 1, 2`);
  return (rows as unknown as { t: string; c: string; d: string }[])
    .filter(({ t, c }) => !LEFT_ALONE[t]?.includes(c))
    .map(({ t, c, d }) => {
      const kind = KINDS[d];
      if (!kind) throw new Error(`${t}.${c} is ${d}: say in LEFT_ALONE why a client may know it.`);
      return { table: t, column: c, kind };
    });
}

function secretOf(world: string, table: string, column: string, kind: Kind): string {
  const salt = `'${world} ${table}.${column} ' || id`;
  if (kind === 'text') return `'${MARK}' || md5(${salt})`;
  if (kind === 'flip') return world === 'A' ? 'true' : 'false';
  const number = `(('x' || substr(md5(${salt}), 1, 7))::bit(28)::int % 90000)`;
  if (kind === 'int') return isShare(column) ? `${number} % 10000` : `731900000 + ${number}`;
  if (kind === 'day') return `date '${YEAR}01-01' + ${number} % 300`;
  const days = column === 'ends_at' ? 20 : 0;
  return `timestamptz '${YEAR}01-01' + interval '${days} days' + make_interval(secs => ${number})`;
}

/** A rate is at most one. */
function isShare(column: string): boolean {
  return column === 'tax_rate_basis_points';
}

/** The names of records that a client does not have: every one in the database but those it was shown. */
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
