import { connect } from 'node:net';
import type pg from 'pg';

/** The code of a CancelRequest in PostgreSQL's protocol. */
const CANCEL_REQUEST = 80877102;
const CANCEL_TIMEOUT_MS = 2_000;

/** pg has these of an open connection, but not in its types. */
type Connected = pg.PoolClient & {
  host: string;
  port: number;
  processID: number | null;
  secretKey: number | null;
};

/**
 * Asks PostgreSQL to cancel what a connection runs, by a connection of its own, as its protocol wants it. Settles once
 * the request was taken or could not be made; the statement then ends by itself, cancelled or complete.
 */
export function cancelStatement(client: pg.PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as Connected;
  if (processID === null || secretKey === null) return Promise.resolve();
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    socket.setTimeout(CANCEL_TIMEOUT_MS, () => socket.destroy());
    // PostgreSQL answers nothing and closes; one that cannot be reached has nothing left to cancel.
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
