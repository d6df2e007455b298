import { Migration } from '@mikro-orm/migrations';
import {
  movedBy,
  moveStamps,
  NEXT_STAMP,
  type StampGroup,
  stampColumns,
  stampFunction,
} from './updated-at-triggers.js';

/**
 * When a record was made and last changed, kept by triggers, so that nothing that writes can forget it. Records from before
 * count as unchanged since they were made, which their id says. Every statement is a transaction of its own and can be
 * repeated; columns are added with a constant, so no table is rewritten under a lock.
 */
export class UpdatedAt extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

interface Stamped {
  table: string;
  /** Column with the time at which a record was made; default: `created_at`, which is added. */
  madeAt?: string;
  /** Columns of each group of readers. */
  groups: Partial<Record<StampGroup, string[]>>;
}

const STAMPED: Stamped[] = [
  {
    table: 'jobs',
    groups: {
      '': [
        ...['number', 'title', 'description', 'site_address', 'status', 'client_id'],
        ...['internal_notes', 'client_messages_enabled', 'keep_in_sync'],
      ],
    },
  },
  {
    table: 'clients',
    groups: {
      '': [
        ...[
          'name',
          'email',
          'phone',
          'contact_name',
          'address',
          'notes',
          'archived_at',
          'erased_at',
        ],
        'erasure_reason',
      ],
      office_: ['merged_into_id', 'erased_by_id'],
    },
  },
  {
    table: 'quotes',
    groups: {
      '': [
        ...['number', 'version', 'title', 'status', 'job_id', 'valid_until', 'sent_at', 'terms'],
        ...[
          'answered_at',
          'answered_by',
          'answer_message',
          'net_cents',
          'tax_cents',
          'total_cents',
        ],
        ...['deposit_percent', 'deposit_cents', 'deposit_due_cents', 'internal_notes'],
      ],
      office_: ['client_id', 'delivery_id', 'handed_over_by_id'],
      // Moved by its lines.
      costs_: [],
    },
  },
  {
    table: 'invoices',
    groups: {
      '': [
        ...['number', 'kind', 'version', 'title', 'status', 'job_id', 'client_id', 'quote_id'],
        ...['quote_percent', 'credited_invoice_id', 'credited_invoice_number', 'credit_reason'],
        ...['revision::text', 'issued_on', 'due_on', 'sent_at', 'visible_to_client', 'delivery_id'],
        ...['handed_over_by_id', 'net_cents', 'tax_cents', 'total_cents', 'paid_cents'],
        ...['credited_cents', 'owed_cents', 'confirming_cents', 'internal_notes'],
      ],
    },
  },
  {
    table: 'enquiries',
    madeAt: 'received_at',
    groups: {
      '': [
        ...['name', 'email', 'phone', 'message', 'site_address', 'status', 'received_at'],
        ...['client_id', 'quote_id', 'decline_reason'],
      ],
    },
  },
  { table: 'visits', groups: { '': ['job_id', 'starts_at', 'ends_at', 'cancelled_at'] } },
  {
    table: 'notes',
    madeAt: 'created_at',
    groups: { '': ['job_id', 'body', 'internal', 'created_at', 'author_id'] },
  },
  { table: 'todos', groups: { '': ['job_id', 'title', 'done'] } },
  {
    table: 'photos',
    madeAt: 'created_at',
    groups: {
      '': [
        ...['job_id', 'visit_id', 'caption', 'shared', 'created_at', 'width', 'height'],
        ...['thumbnail_url', 'display_url', 'original_url', 'added_by_id'],
      ],
    },
  },
  {
    table: 'materials',
    groups: { '': ['job_id', 'name', 'quantity', 'added_by_id'], costs_: ['unit_cost_cents'] },
  },
  {
    table: 'messages',
    madeAt: 'sent_at',
    groups: {
      '': ['job_id', 'client_id', 'sender', 'body', 'sent_at', 'read_at', 'author_id'],
    },
  },
  {
    table: 'payments',
    madeAt: 'recorded_at',
    groups: {
      '': [
        ...['invoice_id', 'amount_cents', 'received_on', 'method', 'reference', 'recorded_at'],
        ...['recorded_by_id', 'reversed_at', 'reversed_by_id', 'reversal_reason'],
      ],
    },
  },
  {
    table: 'staff_members',
    groups: { '': ['name', 'email', 'phone', 'role', 'removed_at'], costs_: ['hourly_cost_cents'] },
  },
  {
    table: 'portal_links',
    madeAt: 'created_at',
    groups: {
      '': [
        ...[
          'job_id',
          'quote_id',
          'invoice_id',
          'sent_to',
          'created_at',
          'expires_at',
          'revoked_at',
        ],
        'last_viewed_at',
      ],
    },
  },
  {
    table: 'businesses',
    groups: {
      '': [
        ...['slug', 'name', 'phone', 'email', 'logo_url', 'country', 'date_order', 'time_zone'],
        ...['currency', 'tax_name', 'tax_rate_basis_points', 'client_portal_enabled'],
        ...['enquiry_form_enabled', 'card_payments_enabled', 'tradies_may_toggle_photos'],
        ...[
          'require_second_factor_for',
          'address',
          'tax_number',
          'tax_number_label',
          'page_colour',
        ],
        ...['payment_terms_days', 'quote_validity_days', 'quote_terms', 'payment_instructions'],
        ...['keep_in_sync_by_default', 'remind_of_invoices', 'invoice_reminder_days'],
        ...['remind_of_quotes', 'quote_reminder_days_before_expiry'],
        'quote_reminder_days_after_sending',
      ],
    },
  },
];

