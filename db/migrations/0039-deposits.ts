import { Migration } from '@mikro-orm/migrations';

/**
 * Deposits: what a quote asks for, the invoice that is made with its acceptance, and the lines of a later invoice that
 * take a deposit off. Every statement is a transaction of its own and can be repeated.
 */
export class Deposits extends Migration {
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

/** Adds a constraint without checking the rows under a lock, and then checks them. */
const constrained = (table: string, name: string, definition: string) => [
  briefly(`alter table ${table} drop constraint if exists ${name}`),
  briefly(`alter table ${table} add constraint ${name} ${definition} not valid`),
  briefly(`alter table ${table} validate constraint ${name}`),
];

const STATEMENTS = [
  briefly(`alter table quotes
    add column if not exists deposit_percent double precision,
    add column if not exists deposit_cents int,
    add column if not exists deposit_due_cents int not null default 0`),
  ...constrained(
    'quotes',
    'quotes_one_deposit',
    `check (num_nonnulls(deposit_percent, deposit_cents) <= 1 and deposit_percent > 0
      and deposit_percent <= 100 and deposit_cents > 0 and deposit_due_cents >= 0)`,
  ),
  briefly(`alter table quote_versions
    add column if not exists deposit_percent double precision,
    add column if not exists deposit_cents int,
    add column if not exists deposit_due_cents int`),
  briefly('alter table invoices add column if not exists answer_id uuid'),
  ...constrained(
    'invoices',
    'invoices_answer',
    'foreign key (answer_id) references quote_answers (id)',
  ),
  'drop index concurrently if exists invoices_made_with_answer',
  `create unique index concurrently invoices_made_with_answer on invoices (answer_id)
    where answer_id is not null and status <> 'VOID'`,
  briefly('alter table invoice_lines add column if not exists deposit_line_id uuid'),
  'drop index concurrently if exists invoice_lines_of_deposit',
  `create index concurrently invoice_lines_of_deposit on invoice_lines (deposit_line_id)
    where deposit_line_id is not null`,
];
