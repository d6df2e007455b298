import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { createPostgreSqlTypeParsers, type EntityClass, MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { MIGRATIONS } from '../../../db/migrations/index.js';
import { TransactionsDialect } from '../unit-of-work/transactions.js';
import { rememberTurns, type TurnLimits, WriteTurns } from '../unit-of-work/write-turns.js';
import { ParameterDriver } from './parameter-driver.js';
import { openPool } from './pool.js';
import type { PoolWatch } from './pool-watch.js';
import { type DatabaseTimeouts, NO_TIMEOUTS } from './timeouts.js';

/** Limits for the server; commands that a person runs have none. */
export interface OrmChoices {
  timeouts?: DatabaseTimeouts;
  turns?: Pick<TurnLimits, 'maxWaiting' | 'maxWaitMs'>;
  watch?: PoolWatch;
}

const pools = new WeakMap<MikroORM, pg.Pool>();
const timeoutsOf = new WeakMap<MikroORM, DatabaseTimeouts>();

/** Opens MikroORM with the connection pool for writes. */
export async function openOrm(
  url: string,
  entities: EntityClass<unknown>[],
  poolSize: number,
  { timeouts = NO_TIMEOUTS, turns, watch }: OrmChoices = {},
): Promise<MikroORM> {
  // A copy, since `withoutTimeouts` changes it.
  const current = { ...timeouts };
  const pool = openPool({ url, size: poolSize, timeouts: current, types: TYPE_PARSERS, watch });
  const orm = await MikroORM.init({
    clientUrl: url,
    driver: ParameterDriver,
    entities,
    metadataProvider: ReflectMetadataProvider,
    metadataCache: { enabled: false },
    driverOptions: new TransactionsDialect(pool, current),
    extensions: [Migrator],
    migrations: {
      migrationsList: MIGRATIONS,
      snapshot: false,
      silent: true,
      tableName: 'migrations',
      // Each migration in its own transaction, so that none holds locks on several tables in use.
      allOrNothing: false,
    },
    schemaGenerator: { ignoreSchema: ['graphile_worker'] },
  });
  pools.set(orm, pool);
  timeoutsOf.set(orm, current);
  rememberTurns(orm.em, new WriteTurns({ connections: poolSize, ...turns }));
  return orm;
}

/** Returns the connection pool of an ORM, for plain SQL. */
export function poolOf(orm: MikroORM): pg.Pool {
  const pool = pools.get(orm);
  if (!pool) throw new Error('This ORM was not opened by openOrm.');
  return pool;
}

/** Runs work without time limits, such as migrations; only before the pool has other users. */
export async function withoutTimeouts<T>(orm: MikroORM, work: () => Promise<T>): Promise<T> {
  const current = timeoutsOf.get(orm) ?? { ...NO_TIMEOUTS };
  const usual = { ...current };
  Object.assign(current, NO_TIMEOUTS, { connectMs: usual.connectMs });
  try {
    return await work();
  } finally {
    Object.assign(current, usual);
  }
}

/** Type parsers that return dates and timestamps as PostgreSQL's text, which MikroORM and our readers expect. */
export const TYPE_PARSERS: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) =>
    (PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as never,
};

const TEXT_ARRAY = 1009;
const PARSERS = createPostgreSqlTypeParsers(
  pg.types.getTypeParser(TEXT_ARRAY as never, 'text') as (value: string) => string[],
);
