import { Migration } from '@mikro-orm/migrations';

/**
 * Kinds, sent versions, credits and progress of invoices, and keys of requests that were made already. Every statement
 * is a transaction of its own and can be repeated, so no two tables are locked at once. Servers of the earlier version
 * go on writing invoices: every new column has a default or may be null.
 */
export class InvoicesWhole extends Migration {
  /** An index built concurrently does not block writes and cannot be built in a transaction. */
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

/** A statement that gives up after five seconds without its lock, so that it never holds up a queue of readers. */
const briefly = (statement: string) => `
  do $briefly$
  begin
    set local lock_timeout = '5s';
    ${statement};
  end
  $briefly$`;

/** Adds a check without reading the table, which is read afterwards without blocking writes. */
const check = (table: string, name: string, condition: string) => [
  briefly(`alter table ${table} drop constraint if exists ${name}`),
  briefly(`alter table ${table} add constraint ${name} ${condition} not valid`),
  `alter table ${table} validate constraint ${name}`,
];

/** Nothing is owed on a void invoice and on a credit note; what is paid and credited too much is not owed back here. */
const OWED = `check (owed_cents = case when status = 'VOID' or kind = 'CREDIT_NOTE' then 0
  else greatest(0, total_cents::bigint - paid_cents - credited_cents) end)`;

const STATEMENTS = [
  briefly(`alter table invoices
    add column if not exists kind text not null default 'INVOICE',
    add column if not exists version int not null default 1,
    add column if not exists credited_cents int not null default 0,
    add column if not exists credited_invoice_id uuid,
    add column if not exists credited_invoice_number int,
    add column if not exists credit_reason text,
    add column if not exists quote_percent double precision,
    add column if not exists revision json`),
  ...check(
    'invoices',
    'invoices_kind_known',
    "check (kind in ('INVOICE', 'DEPOSIT', 'CREDIT_NOTE'))",
  ),
  ...check(
    'invoices',
    'invoices_credit_something',
    `check ((kind = 'CREDIT_NOTE') = (credited_invoice_id is not null)
      and (kind = 'CREDIT_NOTE') = (credited_invoice_number is not null)
      and (kind <> 'CREDIT_NOTE' or credit_reason is not null))`,
  ),
  ...check(
    'invoices',
    'invoices_credited_within_total',
    `check (credited_cents between 0 and greatest(0, total_cents))`,
  ),
  ...check(
    'invoices',
    'invoices_percent_of_a_quote',
    `check (quote_percent is null
    or (quote_id is not null and quote_percent > 0 and quote_percent <= 100))`,
  ),
  ...check('invoices', 'invoices_owed_is_the_rest', OWED),
  ...check(
    'invoices',
    'invoices_total_by_kind',
    `check (case kind when 'CREDIT_NOTE' then total_cents <= 0 else total_cents >= 0 end)`,
  ),
  // The checks of 0003, which the two above replace.
  briefly(`alter table invoices drop constraint if exists invoices_check,
    drop constraint if exists invoices_total_cents_check`),
  ...check(
    'invoices',
    'invoices_credited_invoice',
    'foreign key (business_id, credited_invoice_id) references invoices (business_id, id)',
  ),
  'drop index concurrently if exists invoices_of_quote',
  'update invoices set quote_percent = 100 where quote_id is not null and quote_percent is null',
  'create index concurrently invoices_of_quote on invoices (quote_id, id) where quote_id is not null',
  'drop index concurrently if exists credits_of_invoice',
  `create index concurrently credits_of_invoice on invoices (credited_invoice_id, id)
    where credited_invoice_id is not null`,
  briefly(`alter table invoice_lines
    add column if not exists tax_cents int,
    add column if not exists quote_line_id uuid,
    add column if not exists credited_line_id uuid`),
  // A line of a progress invoice is one whole part of a line of its quote, whose price has no smaller bound than an int.
  briefly('alter table invoice_lines drop constraint if exists invoice_lines_within_bounds'),
  briefly(`alter table invoice_lines add constraint invoice_lines_within_bounds
    check (quantity > 0 and quantity <= 1000000) not valid`),
  `create table if not exists invoice_versions (
    id uuid primary key,
    business_id uuid not null,
    invoice_id uuid not null,
    version int not null,
    kind text not null check (kind in ('INVOICE', 'DEPOSIT', 'CREDIT_NOTE')),
    number int not null,
    title text not null,
    issued_on date not null,
    due_on date,
    sent_at timestamptz not null,
    credited_invoice_number int,
    credit_reason text,
    currency text not null,
    tax_name text not null,
    date_order text not null check (date_order in ('DAY_MONTH_YEAR', 'MONTH_DAY_YEAR', 'YEAR_MONTH_DAY')),
    seller json not null,
    buyer json not null,
    lines json not null,
    taxes json not null,
    net_cents int not null,
    tax_cents int not null,
    total_cents int not null,
    digest text not null,
    unique (invoice_id, version),
    foreign key (business_id, invoice_id) references invoices (business_id, id)
  )`,
  `create table if not exists used_keys (
    id uuid primary key,
    business_id uuid not null references businesses,
    operation text not null,
    key text not null,
    request text not null,
    result json not null,
    used_at timestamptz not null,
    unique (business_id, operation, key)
  )`,
];
