import { Migration } from '@mikro-orm/migrations';

/**
 * Calendar entries need a number that rises with each change of a visit: one sequence for all, so that it depends on no
 * clock. The dev mailbox, which is empty in production, shows sender, reply address and attachments.
 */
export class VisitNotices extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s'");
    this.addSql(`
      alter table dev_mailbox add column sender text not null default '', add column reply_to text,
        add column attachments jsonb not null default '[]'`);
    this.addSql('create sequence visit_notice_sequence as int');
  }
}
