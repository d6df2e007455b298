import { Migration } from '@mikro-orm/migrations';

/** Quantities are finite: neither NaN nor infinity, which JSON cannot represent. */
export class FiniteNumbers extends Migration {
  override up(): void {
    for (const table of ['quote_lines', 'invoice_lines', 'materials'])
      this.addSql(
        `alter table ${table} add constraint ${table}_quantity_finite check (quantity > '-Infinity' and quantity < 'Infinity')`,
      );
  }
}
