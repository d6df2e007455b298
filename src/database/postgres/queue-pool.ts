import pg from 'pg';
import { databaseFailureOf } from './failures.js';
import { SOCKET } from './pool.js';
import { PreparedClient, type PreparedClientConfig } from './prepared-client.js';

/** Code after which graphile-worker retries at once and then more slowly, for several minutes. */
const RETRY_CODE = '40001';
/** For statements of the queue, which are short; a job itself may take longer. */
const ANSWER_TIMEOUT_MS = 60_000;

/**
 * Pool of the job queue. graphile-worker ends the process if it cannot save that a job is done, unless the error has one
 * of a few codes; so errors of a database that is briefly unavailable get RETRY_CODE.
 */
export class QueuePool extends pg.Pool {
  constructor(connectionString: string, size: number, connectMs: number) {
    super({
      connectionString,
      max: size,
      query_timeout: ANSWER_TIMEOUT_MS,
      ...SOCKET,
      Client: clientThatConnectsWithin(connectMs),
    } as unknown as pg.PoolConfig);
  }

  // The form with a callback is left unchanged: the queue uses it to listen, and tolerates its errors.
  override connect(...args: unknown[]): never {
    const result = (super.connect as (...all: unknown[]) => unknown).apply(this, args);
    return withRetryCode(result) as never;
  }
}

/**
 * Client with prepared statements and a timeout for opening the connection. The pool itself has none: a job may wait
 * for a free connection.
 */
function clientThatConnectsWithin(connectionTimeoutMillis: number) {
  return class QueueClient extends PreparedClient {
    constructor(config: PreparedClientConfig) {
      super({ ...config, connectionTimeoutMillis });
    }

    override query(...args: unknown[]): never {
      const result = (super.query as (...all: unknown[]) => unknown).apply(this, args);
      return withRetryCode(result) as never;
    }
  };
}

function withRetryCode(result: unknown): unknown {
  if (!(result instanceof Promise)) return result;
  return result.catch((error: unknown) => {
    if (databaseFailureOf(error)) Object.assign(error as object, { code: RETRY_CODE });
    throw error;
  });
}
