import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { type EntityClass, MikroORM } from '@mikro-orm/postgresql';
import { MIGRATIONS } from '../../db/migrations/index.js';
import { PreparedClient } from './prepared-client.js';

/** Opens the main connections: live rows for staff, and every write. */
export function openOrm(
  url: string,
  records: EntityClass<unknown>[],
  poolSize: number,
): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities: records,
    metadataProvider: ReflectMetadataProvider,
    metadataCache: { enabled: false },
    driverOptions: { Client: PreparedClient },
    pool: { min: 0, max: poolSize },
    extensions: [Migrator],
    migrations: {
      migrationsList: MIGRATIONS,
      snapshot: false,
      silent: true,
      tableName: 'migrations',
      // Each in a transaction of its own: one that touches a table in use holds no other table meanwhile.
      allOrNothing: false,
    },
    schemaGenerator: { ignoreSchema: ['graphile_worker'] },
  });
}
