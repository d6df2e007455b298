/** BUSY: a lock or connection is in use. UNAVAILABLE: the database does not answer. Both are transient. */
export type DatabaseFailure = 'BUSY' | 'UNAVAILABLE';

/** Classifies an error of the database; null if it is not a transient failure. */
export function databaseFailureOf(error: unknown): DatabaseFailure | null {
  for (const each of withCauses(error)) {
    const { code = '', message = '' } = each as { code?: unknown; message?: unknown };
    if (BUSY_CODES.has(String(code)) || message === ACQUIRE_TIMEOUT) return 'BUSY';
    if (UNAVAILABLE_CODES.test(String(code)) || UNAVAILABLE_MESSAGES.test(String(message)))
      return 'UNAVAILABLE';
  }
  return null;
}

/** Returns whether PostgreSQL itself refused, rather than the connection failing. */
export function isRefusedByPostgres(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  // Shutdown and connection errors have SQLSTATEs too, but leave the outcome unknown.
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !UNAVAILABLE_CODES.test(code);
}

const BUSY_CODES = new Set([
  '55P03', // lock_not_available
  '57014', // query_canceled: the statement timeout
  '25P03', // idle_in_transaction_session_timeout
  '25P04', // transaction_timeout
  '40P01', // deadlock_detected, after retries
  '40001', // serialization_failure, after retries
  '53300', // too_many_connections
]);

/** pg-pool: all connections are in use. */
const ACQUIRE_TIMEOUT = 'timeout exceeded when trying to connect';

/** Shutdown, start-up, lost connection, read-only standby, and network errors. */
const UNAVAILABLE_CODES =
  /^(57P0[1235]|08...|25006|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** Errors of pg without a code. */
const UNAVAILABLE_MESSAGES =
  /^(Connection terminated|Query read timeout|timeout expired|Client has encountered a connection error|Client was closed and is not queryable|Cannot use a pool after calling end|read ECONN|write ECONN)/;

const MAX_DEPTH = 5;

/** Yields the error and its causes. */
function* withCauses(error: unknown, depth = 0): Generator<object> {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return;
  yield error;
  const { cause, originalError, errors } = error as Record<string, unknown>;
  for (const inner of [cause, originalError, ...(Array.isArray(errors) ? errors : [])])
    yield* withCauses(inner, depth + 1);
}
