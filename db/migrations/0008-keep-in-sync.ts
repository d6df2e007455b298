import { Migration } from '@mikro-orm/migrations';

/** Jobs can keep the shared schedule, status and to-dos in sync. */
export class KeepInSync extends Migration {
  override up(): void {
    this.addSql('alter table jobs add column keep_in_sync boolean not null default false');
  }
}
