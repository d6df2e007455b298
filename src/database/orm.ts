import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { createPostgreSqlTypeParsers, type EntityClass, MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { MIGRATIONS } from '../../db/migrations/index.js';
import { openPool } from './pool.js';
import type { PoolWatch } from './pool-watch.js';
import { type DatabaseTimeouts, NO_TIMEOUTS } from './timeouts.js';
import { TransactionsDialect } from './transactions.js';
import { rememberTurns, type TurnLimits, WriteTurns } from './write-turns.js';

/** Only the server, which others wait for, has limits; a command that a person runs may take its time. */
export interface OrmChoices {
  timeouts?: DatabaseTimeouts;
  turns?: Pick<TurnLimits, 'maxWaiting' | 'maxWaitMs'>;
  watch?: PoolWatch;
}

const pools = new WeakMap<MikroORM, pg.Pool>();
const timeoutsOf = new WeakMap<MikroORM, DatabaseTimeouts>();

/** Opens the connections of every write. */
export async function openOrm(
  url: string,
  records: EntityClass<unknown>[],
  poolSize: number,
  { timeouts = NO_TIMEOUTS, turns, watch }: OrmChoices = {},
): Promise<MikroORM> {
  // A copy, since these are put out of force while migrations run.
  const inForce = { ...timeouts };
  const pool = openPool({ url, size: poolSize, timeouts: inForce, types: VALUES, watch });
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: records,
    metadataProvider: ReflectMetadataProvider,
    metadataCache: { enabled: false },
    driverOptions: new TransactionsDialect(pool, inForce),
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
  pools.set(orm, pool);
  timeoutsOf.set(orm, inForce);
  rememberTurns(orm.em, new WriteTurns({ connections: poolSize, ...turns }));
  return orm;
}

/** The connections behind an ORM, for statements that are SQL already. */
export function poolOf(orm: MikroORM): pg.Pool {
  const pool = pools.get(orm);
  if (!pool) throw new Error('This ORM was not opened by openOrm.');
  return pool;
}

/** Runs work that may take as long as it takes, before anybody else uses these connections. */
export async function withoutTimeouts<T>(orm: MikroORM, work: () => Promise<T>): Promise<T> {
  const inForce = timeoutsOf.get(orm) ?? { ...NO_TIMEOUTS };
  const usual = { ...inForce };
  Object.assign(inForce, NO_TIMEOUTS, { connectMs: usual.connectMs });
  try {
    return await work();
  } finally {
    Object.assign(inForce, usual);
  }
}

/** Moments and days come as PostgreSQL's text, as MikroORM and our readers want them. */
export const VALUES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) =>
    (PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as never,
};

const TEXT_ARRAY = 1009;
const PARSERS = createPostgreSqlTypeParsers(
  pg.types.getTypeParser(TEXT_ARRAY as never, 'text') as (value: string) => string[],
);
