import { Migration } from '@mikro-orm/migrations';

/** Enquiries from the public form, and replies. */
export class Enquiries extends Migration {
  override up(): void {
    for (const statement of STATEMENTS.split(';\n')) {
      if (statement.trim()) this.addSql(statement);
    }
  }
}

const STATEMENTS = `
create table enquiries (
  id uuid primary key,
  business_id uuid not null references businesses,
  name text not null,
  email text,
  phone text,
  message text not null,
  site_address text,
  status text not null default 'NEW' check (status in ('NEW', 'REPLIED', 'ACCEPTED', 'DECLINED', 'CONVERTED')),
  received_at timestamptz not null,
  sender text not null,
  client_id uuid,
  quote_id uuid,
  decline_reason text,
  check (email is not null or phone is not null),
  unique (business_id, id),
  unique (quote_id),
  foreign key (business_id, client_id) references clients (business_id, id),
  foreign key (business_id, quote_id) references quotes (business_id, id)
);
create index enquiries_by_status on enquiries (business_id, status, id);
create index enquiries_of_client on enquiries (business_id, client_id);
create index enquiries_of_sender on enquiries (business_id, sender, received_at);

create table enquiry_replies (
  id uuid primary key,
  business_id uuid not null,
  enquiry_id uuid not null,
  body text not null,
  sent_to text not null,
  created_at timestamptz not null,
  author_id uuid not null,
  foreign key (business_id, enquiry_id) references enquiries (business_id, id),
  foreign key (business_id, author_id) references staff_members (business_id, id)
);
create index enquiry_replies_of_enquiry on enquiry_replies (business_id, enquiry_id);

create index clients_by_email on clients (business_id, email);
create index clients_by_phone on clients (business_id, phone);
`;