/** A statement that gives up after five seconds without its lock, so that it never holds up a queue of readers. */
const briefly = (statement: string) => `
  do $briefly$
  begin
    set local lock_timeout = '5s';
    ${statement};
  end
  $briefly$`;

/**
 * Columns and triggers of a table in one transaction. `now()` is a constant for the rows that are there, and what
 * comes later takes the default that is set afterwards.
 */
function stamped({ table, madeAt, groups }: Stamped): string {
  const columns = (Object.keys(groups) as StampGroup[]).flatMap((group) => {
    const { updatedAt, changedIn } = stampColumns(group);
    return [
      { name: updatedAt, definition: `timestamptz not null default ${NOW}`, later: NEXT },
      { name: changedIn, definition: `xid8 not null default '0'`, later: 'pg_current_xact_id()' },
    ];
  });
  if (!madeAt)
    columns.push({
      name: 'created_at',
      definition: `timestamptz not null default ${NOW}`,
      later: NEXT,
    });
  const added = columns.map(
    ({ name, definition }) => `add column if not exists ${name} ${definition}`,
  );
  const defaults = columns.map(({ name, later }) => `alter column ${name} set default ${later}`);
  const triggers = Object.entries(groups)
    .filter(([, each]) => each.length > 0)
    .map(([group, each]) => movedBy(table, group as StampGroup, each));
  return briefly(
    [
      `alter table ${table} ${added.join(', ')}`,
      `alter table ${table} ${defaults.join(', ')}`,
      ...triggers,
    ].join(';\n'),
  );
}

const NOW = `date_trunc('milliseconds', now())`;
const NEXT = 'next_stamp(null)';

/** Time of a UUIDv7; null for another id. */
const TIME_OF_ID = `case when substr(r.id::text, 15, 1) = '7' then
  to_timestamp(('x' || substr(r.id::text, 1, 8) || substr(r.id::text, 10, 4))::bit(48)::bigint / 1000.0) end`;

