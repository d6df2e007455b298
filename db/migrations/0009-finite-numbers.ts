import { Migration } from '@mikro-orm/migrations';

/** A quantity is a number: neither what is none nor what has no end, which JSON cannot say. */
export class FiniteNumbers extends Migration {
  override up(): void {
    for (const table of ['quote_lines', 'invoice_lines', 'materials'])
      this.addSql(
        `alter table ${table} add constraint ${table}_quantity_finite check (quantity > '-Infinity' and quantity < 'Infinity')`,
      );
  }
}
