import { Migration } from '@mikro-orm/migrations';

/**
 * Check constraints with the bounds of the inputs of quantities and amounts (src/domain/money/bounds.ts).
 *
 * The constraints are NOT VALID: they apply to new writes, and earlier rows are unchanged. Earlier rows can still be
 * read, since sums are wide enough and one that is not an Int is null. Lines of quotes and invoices are only added
 * and removed, so the constraints never block an earlier one; a material is updated as a whole by `updateMaterial`,
 * whose error names the number that is too large.
 *
 * `staff_members.hourly_cost_cents` has no constraint, on purpose: PostgreSQL checks it at every update of the row, so
 * a member with an earlier, too large cost could no longer be renamed or removed. Timestamps and days have none for
 * the same reason: a visit in the year 26 can still be cancelled.
 */
export class BoundedNumbers extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '10s'");
    const quantity = 'quantity > 0 and quantity <= 1000000';
    const cost = 'unit_cost_cents between 0 and 100000000';
    const price = 'unit_price_cents between -100000000 and 100000000';
    this.#bound('materials', [quantity, cost]);
    this.#bound('quote_lines', [quantity, price, cost]);
    this.#bound('invoice_lines', [quantity, price]);
  }

  #bound(table: string, conditions: string[]): void {
    this.addSql(
      `alter table ${table} add constraint ${table}_within_bounds check (${conditions.join(' and ')}) not valid`,
    );
  }
}
