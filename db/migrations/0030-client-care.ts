import { Migration } from '@mikro-orm/migrations';
import { ERASE_PERSON } from './erase-person.js';

/**
 * Contact name, address and notes of clients; archiving, merging and erasing them. Every statement is a transaction of
 * its own and can be repeated, so no two tables are locked at once.
 */
export class ClientCare extends Migration {
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
  briefly(`alter table clients
    add column if not exists contact_name text,
    add column if not exists address text,
    add column if not exists notes text,
    add column if not exists archived_at timestamptz,
    add column if not exists merged_into_id uuid,
    add column if not exists erased_at timestamptz,
    add column if not exists erased_by_id uuid,
    add column if not exists erasure_reason text`),
  briefly('alter table clients drop constraint if exists clients_merged_into'),
  briefly(`alter table clients add constraint clients_merged_into
    foreign key (business_id, merged_into_id) references clients (business_id, id)`),
  briefly('alter table clients drop constraint if exists clients_erased_by'),
  briefly(`alter table clients add constraint clients_erased_by
    foreign key (business_id, erased_by_id) references staff_members (business_id, id)`),
  'drop index concurrently if exists clients_merged',
  `create index concurrently clients_merged on clients (merged_into_id) where merged_into_id is not null`,
  'drop index concurrently if exists invoices_of_client',
  `create index concurrently invoices_of_client on invoices (business_id, client_id, id)`,
  'drop index concurrently if exists messages_of_client',
  `create index concurrently messages_of_client on messages (client_id, id)`,
  // An enquiry whose sender was erased has neither an address nor a number.
  briefly(`alter table enquiries drop constraint if exists enquiries_check,
    drop constraint if exists enquiries_can_be_answered,
    add constraint enquiries_can_be_answered
    check (email is not null or phone is not null or name = '[erased]')`),
  `create table if not exists client_merges (
    id uuid primary key,
    business_id uuid not null,
    key text,
    kept_client_id uuid not null,
    merged_client_id uuid not null,
    merged_at timestamptz not null,
    merged_by_id uuid not null,
    unique (business_id, key),
    foreign key (business_id, kept_client_id) references clients (business_id, id),
    foreign key (business_id, merged_client_id) references clients (business_id, id),
    foreign key (business_id, merged_by_id) references staff_members (business_id, id)
  )`,
  ...ERASE_PERSON,
];
