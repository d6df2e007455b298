/** BUSY: somebody else holds what is needed. UNAVAILABLE: the database does not answer. Both pass by themselves. */
export type DatabaseFailure = 'BUSY' | 'UNAVAILABLE';

/** Whether an error says that the database is busy or gone; null for every other error. */
export function databaseFailureOf(error: unknown): DatabaseFailure | null {
  for (const each of withCauses(error)) {
    const { code = '', message = '' } = each as { code?: unknown; message?: unknown };
    if (BUSY_CODES.has(String(code)) || message === ACQUIRE_TIMEOUT) return 'BUSY';
    if (UNAVAILABLE_CODES.test(String(code)) || UNAVAILABLE_MESSAGES.test(String(message)))
      return 'UNAVAILABLE';
  }
  return null;
}

/** Whether PostgreSQL itself refused, rather than the connection to it breaking. */
export function isRefusedByPostgres(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  // An administrator's shutdown and a lost connection reach us like an answer, but leave open what happened.
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !UNAVAILABLE_CODES.test(code);
}

const BUSY_CODES = new Set([
  '55P03', // lock_not_available
  '57014', // query_canceled: the statement timeout
  '25P03', // idle_in_transaction_session_timeout
  '25P04', // transaction_timeout
  '40P01', // deadlock_detected, after the tries
  '40001', // serialization_failure, after the tries
  '53300', // too_many_connections
]);

/** pg-pool: all connections are in use. */
const ACQUIRE_TIMEOUT = 'timeout exceeded when trying to connect';

/** Shutting down, starting up, connection lost, a standby that cannot be written to; the network's own codes. */
const UNAVAILABLE_CODES =
  /^(57P0[1235]|08...|25006|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** pg has no codes for these. */
const UNAVAILABLE_MESSAGES =
  /^(Connection terminated|Query read timeout|timeout expired|Client has encountered a connection error|Client was closed and is not queryable|Cannot use a pool after calling end|read ECONN|write ECONN)/;

const MAX_DEPTH = 5;

/** The error with what caused it. */
function* withCauses(error: unknown, depth = 0): Generator<object> {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return;
  yield error;
  const { cause, originalError, errors } = error as Record<string, unknown>;
  for (const inner of [cause, originalError, ...(Array.isArray(errors) ? errors : [])])
    yield* withCauses(inner, depth + 1);
}
