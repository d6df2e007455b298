import { Migration } from '@mikro-orm/migrations';
import { ERASE_PERSON_OF_JOBS } from './erase-person-of-jobs.js';

/**
 * A staff member without a password was added and has not proved their address yet. Such an address is kept for nobody:
 * the first person to prove it signs in with it, here or at another business. Within a business an address is used once.
 *
 * Erasing a client with very many jobs goes in batches.
 */
export class ProvedAndErased extends Migration {
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
    alter table staff_members alter column password_hash drop not null;
  end
  $briefly$`,
  'drop index concurrently if exists staff_members_sign_in',
  `create unique index concurrently staff_members_sign_in on staff_members (email)
    where removed_at is null and password_hash is not null`,
  'drop index concurrently if exists staff_members_address',
  `create unique index concurrently staff_members_address on staff_members (business_id, email)
    where removed_at is null`,
  'drop index concurrently if exists staff_members_email',
  ERASE_PERSON_OF_JOBS,
];
