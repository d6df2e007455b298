import { Migration } from '@mikro-orm/migrations';

/**
 * Counts of what callers tried lately, one for all servers. The columns are those that rate-limiter-flexible
 * writes; `expire` is in milliseconds since 1970. Keys are hashes, so no address is kept.
 */
export class RateLimits extends Migration {
  override up(): void {
    this.addSql(
      'create table rate_limits (key text primary key, points int not null default 0, expire bigint)',
    );
    this.addSql('create index rate_limits_by_expiry on rate_limits (expire)');
  }
}
