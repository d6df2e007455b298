import { Migration } from '@mikro-orm/migrations';

/** When the picture of an upload was taken; null if the file does not say so. */
export class UploadsAsTaken extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '10s'");
    this.addSql('alter table photo_uploads add column taken_at timestamptz');
  }
}
