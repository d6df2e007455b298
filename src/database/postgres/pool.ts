import pg from 'pg';
import type { PoolWatch } from './pool-watch.js';
import { PreparedClient } from './prepared-client.js';
import { type DatabaseTimeouts, NO_TIMEOUTS, setTimeouts } from './timeouts.js';

export interface PoolChoices {
  url: string;
  /** Maximum number of connections. */
  size: number;
  timeouts?: DatabaseTimeouts;
  /** Parsers of column types; default: pg's own. */
  types?: pg.CustomTypesConfig;
  /** 0: idle connections are never closed. Otherwise a few stay open, with their prepared statements. */
  idleTimeoutMillis?: number;
  /** Prepares a new connection; if it fails, the connection is closed. */
  prepare?(client: pg.ClientBase): Promise<void>;
  /** Closes connections that no longer answer. */
  watch?: PoolWatch;
}

const KEEP_ALIVE_DELAY_MS = 10_000;
/**
 * Idle connections that stay open: opening one and planning the statements of a change takes several times as long as
 * the change.
 */
const MAX_IDLE = 4;

/** Opens a pool whose timeouts are set by SQL on each new connection. */
export function openPool(choices: PoolChoices): pg.Pool {
  const { url, size, timeouts = NO_TIMEOUTS, types, idleTimeoutMillis, prepare, watch } = choices;
  const options = {
    connectionString: url,
    max: size,
    min: Math.min(size, MAX_IDLE),
    Client: PreparedClient,
    timeouts,
    types,
    ...(idleTimeoutMillis !== undefined && { idleTimeoutMillis }),
    ...SOCKET,
    connectionTimeoutMillis: timeouts.connectMs,
    // pg-pool awaits this and closes the connection if it fails, although @types/pg declares no promise.
    onConnect: (client: PreparedClient) =>
      client.prepareInTime(async () => {
        await client.query(setTimeouts(timeouts, 'session'));
        await prepare?.(client);
      }),
  };
  const pool = new pg.Pool(options as unknown as pg.PoolConfig);
  // Without a listener, a dropped idle connection would end the process; the next query opens another.
  pool.on('error', () => undefined);
  // The same for a connection in use, whose query fails anyway.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    (client as unknown as PreparedClient).countBytes();
  });
  watch?.add(pool);
  return pool;
}

/** Keep-alive, so that the operating system detects dead idle connections. */
export const SOCKET = { keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY_MS };
