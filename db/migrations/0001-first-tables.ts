import { Migration } from '@mikro-orm/migrations';

/**
 * Tables of jobs and sharing. Every table has `business_id`, and every foreign key includes it, so the database
 * refuses a child whose parent belongs to another business.
 */
export class FirstTables extends Migration {
  override up(): void {
    for (const statement of STATEMENTS.split(';\n')) {
      if (statement.trim()) this.addSql(statement);
    }
  }
}

const STATEMENTS = `
create table businesses (
  id uuid primary key,
  slug text not null,
  name text not null,
  phone text,
  email text,
  logo_url text,
  time_zone text not null default 'Australia/Sydney',
  currency text not null default 'AUD',
  tax_rate_basis_points int not null default 1000 check (tax_rate_basis_points between 0 and 10000),
  client_portal_enabled boolean not null default false,
  enquiry_form_enabled boolean not null default false,
  constraint businesses_slug_unique unique (slug)
);

create table number_series (
  id uuid primary key,
  business_id uuid not null references businesses,
  noun text not null,
  last int not null default 0,
  unique (business_id, noun)
);

create table staff_members (
  id uuid primary key,
  business_id uuid not null references businesses,
  name text not null,
  email text not null,
  phone text,
  role text not null check (role in ('BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'TRADIE', 'APPRENTICE')),
  hourly_cost_cents int not null default 0,
  password_hash text not null,
  removed_at timestamptz,
  unique (business_id, id)
);
create unique index staff_members_email on staff_members (email) where removed_at is null;

create table staff_sessions (
  id uuid primary key,
  business_id uuid not null,
  staff_member_id uuid not null,
  token_hash text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint staff_sessions_token_hash_unique unique (token_hash),
  foreign key (business_id, staff_member_id) references staff_members (business_id, id)
);
create index staff_sessions_of_member on staff_sessions (business_id, staff_member_id);

create table clients (
  id uuid primary key,
  business_id uuid not null references businesses,
  name text not null,
  email text,
  phone text,
  unique (business_id, id)
);

create table jobs (
  id uuid primary key,
  business_id uuid not null references businesses,
  number int not null,
  title text not null,
  description text,
  site_address text,
  status text not null default 'NEW',
  client_id uuid,
  internal_notes text,
  unique (business_id, id),
  unique (business_id, number),
  foreign key (business_id, client_id) references clients (business_id, id)
);
create index jobs_of_client on jobs (business_id, client_id);
create index jobs_by_title on jobs (business_id, title, id);

create table visits (
  id uuid primary key,
  business_id uuid not null,
  job_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  cancelled_at timestamptz,
  unique (business_id, id),
  foreign key (business_id, job_id) references jobs (business_id, id)
);
create index visits_of_job on visits (job_id, starts_at);

create table assignments (
  id uuid primary key,
  business_id uuid not null,
  job_id uuid not null,
  visit_id uuid,
  staff_member_id uuid not null,
  foreign key (business_id, job_id) references jobs (business_id, id),
  foreign key (business_id, visit_id) references visits (business_id, id),
  foreign key (business_id, staff_member_id) references staff_members (business_id, id)
);
create index assignments_of_job on assignments (job_id);
create index assignments_of_visit on assignments (visit_id) where visit_id is not null;
create index assignments_of_member on assignments (staff_member_id, job_id);

create table notes (
  id uuid primary key,
  business_id uuid not null,
  job_id uuid not null,
  body text not null,
  internal boolean not null default false,
  created_at timestamptz not null,
  author_id uuid,
  foreign key (business_id, job_id) references jobs (business_id, id),
  foreign key (business_id, author_id) references staff_members (business_id, id)
);
create index notes_of_job on notes (job_id);

create table todos (
  id uuid primary key,
  business_id uuid not null,
  job_id uuid not null,
  title text not null,
  done boolean not null default false,
  foreign key (business_id, job_id) references jobs (business_id, id)
);
create index todos_of_job on todos (job_id);

create table photos (
  id uuid primary key,
  business_id uuid not null,
  job_id uuid not null,
  visit_id uuid,
  caption text,
  shared boolean not null default false,
  created_at timestamptz not null,
  foreign key (business_id, job_id) references jobs (business_id, id),
  foreign key (business_id, visit_id) references visits (business_id, id)
);
create index photos_of_job on photos (job_id);

create table materials (
  id uuid primary key,
  business_id uuid not null,
  job_id uuid not null,
  name text not null,
  quantity double precision not null,
  unit_cost_cents int not null default 0,
  foreign key (business_id, job_id) references jobs (business_id, id)
);
create index materials_of_job on materials (job_id);

create table quotes (
  id uuid primary key,
  business_id uuid not null references businesses,
  number int not null,
  version int not null default 1,
  title text not null,
  status text not null default 'DRAFT',
  client_id uuid,
  job_id uuid,
  valid_until date,
  sent_at timestamptz,
  net_cents int not null default 0,
  tax_cents int not null default 0,
  total_cents int not null default 0,
  internal_notes text,
  unique (business_id, id),
  unique (business_id, number),
  foreign key (business_id, client_id) references clients (business_id, id),
  foreign key (business_id, job_id) references jobs (business_id, id)
);
create index quotes_of_job on quotes (job_id) where job_id is not null;
create index quotes_of_client on quotes (business_id, client_id);

create table quote_lines (
  id uuid primary key,
  business_id uuid not null,
  quote_id uuid not null,
  position int not null,
  description text not null,
  quantity double precision not null,
  unit_price_cents int not null,
  tax_rate_basis_points int not null,
  net_cents int not null,
  unit_cost_cents int not null default 0,
  foreign key (business_id, quote_id) references quotes (business_id, id)
);
create index quote_lines_of_quote on quote_lines (quote_id, position);

create table share_prompts (
  id uuid primary key,
  business_id uuid not null,
  job_id uuid not null,
  revision int not null default 0,
  offered jsonb not null,
  reviewed jsonb not null,
  reviewed_for_client_id uuid,
  waiting boolean not null default false,
  ready boolean not null default false,
  changed_at timestamptz not null,
  raised_at timestamptz,
  raised_by_id uuid,
  constraint share_prompts_job_id_unique unique (job_id),
  foreign key (business_id, job_id) references jobs (business_id, id),
  foreign key (business_id, raised_by_id) references staff_members (business_id, id)
);
create index share_prompts_ready on share_prompts (business_id, changed_at, id) where ready;

create table publications (
  id uuid primary key,
  business_id uuid not null,
  job_id uuid not null,
  client_id uuid not null,
  version int not null,
  digest text not null,
  view json not null,
  item_keys text[] not null,
  reason text not null,
  published_at timestamptz not null,
  published_by_id uuid,
  unique (job_id, version),
  foreign key (business_id, job_id) references jobs (business_id, id),
  foreign key (business_id, client_id) references clients (business_id, id),
  foreign key (business_id, published_by_id) references staff_members (business_id, id)
);
create index publications_of_client on publications (job_id, client_id, version desc);

create table portal_links (
  id uuid primary key,
  business_id uuid not null,
  job_id uuid not null,
  client_id uuid not null,
  token_hash text not null,
  sent_to text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_viewed_at timestamptz,
  constraint portal_links_token_hash_unique unique (token_hash),
  foreign key (business_id, job_id) references jobs (business_id, id),
  foreign key (business_id, client_id) references clients (business_id, id)
);
create index portal_links_of_job on portal_links (job_id);
create index portal_links_of_client on portal_links (client_id);

create table outgoing_emails (
  id uuid primary key,
  business_id uuid not null references businesses,
  job_id uuid,
  kind text not null,
  recipient text not null,
  data jsonb not null,
  status text not null default 'QUEUED' check (status in ('QUEUED', 'WAITING', 'SENT', 'CANCELLED', 'FAILED')),
  job_key text not null,
  attempts int not null default 0,
  failure text,
  provider_id text,
  created_at timestamptz not null,
  sent_at timestamptz,
  foreign key (business_id, job_id) references jobs (business_id, id)
);
create index outgoing_emails_job_key_index on outgoing_emails (job_key);
create index outgoing_emails_business_id_job_id_index on outgoing_emails (business_id, job_id);

create table dev_mailbox (
  id uuid primary key,
  idempotency_key text not null,
  recipient text not null,
  subject text not null,
  html text not null,
  text text not null,
  sent_at timestamptz not null,
  constraint dev_mailbox_idempotency_key_unique unique (idempotency_key)
);
`;
