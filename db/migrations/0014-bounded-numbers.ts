import { Migration } from '@mikro-orm/migrations';

/**
 * Quantities and amounts keep to the bounds that their inputs have (src/domain/money/bounds.ts).
 *
 * The constraints are NOT VALID: they hold for what is written from now on, and what was stored before is left as it
 * was written. It is read all the same, since sums are as wide as they must be and one that is no Int is null. Lines
 * of quotes and invoices are only ever added and removed, so an earlier one is in nobody's way; a material is
 * changed as a whole by `updateMaterial`, which names the number that is too large.
 *
 * `staff_members.hourly_cost_cents` has no constraint, on purpose: PostgreSQL asks it again with every change of the
 * row, so that somebody with an earlier, absurd cost could no longer be renamed or removed. Moments and days have none
 * for the same reason: a visit in the year 26 must still be cancelled.
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
