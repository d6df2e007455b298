import { Migration } from '@mikro-orm/migrations';

/**
 * Keys belong to the person who uses them, also to a visitor, who has no business. Keys that an earlier release stored
 * have no person and are removed after a day. Every statement is a transaction of its own and can be repeated.
 */
export class KeysOfPersons extends Migration {
  /** An index built concurrently does not block writes and cannot be built in a transaction. */
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `do $briefly$
  begin
    set local lock_timeout = '5s';
    alter table used_keys add column if not exists person text, alter column business_id drop not null;
  end
  $briefly$`,
  'drop index concurrently if exists used_keys_of_persons',
  'create unique index concurrently used_keys_of_persons on used_keys (key) where person is not null',
];
