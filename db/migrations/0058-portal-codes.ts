import { Migration } from '@mikro-orm/migrations';

/** Short codes of portal links. Those that were mailed before have none: no mail says one for them. */
export class PortalCodes extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '10s'");
    this.addSql(
      'alter table portal_links add column code_hash text constraint portal_links_code_hash_unique unique',
    );
  }
}
