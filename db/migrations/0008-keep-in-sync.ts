import { Migration } from '@mikro-orm/migrations';

/** A job can be set to keep what its client already has of schedule, status and to-dos in sync. */
export class KeepInSync extends Migration {
  override up(): void {
    this.addSql('alter table jobs add column keep_in_sync boolean not null default false');
  }
}
