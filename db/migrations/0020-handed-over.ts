import { Migration } from '@mikro-orm/migrations';

/** Delivery of a quote or an invoice: the email, or the staff member who handed it over. */
export class Handoff extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s'");
    for (const table of ['quotes', 'invoices']) {
      this.addSql(
        `alter table ${table} add column delivery_id uuid, add column handed_over_by_id uuid`,
      );
      this.addSql(
        `alter table ${table} add foreign key (business_id, handed_over_by_id) references staff_members (business_id, id)`,
      );
    }
  }
}
