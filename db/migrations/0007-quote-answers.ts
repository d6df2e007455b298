import { Migration } from '@mikro-orm/migrations';

/** Sent versions of quotes, and answers of clients. Both tables are append-only. */
export class QuoteAnswers extends Migration {
  override up(): void {
    for (const statement of STATEMENTS.split(';\n')) {
      if (statement.trim()) this.addSql(statement);
    }
  }
}

const STATEMENTS = `
create table quote_versions (
  id uuid primary key,
  business_id uuid not null,
  quote_id uuid not null,
  version int not null,
  title text not null,
  valid_until date,
  sent_at timestamptz not null,
  net_cents int not null,
  tax_cents int not null,
  total_cents int not null,
  lines json not null,
  digest text not null,
  unique (quote_id, version),
  foreign key (business_id, quote_id) references quotes (business_id, id)
);

create table quote_answers (
  id uuid primary key,
  business_id uuid not null,
  quote_id uuid not null,
  version int not null,
  kind text not null check (kind in ('ACCEPTED', 'DECLINED', 'CHANGES_REQUESTED')),
  name text,
  message text,
  digest text not null,
  answered_at timestamptz not null,
  client_id uuid,
  recorded_by_id uuid,
  check (kind <> 'ACCEPTED' or name is not null or recorded_by_id is not null),
  foreign key (business_id, quote_id) references quotes (business_id, id),
  foreign key (business_id, client_id) references clients (business_id, id),
  foreign key (business_id, recorded_by_id) references staff_members (business_id, id)
);
create index quote_answers_of_quote on quote_answers (quote_id, id);
create unique index quote_answers_accepted_once on quote_answers (quote_id) where kind = 'ACCEPTED';
create index quotes_by_status on quotes (business_id, status, id);
`;
