import { Migration } from '@mikro-orm/migrations';

/** Indexes for what needs attention: messages that nobody has read, and the newest answers to quotes. */
export class Attention extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    this.addSql('drop index concurrently if exists messages_unread');
    this.addSql(`create index concurrently messages_unread on messages (business_id, job_id)
      where sender = 'CLIENT' and read_at is null`);
    this.addSql('drop index concurrently if exists quote_answers_by_time');
    this.addSql(
      'create index concurrently quote_answers_by_time on quote_answers (business_id, answered_at)',
    );
  }
}
