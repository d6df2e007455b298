import { Migration } from '@mikro-orm/migrations';

/**
 * Reminders of unpaid invoices and open quotes: the cadence of each business (off until it is switched on), what was
 * reminded, which clients had their mail of a day, and pauses. Every statement is a transaction of its own and can be
 * repeated, so no two tables are locked longer than a foreign key takes.
 */
export class Reminders extends Migration {
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

const STATEMENTS = [
  briefly(`alter table businesses
    add column if not exists remind_of_invoices boolean not null default false,
    add column if not exists invoice_reminder_days int[] not null default '{-3,1,7,14}',
    add column if not exists remind_of_quotes boolean not null default false,
    add column if not exists quote_reminder_days_before_expiry int[] not null default '{2}',
    add column if not exists quote_reminder_days_after_sending int[] not null default '{7}',
    add column if not exists reminders_changed_at timestamptz`),
  // The reminders of a step, which are at most one for each subject and day. A client has one mail a day.
  briefly(`create table if not exists reminders (
    id uuid primary key,
    business_id uuid not null,
    invoice_id uuid,
    quote_id uuid,
    kind text not null check (kind in ('DUE_DAY', 'LAST_DAY', 'SENDING')),
    days int not null check (days between -365 and 365),
    day date not null,
    created_at timestamptz not null,
    delivery_id uuid,
    check (num_nonnulls(invoice_id, quote_id) = 1),
    unique (business_id, id),
    unique (invoice_id, day),
    unique (quote_id, day),
    foreign key (business_id, invoice_id) references invoices (business_id, id),
    foreign key (business_id, quote_id) references quotes (business_id, id)
  )`),
  briefly(`create table if not exists reminded_clients (
    id uuid primary key,
    business_id uuid not null,
    client_id uuid not null,
    day date not null,
    unique (client_id, day),
    foreign key (business_id, client_id) references clients (business_id, id)
  )`),
  briefly(`create table if not exists reminder_pauses (
    id uuid primary key,
    business_id uuid not null,
    client_id uuid unique,
    invoice_id uuid unique,
    quote_id uuid unique,
    paused_at timestamptz not null,
    paused_by_id uuid not null,
    check (num_nonnulls(client_id, invoice_id, quote_id) = 1),
    foreign key (business_id, client_id) references clients (business_id, id),
    foreign key (business_id, invoice_id) references invoices (business_id, id),
    foreign key (business_id, quote_id) references quotes (business_id, id),
    foreign key (business_id, paused_by_id) references staff_members (business_id, id)
  )`),
  'drop index concurrently if exists reminders_not_sent',
  'create index concurrently reminders_not_sent on reminders (business_id, day) where delivery_id is null',
  'drop index concurrently if exists businesses_that_remind',
  `create index concurrently businesses_that_remind on businesses (id) where remind_of_invoices or remind_of_quotes`,
  'drop index concurrently if exists unpaid_invoices_by_due_day',
  `create index concurrently unpaid_invoices_by_due_day on invoices (business_id, due_on)
    where status in ('SENT', 'PARTLY_PAID')`,
  'drop index concurrently if exists open_quotes_by_last_day',
  `create index concurrently open_quotes_by_last_day on quotes (business_id, valid_until) where status = 'SENT'`,
  'drop index concurrently if exists open_quotes_by_sending',
  `create index concurrently open_quotes_by_sending on quotes (business_id, sent_at) where status = 'SENT'`,
];
