import { Migration } from '@mikro-orm/migrations';

/** Partial index on failed emails: they are few, and every console queries them. */
export class FailedEmails extends Migration {
  /** `create index concurrently` does not block writes and cannot run in a transaction. */
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    this.addSql('drop index concurrently if exists outgoing_emails_failed');
    this.addSql(`
      create index concurrently outgoing_emails_failed on outgoing_emails (business_id, created_at, id)
      where status = 'FAILED'`);
  }
}
