import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';

/** Arbitrary key of the advisory lock; servers of earlier versions use it too. */
const LOCK_KEY = 7_206_457;
const CONNECT_LIMIT_MS = 10_000;
const RETRY_INTERVAL_MS = 100;
const MAX_WAIT_MS = 120_000;

/** Timeout while another server sets up the database; the message is a sentence for a person. */
export class SetupTakesTooLong extends Error {}

export interface SetupLock {
  /** Releases the lock; may be called twice. */
  release(): Promise<void>;
}

/**
 * Waits for the lock that makes this the only server setting up the database (tables, queue, roles, secret, demo). The
 * lock belongs to its own connection, so it is released if the process dies. It polls, since a waiting statement would
 * block an index that the other server builds concurrently.
 *
 * @param say receives one line when it has to wait.
 * @throws SetupTakesTooLong after two minutes.
 */
export async function takeSetupLock(
  connectionString: string,
  say: (line: string) => void,
  maxWaitMs = MAX_WAIT_MS,
): Promise<SetupLock> {
  const client = new pg.Client({
    connectionString,
    application_name: 'jobglass set-up',
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
  });
  // If this connection is lost, set-up continues; the work itself fails if the database is gone.
  client.on('error', () => undefined);
  await client.connect();
  let released: Promise<void> | undefined;
  const release = () => {
    released ??= client.end();
    return released;
  };
  try {
    await waitForLock(client, say, maxWaitMs);
    return { release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function waitForLock(client: pg.Client, say: (line: string) => void, maxWaitMs: number) {
  const endsAtMs = performance.now() + maxWaitMs;
  for (let attempt = 1; !(await tryLock(client)); attempt += 1) {
    if (attempt === 1) say('Waiting for another server that is setting up the database …');
    if (performance.now() > endsAtMs)
      throw new SetupTakesTooLong(
        'Another server has been setting up the database for two minutes; look at what it says, then start again.',
      );
    await after(RETRY_INTERVAL_MS);
  }
}

/**
 * Returns whether it got the lock. The lock is held by a transaction without a time limit, so that it works behind a
 * pooler too. The statement has no parameters: with parameters it would keep its snapshot until the next statement, and
 * an index built concurrently would wait for that.
 */
async function tryLock(client: pg.Client): Promise<boolean> {
  await client.query('begin');
  await client.query('set local idle_in_transaction_session_timeout = 0');
  const { rows } = await client.query(`select pg_try_advisory_xact_lock(${LOCK_KEY}) as "isOurs"`);
  if (!rows[0].isOurs) await client.query('rollback');
  return rows[0].isOurs;
}
