import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { PortalLayerDown } from './portal-role.js';

const SETTING = 'jobglass.session_probe';
const TIMEOUT_MS = 5_000;
const PROTOCOL_VIOLATION = '08P01';

/**
 * Refuses a pooler that hands PostgreSQL's sessions from one client to another between transactions. There a role
 * that is set for clients would come to others, and the other way round.
 *
 * One connection leaves a mark in its session; another one then holds a session, and must not find the mark there.
 */
export async function refuseSharedSessions(url: string): Promise<void> {
  const [first, second] = [open(url), open(url)];
  try {
    await first.connect();
    await second.connect();
    const mark = randomUUID();
    await first.query(`select set_config('${SETTING}', $1, false)`, [mark]);
    await second.query('begin');
    const isSeen = (await markIn(second)) === mark;
    const isLost = (await markIn(first)) !== mark;
    if (isSeen || isLost) throw new PortalLayerDown();
  } catch (error) {
    // PgBouncer's statement mode refuses the transaction itself, as a violation of the protocol.
    throw (error as { code?: string }).code === PROTOCOL_VIOLATION ? new PortalLayerDown() : error;
  } finally {
    // Ends the transaction and the session that has the mark.
    await Promise.all([first.end(), second.end()]);
  }
}

function open(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  // What breaks is told by the query that it breaks.
  client.on('error', () => undefined);
  return client;
}

async function markIn(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ mark: string | null }>(
    `select current_setting('${SETTING}', true) as mark`,
  );
  return rows[0]?.mark ?? null;
}
