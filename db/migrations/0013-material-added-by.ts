import { Migration } from '@mikro-orm/migrations';

/** Materials know who added them, as they can be changed and removed by that person. Of earlier ones nobody knows. */
export class MaterialAddedBy extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '10s'");
    this.addSql(`
      alter table materials
        add column added_by_id uuid,
        add foreign key (business_id, added_by_id) references staff_members (business_id, id)`);
  }
}
