import { Migration } from '@mikro-orm/migrations';
import { alsoMovedBy } from './updated-at-triggers.js';

/** When a photo was taken, by which photos are listed, and whether it shows the place before or after the work. */
export class PhotosInOrder extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '10s'");
    this.addSql(`alter table photos add column taken_at timestamptz not null default now(),
      add column stage text check (stage in ('BEFORE', 'AFTER'))`);
    // Nobody knows when earlier photos were taken.
    this.addSql('update photos set taken_at = created_at');
    this.addSql(alsoMovedBy('photos', '', ['taken_at', 'stage']));
    this.addSql('create index photos_of_job_as_taken on photos (job_id, taken_at, id)');
  }
}
