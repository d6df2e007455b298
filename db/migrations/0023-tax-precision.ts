import { Migration } from '@mikro-orm/migrations';

const TABLES = ['businesses', 'quote_lines', 'invoice_lines'];

/**
 * Tax rates have one decimal: 997.5 basis points are 9.975 %. Changing the type rewrites the table, so each table is a
 * transaction of its own, which waits at most five seconds for its lock; running it again changes nothing. Servers of
 * the earlier version read and write whole numbers as before.
 */
export class TaxPrecision extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const table of TABLES) {
      // Statements that are sent as one are one transaction.
      this.addSql(`
        set local lock_timeout = '5s';
        alter table ${table} alter column tax_rate_basis_points type double precision;
        alter table ${table} drop constraint if exists ${table}_tax_rate_one_decimal;
        alter table ${table} add constraint ${table}_tax_rate_one_decimal
          check (tax_rate_basis_points::numeric = round(tax_rate_basis_points::numeric, 1)) not valid`);
    }
  }
}
