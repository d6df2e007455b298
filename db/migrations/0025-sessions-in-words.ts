import { Migration } from '@mikro-orm/migrations';

/**
 * Sessions say where they were started and last used; a business names the roles that need a second factor. One table
 * at a time, each committed by itself: constant defaults rewrite nothing.
 */
export class SessionsInWords extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    this.addSql("set lock_timeout = '5s'");
    this.addSql(`
      alter table staff_sessions
        add column if not exists started_at timestamptz not null default now(),
        add column if not exists device text,
        add column if not exists last_used_at timestamptz,
        add column if not exists last_used_from text`);
    this.addSql(`
      alter table businesses
        add column if not exists require_second_factor_for text[] not null default '{}'`);
    this.addSql('reset lock_timeout');
  }
}
