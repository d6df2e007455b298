import { Migration } from '@mikro-orm/migrations';

/**
 * Seller and buyer of sent quotes, as their documents print them. Versions sent before get them as they are now. Every
 * statement is a transaction of its own and can be repeated.
 */
export class Documents extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // Gives up after five seconds without its lock, so that it never holds up a queue of readers.
  `do $briefly$
  begin
    set local lock_timeout = '5s';
    alter table quote_versions
      add column if not exists number int,
      add column if not exists currency text,
      add column if not exists tax_name text,
      add column if not exists date_order text,
      add column if not exists time_zone text,
      add column if not exists seller json,
      add column if not exists buyer json;
  end
  $briefly$`,
  `update quote_versions v set number = q.number, currency = b.currency, tax_name = b.tax_name,
    date_order = b.date_order, time_zone = b.time_zone,
    seller = json_build_object('name', b.name, 'address', b.address, 'taxNumber', b.tax_number,
      'taxNumberLabel', b.tax_number_label, 'phone', b.phone, 'email', b.email, 'country', b.country,
      'logoUrl', b.logo_url, 'paymentInstructions', b.payment_instructions),
    buyer = case when c.id is not null
      then json_build_object('name', c.name, 'contactName', c.contact_name, 'address', c.address) end
  from quotes q
  join businesses b on b.id = q.business_id
  left join clients c on c.id = q.client_id
  where q.id = v.quote_id and v.seller is null`,
];
