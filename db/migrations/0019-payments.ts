import { Migration } from '@mikro-orm/migrations';

/**
 * Payments have an idempotency key, a day of receipt and a method, and can be reversed: the row stays, with the
 * staff member, time and reason.
 */
export class Payments extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s'");
    for (const statement of STATEMENTS.split(';\n')) {
      if (statement.trim()) this.addSql(statement);
    }
  }
}

const STATEMENTS = `
alter table payments
  add column key text,
  add column received_on date,
  add column method text,
  add column reference text,
  add column reversed_at timestamptz,
  add column reversed_by_id uuid,
  add column reversal_reason text,
  add column shown_when_reversed boolean not null default false;
alter table payments
  add constraint payments_method_known check (method in ('BANK_TRANSFER', 'CARD', 'CASH', 'CHEQUE', 'OTHER')),
  add constraint payments_reversed_by_somebody check ((reversed_at is null) = (reversed_by_id is null)),
  add constraint payments_reversed_for_a_reason check (reversed_at is null or reversal_reason is not null),
  add foreign key (business_id, reversed_by_id) references staff_members (business_id, id);
create unique index payments_once_a_key on payments (business_id, key) where key is not null;
`;
