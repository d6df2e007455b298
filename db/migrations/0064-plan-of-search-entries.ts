import { Migration } from '@mikro-orm/migrations';

/**
 * Refreshing a search entry was planned again for every row written: 2.7 of its 3.3 ms. The rows are few and read by
 * primary key whatever the ids are, so one plan is kept; it may not scan a table, since it may be made while the
 * table is small.
 */
export class PlanOfSearchEntries extends Migration {
  override up(): void {
    this.addSql(
      'alter function refresh_search_entries(uuid[]) set plan_cache_mode = force_generic_plan set enable_seqscan = off',
    );
  }
}
