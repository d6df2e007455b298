import { Migration } from '@mikro-orm/migrations';
import { alsoMovedBy } from './updated-at-triggers.js';

/** Language of a client's page and mails; null is English. */
export class LanguageOfClients extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '10s'");
    this.addSql("alter table clients add column language text check (language in ('EN', 'AR'))");
    this.addSql(alsoMovedBy('clients', '', ['language']));
  }
}
