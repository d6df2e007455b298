import { Migration } from '@mikro-orm/migrations';

/**
 * A prompt is written with most changes of its job. No index holds the time of that any more, and its pages have
 * room, so that PostgreSQL writes the new row beside the old one and leaves the indexes alone.
 */
export class PromptsInPlace extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s'");
    this.addSql(
      'create index share_prompts_of_business on share_prompts (business_id) where ready',
    );
    this.addSql('drop index share_prompts_ready');
    this.addSql('alter table share_prompts set (fillfactor = 70)');
  }
}
