import { Migration } from '@mikro-orm/migrations';

/** API keys, by which the programs of a business call in the name of the staff member who made them. */
export class ApiKeys extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s'");
    this.addSql(`create table api_keys (
      id uuid primary key,
      business_id uuid not null references businesses (id),
      created_by_id uuid not null,
      name text not null,
      prefix text not null,
      token_hash text not null,
      capabilities text[] not null,
      created_at timestamptz not null,
      expires_on date,
      ended_at timestamptz,
      last_used_at timestamptz,
      last_used_from text,
      unique (business_id, id),
      constraint api_keys_token_hash_unique unique (token_hash),
      foreign key (business_id, created_by_id) references staff_members (business_id, id)
    )`);
    this.addSql('create index api_keys_of_makers on api_keys (business_id, created_by_id)');
  }
}
