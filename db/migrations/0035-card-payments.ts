import { Migration } from '@mikro-orm/migrations';

/**
 * Payments by card on the client's page: checkouts, refunds, accounts and events of Stripe. A payment made there was
 * recorded and reversed by nobody of the staff. Every statement is a transaction of its own and can be repeated, so no
 * two tables are locked at once.
 */
export class CardPayments extends Migration {
  /** Constraints are validated after they were added, which does not block writes, and not in the same transaction. */
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
    add column if not exists card_payments_enabled boolean not null default true,
    add column if not exists card_account_ready boolean not null default false`),
  briefly(`alter table invoices
    add column if not exists confirming_cents int not null default 0`),
  briefly(`alter table payments
    add column if not exists checkout_id uuid,
    alter column recorded_by_id drop not null,
    drop constraint if exists payments_method_known,
    add constraint payments_method_known
      check (method in ('BANK_TRANSFER', 'CARD', 'CARD_ONLINE', 'CASH', 'CHEQUE', 'OTHER')) not valid,
    drop constraint if exists payments_reversed_by_somebody,
    add constraint payments_reversed_by_somebody check (
      reversed_by_id is null or reversed_at is not null) not valid,
    drop constraint if exists payments_reversed_by_staff_or_stripe,
    add constraint payments_reversed_by_staff_or_stripe check (
      reversed_at is null or reversed_by_id is not null or checkout_id is not null) not valid,
    drop constraint if exists payments_recorded_by_somebody,
    add constraint payments_recorded_by_somebody check (
      recorded_by_id is not null or checkout_id is not null) not valid`),
  'alter table payments validate constraint payments_method_known',
  'alter table payments validate constraint payments_reversed_by_somebody',
  'alter table payments validate constraint payments_reversed_by_staff_or_stripe',
  'alter table payments validate constraint payments_recorded_by_somebody',
  `create table if not exists card_checkouts (
    id uuid primary key,
    business_id uuid not null references businesses,
    invoice_id uuid not null,
    client_id uuid not null,
    link_id uuid,
    attempt int not null check (attempt > 0),
    amount_cents int not null check (amount_cents > 0),
    currency text not null,
    title text not null,
    account_id text,
    key text,
    status text not null default 'RESERVED'
      check (status in ('RESERVED', 'OPEN', 'CLOSING', 'PROCESSING', 'PAID', 'FAILED', 'EXPIRED')),
    close_reason text,
    session_id text,
    url text,
    payment_intent_id text,
    received_cents int not null default 0 check (received_cents >= 0),
    failure text,
    reserved_at timestamptz not null,
    expires_at timestamptz not null,
    check_at timestamptz,
    settled_at timestamptz,
    constraint card_checkouts_session_id_unique unique (session_id),
    unique (business_id, id),
    unique (invoice_id, attempt),
    foreign key (business_id, invoice_id) references invoices (business_id, id),
    foreign key (business_id, client_id) references clients (business_id, id)
  )`,
  `create unique index if not exists card_checkouts_one_open
    on card_checkouts (invoice_id) where status in ('RESERVED', 'OPEN')`,
  `create unique index if not exists card_checkouts_once_a_key
    on card_checkouts (client_id, key) where key is not null`,
  `create index if not exists card_checkouts_of_business_open
    on card_checkouts (business_id) where status in ('RESERVED', 'OPEN')`,
  `create index if not exists card_checkouts_to_check on card_checkouts (check_at) where check_at is not null`,
  `create index if not exists card_checkouts_by_payment_intent
    on card_checkouts (payment_intent_id) where payment_intent_id is not null`,
  `create table if not exists card_refunds (
    id uuid primary key,
    business_id uuid not null,
    checkout_id uuid not null,
    kind text not null check (kind in ('EXCESS', 'REFUND', 'DISPUTE')),
    status text not null
      check (status in ('REQUESTED', 'PENDING', 'SUCCEEDED', 'FAILED', 'DISPUTED', 'WON', 'LOST')),
    amount_cents int not null check (amount_cents > 0),
    reason text,
    stripe_id text,
    key text,
    failure text,
    requested_at timestamptz not null,
    requested_by_id uuid,
    settled_at timestamptz,
    constraint card_refunds_stripe_id_unique unique (stripe_id),
    unique (business_id, key),
    foreign key (business_id, checkout_id) references card_checkouts (business_id, id),
    foreign key (business_id, requested_by_id) references staff_members (business_id, id)
  )`,
  'create index if not exists card_refunds_of_checkout on card_refunds (checkout_id)',
  `create index if not exists card_refunds_requested on card_refunds (requested_at) where status = 'REQUESTED'`,
  `create table if not exists stripe_accounts (
    business_id uuid primary key references businesses,
    attempt int not null default 1,
    account_id text,
    charges_enabled boolean not null default false,
    details_submitted boolean not null default false,
    reserved_at timestamptz not null,
    checked_at timestamptz,
    constraint stripe_accounts_account_id_unique unique (account_id)
  )`,
  `create table if not exists stripe_events (
    id text primary key,
    type text not null,
    account_id text,
    object_id text,
    payment_intent_id text,
    checkout_id uuid,
    created_at timestamptz not null,
    received_at timestamptz not null,
    outcome text not null check (outcome in ('RECORDED', 'UNKNOWN', 'IGNORED'))
  )`,
  `create index if not exists stripe_events_unmatched on stripe_events (payment_intent_id) where outcome = 'UNKNOWN'`,
  'drop index concurrently if exists payments_of_checkout',
  'create index concurrently payments_of_checkout on payments (checkout_id) where checkout_id is not null',
  briefly('alter table payments drop constraint if exists payments_checkout'),
  briefly(`alter table payments add constraint payments_checkout
    foreign key (business_id, checkout_id) references card_checkouts (business_id, id)`),
];
