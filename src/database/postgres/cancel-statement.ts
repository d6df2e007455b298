import { connect } from 'node:net';
import type pg from 'pg';

/** Code of a CancelRequest in PostgreSQL's protocol. */
const CANCEL_REQUEST = 80877102;
const CANCEL_TIMEOUT_MS = 2_000;

/** Properties of an open connection that pg's types lack. */
type Connected = pg.PoolClient & {
  host: string;
  port: number;
  processID: number | null;
  secretKey: number | null;
};

/**
 * Sends PostgreSQL a request to cancel the statement running on a connection, over a new connection as the protocol
 * requires. Resolves when the request was accepted or could not be made; the statement ends separately.
 */
export function cancelStatement(client: pg.PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as Connected;
  if (processID === null || secretKey === null) return Promise.resolve();
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    socket.setTimeout(CANCEL_TIMEOUT_MS, () => socket.destroy());
    // PostgreSQL closes without an answer; if it cannot be reached there is nothing to cancel.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.on('connect', () => socket.end(cancelRequest(processID, secretKey)));
  });
}

function cancelRequest(processID: number, secretKey: number): Buffer {
  const request = Buffer.alloc(16);
  request.writeInt32BE(16, 0);
  request.writeInt32BE(CANCEL_REQUEST, 4);
  request.writeInt32BE(processID, 8);
  request.writeInt32BE(secretKey, 12);
  return request;
}
