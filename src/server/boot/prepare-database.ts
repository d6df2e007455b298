import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../../config/config.js';
import { poolOf } from '../../database/postgres/orm.js';
import { migrate } from '../../database/setup/migrate.js';
import { checkSecret } from '../../database/setup/secret-fingerprint.js';
import { migrateWorker } from '../../email/outbox/worker.js';
import { portalGrants } from '../../portal/session/portal-grants.js';
import type { Policy } from '../../visibility/policy.js';

/**
 * Brings tables, queue, role and grants up to date and checks the secret. The caller must hold the set-up lock.
 *
 * @throws PortalRoleMissing or WrongSecret.
 */
export async function prepareDatabase(
  orm: MikroORM,
  databaseUrl: string,
  policy: Policy,
  { secret }: Config,
  say: (line: string) => void,
): Promise<void> {
  await migrate(orm, portalGrants(orm, policy), say);
  await migrateWorker(databaseUrl);
  await checkSecret(poolOf(orm), secret);
}
