import { Migration } from '@mikro-orm/migrations';

/** Staff member who added a material and may change it; null for earlier rows. */
export class MaterialAddedBy extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '10s'");
    this.addSql(`
      alter table materials
        add column added_by_id uuid,
        add foreign key (business_id, added_by_id) references staff_members (business_id, id)`);
  }
}
