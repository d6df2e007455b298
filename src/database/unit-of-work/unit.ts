import type { EntityManager } from '@mikro-orm/postgresql';
import type { Principal } from '../../visibility/principal.js';
import type { Change } from './change.js';
import type { Known } from './known.js';
import type { UnitSql } from './unit-sql.js';

/** One transaction with all changes of a request: it commits as a whole or not at all. */
export interface Unit {
  em: EntityManager;
  actor: Principal | null;
  now: Date;
  /** Runs SQL statements in its transaction. */
  sql: UnitSql;
  /** Rows and lookup results that are certain at its commit, so that its payload need not read them again. */
  known: Known;
  /** Rows written so far, in order. */
  changes: Change[];
  /** Additional effects of watchers, for the payload (for example revoked links). */
  effects: Record<string, unknown>;
}
