import pg from 'pg';
import type { PoolWatch } from './pool-watch.js';
import { PreparedClient } from './prepared-client.js';
import { type DatabaseTimeouts, NO_TIMEOUTS, setTimeouts } from './timeouts.js';

export interface PoolChoices {
  url: string;
  /** The most connections. */
  size: number;
  timeouts?: DatabaseTimeouts;
  /** How values are read; pg's own way when nothing is said. */
  types?: pg.CustomTypesConfig;
  /** 0 keeps a connection for good. */
  idleTimeoutMillis?: number;
  /** Makes a new connection ready before it serves; the connection is thrown away when this fails. */
  prepare?(client: pg.ClientBase): Promise<void>;
  /** Whoever looks after the connections while the database does not answer. */
  watch?: PoolWatch;
}

const KEEP_ALIVE_DELAY_MS = 10_000;

/** Opens connections with all limits, each set by SQL before the connection serves. */
export function openPool(choices: PoolChoices): pg.Pool {
  const { url, size, timeouts = NO_TIMEOUTS, types, idleTimeoutMillis, prepare, watch } = choices;
  const options = {
    connectionString: url,
    max: size,
    Client: PreparedClient,
    timeouts,
    types,
    ...(idleTimeoutMillis !== undefined && { idleTimeoutMillis }),
    ...SOCKET,
    connectionTimeoutMillis: timeouts.connectMs,
    // @types/pg says that nobody waits for it; pg-pool does, and throws the connection away when it fails.
    onConnect: async (client: pg.ClientBase) => {
      await client.query(setTimeouts(timeouts, 'session'));
      await prepare?.(client);
    },
  };
  const pool = new pg.Pool(options as pg.PoolConfig);
  // An idle connection that the server drops must not take the process down; the next query opens another.
  pool.on('error', () => undefined);
  // Nor may one that is dropped while in use: its query fails by itself.
  pool.on('connect', (client) => client.on('error', () => undefined));
  watch?.add(pool);
  return pool;
}

/** A connection whose other end has gone is noticed by the system, where nothing else is sent. */
export const SOCKET = { keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY_MS };
