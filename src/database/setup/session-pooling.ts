import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { PortalLayerDown } from '../postgres/portal-role.js';

const SETTING = 'jobglass.session_probe';
const TIMEOUT_MS = 5_000;
const PROTOCOL_VIOLATION = '08P01';

/**
 * Refuses a pooler that shares PostgreSQL sessions between connections, since the role set on one connection would then
 * apply to another.
 *
 * One connection sets a mark in its session; another then holds a session, which must not have the mark.
 *
 * @throws PortalLayerDown when sessions are shared.
 */
export async function refuseSharedSessions(url: string): Promise<void> {
  const [first, second] = [open(url), open(url)];
  try {
    await first.connect();
    await second.connect();
    const mark = randomUUID();
    await first.query(`select set_config('${SETTING}', $1, false)`, [mark]);
    await second.query('begin');
    const isShared = (await markIn(second)) === mark;
    const isLost = (await markIn(first)) !== mark;
    if (isShared || isLost) throw new PortalLayerDown();
  } catch (error) {
    // PgBouncer's statement mode refuses transactions with a protocol violation.
    throw (error as { code?: string }).code === PROTOCOL_VIOLATION ? new PortalLayerDown() : error;
  } finally {
    // Ends the transaction and the marked session.
    await Promise.all([first.end(), second.end()]);
  }
}

function open(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  // A connection error also rejects the query in progress.
  client.on('error', () => undefined);
  return client;
}

async function markIn(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ mark: string | null }>(
    `select current_setting('${SETTING}', true) as mark`,
  );
  return rows[0]?.mark ?? null;
}
