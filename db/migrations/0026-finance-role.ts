import { Migration } from '@mikro-orm/migrations';

/** The role FINANCE. The table of staff is small, so its rows are checked at once. */
export class FinanceRole extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s'");
    this.addSql(`
      alter table staff_members
        drop constraint staff_members_role_check,
        add constraint staff_members_role_check check (role in
          ('BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'FINANCE', 'TRADIE', 'APPRENTICE'))`);
  }
}
