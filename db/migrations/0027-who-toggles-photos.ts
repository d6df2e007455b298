import { Migration } from '@mikro-orm/migrations';

/**
 * Whether Tradies may set the toggle of photos, and who added a photo; null for earlier rows. Each statement is a
 * transaction of its own, so that no two tables are locked together longer than a foreign key takes.
 */
export class WhoTogglesPhotos extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    this.addSql(
      alone(
        'alter table businesses add column if not exists tradies_may_toggle_photos boolean not null default false',
      ),
    );
    this.addSql(
      alone(`
        alter table photos
          add column if not exists added_by_id uuid,
          drop constraint if exists photos_added_by,
          add constraint photos_added_by foreign key (business_id, added_by_id)
            references staff_members (business_id, id) not valid`),
    );
    this.addSql('alter table photos validate constraint photos_added_by');
  }
}

/** A statement that gives up after five seconds of waiting for a lock, so that nobody queues behind it for long. */
function alone(statement: string): string {
  return `do $$ begin set local lock_timeout = '5s'; ${statement}; end $$`;
}
