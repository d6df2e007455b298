import type { OperationBudget } from '../budget/operation-budget.js';
import { openPool, type PoolChoices } from './pool.js';
import {
  enterPortalRole,
  isOutsidePortalRole,
  onlyInPortalRole,
  PortalLayerDown,
} from './portal-role.js';
import { type Statements, statementsOn } from './statements.js';

/** Connections that are ours to close. */
export interface OwnStatements extends Statements {
  close(): Promise<void>;
}

/** Connections in the portal's role. */
export interface PortalStatements extends OwnStatements {
  /** The same connections, whose statements do not prove the role. */
  unguarded: Statements;
}

/**
 * The connections that answer clients. They log in as the main user and take the portal's role, whose grants name
 * the few columns a client's request may touch. A connection proves its role before it serves, and each statement
 * proves it again.
 */
export function openPortalPool(choices: Omit<PoolChoices, 'prepare'>): PortalStatements {
  const all = openOwnPool({ ...choices, prepare: enterPortalRole });
  return {
    ...all,
    unguarded: all,
    async rows<R extends object>(
      sql: string,
      values: readonly unknown[],
      budget?: OperationBudget,
    ) {
      try {
        return await all.rows<R>(onlyInPortalRole(sql), values, budget);
      } catch (error) {
        throw isOutsidePortalRole(error) ? new PortalLayerDown() : error;
      }
    },
  };
}

/** Connections of their own for one purpose, so that it never waits behind others. */
export function openOwnPool(choices: PoolChoices): OwnStatements {
  const pool = openPool(choices);
  return { ...statementsOn(pool), close: () => pool.end() };
}
