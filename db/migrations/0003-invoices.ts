import { Migration } from '@mikro-orm/migrations';

/**
 * Invoices, their lines and payments. Check constraints on an invoice: the amount owed is the total less the paid
 * amount, and is never negative.
 */
export class Invoices extends Migration {
  override up(): void {
    for (const statement of STATEMENTS.split(';\n')) {
      if (statement.trim()) this.addSql(statement);
    }
  }
}

const STATEMENTS = `
create table invoices (
  id uuid primary key,
  business_id uuid not null references businesses,
  number int not null,
  title text not null,
  status text not null default 'DRAFT' check (status in ('DRAFT', 'SENT', 'PARTLY_PAID', 'PAID', 'VOID')),
  job_id uuid not null,
  client_id uuid,
  quote_id uuid,
  issued_on date,
  due_on date,
  sent_at timestamptz,
  visible_to_client boolean not null default false,
  net_cents int not null,
  tax_cents int not null,
  total_cents int not null check (total_cents > 0),
  paid_cents int not null default 0 check (paid_cents >= 0),
  owed_cents int not null check (owed_cents >= 0),
  internal_notes text,
  check (owed_cents = case status when 'VOID' then 0 else total_cents - paid_cents end),
  check (status in ('DRAFT', 'VOID') or client_id is not null),
  unique (business_id, id),
  unique (business_id, number),
  foreign key (business_id, job_id) references jobs (business_id, id),
  foreign key (business_id, client_id) references clients (business_id, id),
  foreign key (business_id, quote_id) references quotes (business_id, id)
);
create index invoices_of_job on invoices (job_id);
create index invoices_by_status on invoices (business_id, status, id);

create table invoice_lines (
  id uuid primary key,
  business_id uuid not null,
  invoice_id uuid not null,
  position int not null,
  description text not null,
  quantity double precision not null,
  unit_price_cents int not null,
  tax_rate_basis_points int not null,
  net_cents int not null,
  foreign key (business_id, invoice_id) references invoices (business_id, id)
);
create index invoice_lines_of_invoice on invoice_lines (invoice_id, position);

create table payments (
  id uuid primary key,
  business_id uuid not null,
  invoice_id uuid not null,
  amount_cents int not null check (amount_cents > 0),
  recorded_at timestamptz not null,
  recorded_by_id uuid not null,
  foreign key (business_id, invoice_id) references invoices (business_id, id),
  foreign key (business_id, recorded_by_id) references staff_members (business_id, id)
);
create index payments_of_invoice on payments (invoice_id);
`;
