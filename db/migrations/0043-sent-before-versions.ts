import { Migration } from '@mikro-orm/migrations';

/**
 * What was sent before versions were stored. A quote is stored as it is now, which is what its client has, with seller and
 * buyer as in 0036. An invoice has no document until it is sent again: version 0 says so, also for one that a server of an
 * earlier release inserts. Every statement is a transaction of its own and can be repeated.
 */
export class SentBeforeVersions extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const LINES = `(select coalesce(json_agg(json_build_object('id', l.id, 'description', l.description,
    'groupName', l.group_name, 'optional', l.optional, 'quantity', l.quantity, 'unitPriceCents', l.unit_price_cents,
    'taxRateBasisPoints', l.tax_rate_basis_points, 'netCents', l.net_cents) order by l.position, l.id), '[]')
  from quote_lines l where l.quote_id = q.id)`;

const STATEMENTS = [
  `insert into quote_versions (id, business_id, quote_id, version, title, valid_until, terms, sent_at, net_cents,
    tax_cents, total_cents, deposit_percent, deposit_cents, deposit_due_cents, lines, digest, number, currency, tax_name,
    date_order, time_zone, seller, buyer)
  select gen_random_uuid(), q.business_id, q.id, q.version, q.title, q.valid_until, q.terms, q.sent_at, q.net_cents,
    q.tax_cents, q.total_cents, q.deposit_percent, q.deposit_cents, q.deposit_due_cents, c.lines,
    encode(sha256(convert_to(concat_ws(E'\\n', q.number, q.version, q.title, q.valid_until, q.terms, q.sent_at, c.lines), 'utf8')), 'hex'),
    q.number, b.currency, b.tax_name, b.date_order, b.time_zone,
    json_build_object('name', b.name, 'address', b.address, 'taxNumber', b.tax_number,
      'taxNumberLabel', b.tax_number_label, 'phone', b.phone, 'email', b.email, 'country', b.country,
      'logoUrl', b.logo_url, 'paymentInstructions', b.payment_instructions),
    case when k.id is not null
      then json_build_object('name', k.name, 'contactName', k.contact_name, 'address', k.address) end
  from quotes q
  join businesses b on b.id = q.business_id
  left join clients k on k.id = q.client_id
  cross join lateral (select ${LINES} as lines) c
  where q.status <> 'DRAFT' and q.sent_at is not null
    and not exists (select from quote_versions v where v.quote_id = q.id and v.version = q.version)`,
  `do $briefly$
  begin
    set local lock_timeout = '5s';
    alter table invoices alter column version set default 0;
  end
  $briefly$`,
  `update invoices i set version = 0
  where i.status <> 'DRAFT' and i.version <> 0
    and not exists (select from invoice_versions v where v.invoice_id = i.id)`,
];