/** Sets the times of the rows from before, 2,000 in a transaction. A stamp that has moved since stays. */
function backfilled({ table, madeAt, groups }: Stamped): string {
  const made = madeAt
    ? `date_trunc('milliseconds', r.${madeAt})`
    : `coalesce(${TIME_OF_ID}, r.created_at)`;
  const stamps = (Object.keys(groups) as StampGroup[]).map((group) => {
    const { updatedAt, changedIn } = stampColumns(group);
    return `${updatedAt} = case when r.${changedIn} = '0' then ${made} else r.${updatedAt} end`;
  });
  const columns = madeAt ? stamps : [`created_at = ${made}`, ...stamps];
  return `
  do $backfill$
  declare
    last uuid := '00000000-0000-0000-0000-000000000000';
    ids uuid[];
  begin
    loop
      ids := array(select id from ${table} where id > last order by id limit 2000);
      exit when ids = '{}';
      update ${table} r set ${columns.join(', ')}
      where r.id = any(ids) and r.changed_in = '0' and r.updated_at <> ${made};
      last := ids[cardinality(ids)];
      commit;
    end loop;
  end
  $backfill$`;
}

/** Lines are read as part of their quote or invoice, assignees as part of their visit or job, replies of their enquiry. */
const PARTS = [
  ...partOf('quote_lines', ['quotes', 'quote_id']),
  ...partOf('invoice_lines', ['invoices', 'invoice_id']),
  ...partOf('enquiry_replies', ['enquiries', 'enquiry_id']),
  ...partOf(
    'assignments',
    ['visits', 'visit_id'],
    ['jobs', 'case when visit_id is null then job_id end'],
  ),
  `create or replace function quote_line_stamps() returns trigger language plpgsql as $$
  begin
    ${moveStamps('quotes', '', 'select new.quote_id')};
    return null;
  end
  $$`,
  `create or replace function quote_line_costs_stamps() returns trigger language plpgsql as $$
  begin
    ${moveStamps('quotes', 'costs_', 'select new.quote_id')};
    return null;
  end
  $$`,
  `create or replace function invoice_line_stamps() returns trigger language plpgsql as $$
  begin
    ${moveStamps('invoices', '', 'select new.invoice_id')};
    return null;
  end
  $$`,
  briefly(`${changedLine('quote_lines', 'quote_line_stamps', [
    ...['position', 'description', 'quantity', 'unit_price_cents', 'tax_rate_basis_points'],
    ...['net_cents', 'group_name', 'optional', 'chosen'],
  ])};
  ${changedLine('quote_lines', 'quote_line_costs_stamps', ['unit_cost_cents'])}`),
  briefly(
    changedLine('invoice_lines', 'invoice_line_stamps', [
      ...['position', 'description', 'quantity', 'unit_price_cents', 'net_cents'],
      ...['tax_rate_basis_points', 'tax_cents'],
    ]),
  ),
];

function changedLine(table: string, name: string, columns: string[]): string {
  const changed = columns.map((column) => `old.${column} is distinct from new.${column}`);
  return `create or replace trigger ${name} after update on ${table} for each row
    when (${changed.join(' or ')}) execute function ${name}()`;
}

/** Triggers of a table whose rows are parts of others: one that is added or removed moves those it belongs to. */
function partOf(table: string, ...wholes: [whole: string, id: string][]): string[] {
  const moves = wholes.map(([whole, id]) => moveStamps(whole, '', `select ${id} from changed`));
  return [
    `create or replace function ${table}_stamps() returns trigger language plpgsql as $$
    begin
      ${moves.join(';\n')};
      return null;
    end
    $$`,
    briefly(`create or replace trigger ${table}_added after insert on ${table}
      referencing new table as changed for each statement execute function ${table}_stamps();
    create or replace trigger ${table}_removed after delete on ${table}
      referencing old table as changed for each statement execute function ${table}_stamps()`),
  ];
}

const GROUPS: StampGroup[] = ['', 'costs_', 'office_'];

const STATEMENTS = [
  NEXT_STAMP,
  ...GROUPS.map(stampFunction),
  ...STAMPED.map(stamped),
  ...STAMPED.map(backfilled),
  ...PARTS,
];
