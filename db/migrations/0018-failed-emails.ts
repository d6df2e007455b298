import { Migration } from '@mikro-orm/migrations';

/** Mails that failed are few among all that were ever sent, and every console asks for them. */
export class FailedEmails extends Migration {
  /** An index that is built concurrently holds nobody up, and cannot be part of a transaction. */
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
