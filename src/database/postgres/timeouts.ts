/** Time limits of database work, in milliseconds; 0 is no limit. */
export interface DatabaseTimeouts {
  /** Getting a connection, whether it has to be opened or become free. */
  connectMs: number;
  /** One statement, enforced by PostgreSQL. */
  statementMs: number;
  /** Waiting for a lock on a row or table. */
  lockMs: number;
  /** A transaction without a statement. */
  idleTransactionMs: number;
}

/** For migrations and for commands that a person runs, which may take long on large tables. */
export const NO_TIMEOUTS: DatabaseTimeouts = {
  connectMs: 0,
  statementMs: 0,
  lockMs: 0,
  idleTransactionMs: 0,
};

/** Added to PostgreSQL's own limit: an answer later than this means that PostgreSQL cannot be reached. */
const GRACE_MS = 2_000;

/** Returns how long our side waits for an answer; undefined is no limit. */
export function answerTimeoutMs({ statementMs }: DatabaseTimeouts): number | undefined {
  return statementMs > 0 ? statementMs + GRACE_MS : undefined;
}

/**
 * Returns the SQL that sets PostgreSQL's limits for a session or a transaction. Start-up options could be dropped by a
 * proxy silently.
 */
export function setTimeouts(
  { statementMs, lockMs, idleTransactionMs }: DatabaseTimeouts,
  scope: 'session' | 'local',
): string {
  return [
    `set ${scope} statement_timeout = ${statementMs}`,
    `set ${scope} lock_timeout = ${lockMs}`,
    `set ${scope} idle_in_transaction_session_timeout = ${idleTransactionMs}`,
  ].join('; ');
}
