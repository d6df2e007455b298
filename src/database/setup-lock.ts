import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';

/** Any number will do, as long as it is ours alone in this database. Servers of earlier versions take it too. */
const LOCK = 7_206_457;
const CONNECT_LIMIT_MS = 10_000;
const RETRY_INTERVAL_MS = 100;
const MAX_WAIT_MS = 120_000;

/** Another server has been setting up the database for too long; the message is a sentence for a person. */
export class SetupTakesTooLong extends Error {}

export interface SetupLock {
  /** Lets the next server set up the database; may be called twice. */
  release(): Promise<void>;
}

/**
 * Makes this the only server that sets up the database (tables, queue, roles, secret, demo) until it lets
 * go. The lock is held by a connection of its own, so it ends with a process that dies. It is asked for
 * again and again rather than waited for: a statement that waits would hold up an index that the other
 * server builds concurrently.
 *
 * @param say is told once when it has to wait.
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
  // A lock that is lost with its connection shows in the work that it was for, if that fails too.
  client.on('error', () => undefined);
  await client.connect();
  let released: Promise<void> | undefined;
  const release = () => {
    released ??= client.end();
    return released;
  };
  try {
    await waitForTurn(client, say, maxWaitMs);
    return { release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function waitForTurn(client: pg.Client, say: (line: string) => void, maxWaitMs: number) {
  const endsAtMs = performance.now() + maxWaitMs;
  for (let attempt = 1; !(await isOurs(client)); attempt += 1) {
    if (attempt === 1) say('Waiting for another server that is setting up the database …');
    if (performance.now() > endsAtMs)
      throw new SetupTakesTooLong(
        'Another server has been setting up the database for two minutes; look at what it says, then start again.',
      );
    await after(RETRY_INTERVAL_MS);
  }
}

/**
 * In a transaction, so that it holds behind a pooler too, without a time limit while it is ours. The
 * statement has no parameters: one that has keeps its snapshot until the next one, and an index that is
 * built concurrently would wait for it.
 */
async function isOurs(client: pg.Client): Promise<boolean> {
  await client.query('begin');
  await client.query('set local idle_in_transaction_session_timeout = 0');
  const { rows } = await client.query(`select pg_try_advisory_xact_lock(${LOCK}) as "isOurs"`);
  if (!rows[0].isOurs) await client.query('rollback');
  return rows[0].isOurs;
}
