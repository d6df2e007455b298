import { Migration } from '@mikro-orm/migrations';

/**
 * Rate limit counts, shared by all servers. The columns are those of rate-limiter-flexible; `expire` is in
 * milliseconds since 1970. Keys are hashes, so no address is stored.
 */
export class RateLimits extends Migration {
  override up(): void {
    this.addSql(
      'create table rate_limits (key text primary key, points int not null default 0, expire bigint)',
    );
    this.addSql('create index rate_limits_by_expiry on rate_limits (expire)');
  }
}
