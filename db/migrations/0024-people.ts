import { Migration } from '@mikro-orm/migrations';

/** Invitations, links mailed to staff, and second factors. */
export class People extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s'");
    for (const statement of STATEMENTS.split(';\n')) {
      if (statement.trim()) this.addSql(statement);
    }
  }
}

const STATEMENTS = `
create table invitations (
  id uuid primary key,
  business_id uuid not null references businesses,
  name text not null,
  email text not null,
  role text not null check (role in ('BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'FINANCE', 'TRADIE', 'APPRENTICE')),
  invited_by_id uuid not null,
  token_id uuid not null,
  token_hash text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  cancelled_at timestamptz,
  constraint invitations_token_hash_unique unique (token_hash),
  foreign key (business_id, invited_by_id) references staff_members (business_id, id)
);
create unique index invitations_open on invitations (business_id, email)
  where accepted_at is null and cancelled_at is null;

create table staff_links (
  id uuid primary key,
  business_id uuid not null,
  staff_member_id uuid not null,
  purpose text not null check (purpose in ('PASSWORD_RESET', 'EMAIL_CHANGE')),
  email text not null,
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint staff_links_token_hash_unique unique (token_hash),
  constraint staff_links_one_a_purpose unique (staff_member_id, purpose),
  foreign key (business_id, staff_member_id) references staff_members (business_id, id)
);

create table second_factors (
  id uuid primary key,
  business_id uuid not null,
  staff_member_id uuid not null,
  sealed_secret text not null,
  last_step int not null default 0,
  confirmed_at timestamptz,
  recovery_hashes text[] not null default '{}',
  constraint second_factors_staff_member_id_unique unique (staff_member_id),
  foreign key (business_id, staff_member_id) references staff_members (business_id, id)
);
`;
