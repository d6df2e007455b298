/** How long anything about the database may take, in milliseconds; 0 is without a limit. */
export interface DatabaseTimeouts {
  /** Until a connection is there, whether it has to be opened or to become free. */
  connectMs: number;
  /** One statement, by PostgreSQL's own clock. */
  statementMs: number;
  /** Waiting for a row or a table that somebody else holds. */
  lockMs: number;
  /** A transaction in which nothing is asked. */
  idleTransactionMs: number;
}

/** For commands that a person runs, and for migrations: a large table may take what it takes. */
export const NO_TIMEOUTS: DatabaseTimeouts = {
  connectMs: 0,
  statementMs: 0,
  lockMs: 0,
  idleTransactionMs: 0,
};

/** PostgreSQL ends a statement itself while it can be reached; past this it cannot. */
const GRACE_MS = 2_000;

/** How long an answer is waited for on our side, in milliseconds; undefined is without a limit. */
export function answerTimeoutMs({ statementMs }: DatabaseTimeouts): number | undefined {
  return statementMs > 0 ? statementMs + GRACE_MS : undefined;
}

/**
 * The statements that set PostgreSQL's limits, for a session or for a transaction alone. They are SQL and no
 * start-up options, which a proxy may drop without a word.
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
