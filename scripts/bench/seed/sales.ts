import { idSql } from './ids.js';
import { itemsOf, OF_JOB, type Step } from './rows.js';
import type { Size } from './size.js';

/** Lines whose amounts are whole cents: quantity, price and unit cost. */
const LINE =
  '(array[1, 2, 1.5, 3, 0.5, 4])[l % 6 + 1]::double precision as quantity, 2000 + 100 * ((y.n * 7 + l * 13) % 50)::int as price';

/** Quotes and invoices with their lines and payments. */
export function salesSteps(size: Size): Step[] {
  const quotes = `(select x.* from ${itemsOf(size, 2)} where x.i % 2 = 0 or (x.number + x.b) % 2 = 0)`;
  const invoices = itemsOf(size, 1, 'y');
  return [
    {
      makes: 'quotes',
      sql: `insert into quotes (id, business_id, job_id, client_id, number, version, title, status, valid_until, sent_at, net_cents, tax_cents, total_cents, internal_notes)
        select ${idSql('quotes', 'x.n')}, ${OF_JOB}, ${idSql('clients', 'x.b * 100 + x.number % 100')}, ${numberOf(size, 2)}, 1, 'Quote for the kitchen', x.status, date '2099-12-31',
          case when x.status <> 'DRAFT' then timestamptz '2026-01-20 00:00Z' end, net, net / 10, net + net / 10, 'Cheaper next time'
        from (select y.*, case when y.i % 2 = 1 and y.number % 4 = 1 then 'DRAFT' when y.i % 2 = 0 and y.number % 3 = 0 then 'ACCEPTED' else 'SENT' end as status,
          (select sum(quantity * price)::int from (select ${LINE} from generate_series(0, 5) l) l) as net from ${quotes} y) x`,
    },
    {
      makes: 'quote_lines',
      sql: `insert into quote_lines (id, business_id, quote_id, position, description, quantity, unit_price_cents, tax_rate_basis_points, net_cents, unit_cost_cents)
        select ${idSql('quote_lines', 'l.n * 6 + l.l')}, ${idSql('businesses', 'l.b')}, ${idSql('quotes', 'l.n')}, l.l, 'Line ' || l.l || ': labour and parts', l.quantity, l.price, 1000,
          (l.quantity * l.price)::int, l.price - 800
        from (select y.n, y.b, l, ${LINE} from ${quotes} y, generate_series(0, 5) l) l`,
    },
    {
      makes: 'invoices',
      sql: `insert into invoices (id, business_id, job_id, client_id, number, version, title, status, issued_on, due_on, sent_at, visible_to_client, net_cents, tax_cents, total_cents, paid_cents, owed_cents)
        select ${idSql('invoices', 'x.n')}, ${OF_JOB}, ${idSql('clients', 'x.b * 100 + x.number % 100')}, ${numberOf(size, 1)}, 1, 'Invoice for the kitchen', x.status,
          date '2026-01-25', case when x.number % 7 = 0 and x.number % 10 <> 1 then date '2026-02-08' else date '2099-12-31' end,
          case when x.status <> 'DRAFT' then timestamptz '2026-01-25 00:00Z' end, x.status <> 'DRAFT',
          net, net / 10, net + net / 10, case x.status when 'PARTLY_PAID' then 5000 else 0 end, net + net / 10 - case x.status when 'PARTLY_PAID' then 5000 else 0 end
        from (select y.*, ${INVOICE_STATUS} as status, (select sum(quantity * price)::int from (select ${LINE} from generate_series(0, 2) l) l) as net from ${invoices}) x`,
    },
    {
      makes: 'invoice_lines',
      sql: `insert into invoice_lines (id, business_id, invoice_id, position, description, quantity, unit_price_cents, tax_rate_basis_points, net_cents, tax_cents)
        select ${idSql('invoice_lines', 'l.n * 3 + l.l')}, ${idSql('businesses', 'l.b')}, ${idSql('invoices', 'l.n')}, l.l, 'Line ' || l.l || ': work done', l.quantity, l.price, 1000, (l.quantity * l.price)::int, (l.quantity * l.price / 10)::int
        from (select y.n, y.b, l, ${LINE} from ${invoices}, generate_series(0, 2) l) l`,
    },
    {
      makes: 'payments',
      sql: `insert into payments (id, business_id, invoice_id, amount_cents, recorded_at, recorded_by_id)
        select ${idSql('payments', 'y.n')}, ${idSql('businesses', 'y.b')}, ${idSql('invoices', 'y.n')}, 5000, timestamptz '2026-02-01 00:00Z', ${idSql('staff_members', 'y.b * 3')}
        from ${invoices} where ${INVOICE_STATUS} = 'PARTLY_PAID'`,
    },
  ];
}

const INVOICE_STATUS =
  "case when y.number % 5 = 3 then 'DRAFT' when y.number % 4 = 1 then 'PARTLY_PAID' else 'SENT' end";

/** Numbers of quotes and invoices are unique in their business. */
function numberOf(size: Size, each: number): string {
  return `x.number * ${each * size.items} + x.i`;
}
