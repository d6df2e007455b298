import { Migration } from '@mikro-orm/migrations';

/**
 * Columns of Business Settings, and every slug that a business has or had. A trigger records the slugs, so that no code
 * can give a business an address that was another's.
 */
export class BusinessProfile extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s'");
    for (const statement of [COLUMNS, TABLE, EARLIER, FUNCTION, TRIGGER]) this.addSql(statement);
  }
}

const COLUMNS = `
  alter table businesses
    add column address text,
    add column tax_number text,
    add column tax_number_label text,
    add column page_colour text not null default 'TEAL' check (page_colour in
      ('TEAL', 'BLUE', 'GREEN', 'PURPLE', 'PINK', 'RED', 'ORANGE', 'GREY')),
    add column payment_terms_days int not null default 14 check (payment_terms_days between 0 and 365),
    add column quote_validity_days int check (quote_validity_days between 1 and 365),
    add column payment_instructions jsonb not null default '[]',
    add column keep_in_sync_by_default boolean not null default false`;

const TABLE = `
  create table business_slugs (
    slug text primary key,
    business_id uuid not null references businesses
  )`;

const EARLIER = 'insert into business_slugs (slug, business_id) select slug, id from businesses';

const FUNCTION = `
  create function keep_business_slug() returns trigger language plpgsql as $$
  begin
    insert into business_slugs (slug, business_id) values (new.slug, new.id) on conflict (slug) do nothing;
    if not exists (select from business_slugs s where s.slug = new.slug and s.business_id = new.id) then
      raise unique_violation using message = 'The slug belongs to another business.', constraint = 'business_slugs_pkey';
    end if;
    return null;
  end $$`;

const TRIGGER = `
  create trigger keep_business_slug after insert or update of slug on businesses
  for each row execute function keep_business_slug()`;
