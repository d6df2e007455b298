import { Migration } from '@mikro-orm/migrations';

/**
 * Portal links to one quote or one invoice, and the publications of their own pages. Every statement is a transaction
 * of its own and can be repeated, so no two tables are locked at once.
 */
export class OwnPages extends Migration {
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
  briefly(`alter table portal_links
    alter column job_id drop not null,
    add column if not exists quote_id uuid,
    add column if not exists invoice_id uuid`),
  ...constrained(
    'portal_links',
    'portal_links_one_subject',
    'check (num_nonnulls(job_id, quote_id, invoice_id) = 1)',
  ),
  ...constrained(
    'portal_links',
    'portal_links_quote',
    'foreign key (business_id, quote_id) references quotes (business_id, id)',
  ),
  ...constrained(
    'portal_links',
    'portal_links_invoice',
    'foreign key (business_id, invoice_id) references invoices (business_id, id)',
  ),
  'drop index concurrently if exists portal_links_of_quote',
  'create index concurrently portal_links_of_quote on portal_links (quote_id) where quote_id is not null',
  'drop index concurrently if exists portal_links_of_invoice',
  'create index concurrently portal_links_of_invoice on portal_links (invoice_id) where invoice_id is not null',
  `create table if not exists page_publications (
    id uuid primary key,
    business_id uuid not null,
    client_id uuid not null,
    quote_id uuid,
    invoice_id uuid,
    version int not null,
    digest text not null,
    view json,
    reason text not null check (reason in ('PUBLISHED_AT_ONCE', 'CLIENT_ACTED')),
    published_at timestamptz not null,
    published_by_id uuid,
    unique (quote_id, version),
    unique (invoice_id, version),
    constraint page_publications_one_subject check (num_nonnulls(quote_id, invoice_id) = 1),
    foreign key (business_id, client_id) references clients (business_id, id),
    foreign key (business_id, quote_id) references quotes (business_id, id),
    foreign key (business_id, invoice_id) references invoices (business_id, id),
    foreign key (business_id, published_by_id) references staff_members (business_id, id)
  )`,
  'create index if not exists page_publications_of_client on page_publications (client_id)',
];
