import pg from 'pg';
import { databaseFailureOf } from './failures.js';
import { SOCKET } from './pool.js';

/** A code after which graphile-worker tries again at once, and then more slowly, for several minutes. */
const TRY_AGAIN = '40001';
/** The queue's statements are short; a job itself may take longer. */
const ANSWER_TIMEOUT_MS = 60_000;

/**
 * Connections of the queue. graphile-worker ends the process when it cannot write down that a job is done, unless
 * the error has one of a few codes; so a database that goes away for a moment is told by one of them.
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

  // pg-pool has a form with a callback as well, which the queue listens by and whose errors it stands.
  override connect(...asked: unknown[]): never {
    const answer = (super.connect as (...all: unknown[]) => unknown).apply(this, asked);
    return tryingAgain(answer) as never;
  }
}

/** A job that waits for a connection of the pool may wait; opening one may not take long. */
function clientThatConnectsWithin(connectionTimeoutMillis: number) {
  return class QueueClient extends pg.Client {
    constructor(config: pg.ClientConfig) {
      super({ ...config, connectionTimeoutMillis });
    }

    override query(...asked: unknown[]): never {
      const answer = (super.query as (...all: unknown[]) => unknown).apply(this, asked);
      return tryingAgain(answer) as never;
    }
  };
}

function tryingAgain(answer: unknown): unknown {
  if (!(answer instanceof Promise)) return answer;
  return answer.catch((error: unknown) => {
    if (databaseFailureOf(error)) Object.assign(error as object, { code: TRY_AGAIN });
    throw error;
  });
}
