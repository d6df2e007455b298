import { positive } from './validators.js';

/** Time limits of database work, in milliseconds. */
export interface DatabaseConfig {
  timeouts: {
    connectMs: number;
    statementMs: number;
    lockMs: number;
    idleTransactionMs: number;
  };
  /** Writes that wait for another write of the same job, quote or business. */
  writeQueue: { maxWaiting: number; maxWaitMs: number };
}

export const DATABASE_SETTINGS = {
  DATABASE_CONNECT_TIMEOUT_MS: positive({ default: 3_000 }),
  DATABASE_STATEMENT_TIMEOUT_MS: positive({ default: 10_000 }),
  DATABASE_LOCK_TIMEOUT_MS: positive({ default: 3_000 }),
  DATABASE_IDLE_TRANSACTION_TIMEOUT_MS: positive({ default: 15_000 }),
  WRITE_QUEUE_LENGTH: positive({ default: 200 }),
  WRITE_QUEUE_TIMEOUT_MS: positive({ default: 5_000 }),
};

export function databaseOf(
  settings: Record<keyof typeof DATABASE_SETTINGS, number>,
): DatabaseConfig {
  return {
    timeouts: {
      connectMs: settings.DATABASE_CONNECT_TIMEOUT_MS,
      statementMs: settings.DATABASE_STATEMENT_TIMEOUT_MS,
      lockMs: settings.DATABASE_LOCK_TIMEOUT_MS,
      idleTransactionMs: settings.DATABASE_IDLE_TRANSACTION_TIMEOUT_MS,
    },
    writeQueue: {
      maxWaiting: settings.WRITE_QUEUE_LENGTH,
      maxWaitMs: settings.WRITE_QUEUE_TIMEOUT_MS,
    },
  };
}
