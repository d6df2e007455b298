import { Migration } from '@mikro-orm/migrations';
import { ERASE_PERSON_OF_PAGES } from './erase-person-of-pages.js';

/** Erasing a person covers own pages of quotes and invoices, their mails and answers, and refunds. */
export class ErasedPages extends Migration {
  override up(): void {
    for (const statement of ERASE_PERSON_OF_PAGES) this.addSql(statement);
  }
}
