import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyServerOptions } from 'fastify';
import type { Config } from '../../config/config.js';
import { networkOf } from '../../domain/enquiries/public-form/sender.js';
import { originHeaders } from './allowed-origins.js';
import { knownProxies } from './caller-address.js';
import { rawErrorAnswer } from './http-errors.js';

const MAX_CHECK_INTERVAL_MS = 5_000;

/** Fastify options for requests that arrive too slowly, which are answered with 408, and for idle connections. */
export function connectionTimeouts({
  requestSeconds,
  headersSeconds,
  idleSeconds,
}: Config['requestTimeouts']) {
  const requestTimeout = requestSeconds * 1000;
  const headersTimeout = Math.min(headersSeconds * 1000, requestTimeout);
  return {
    requestTimeout,
    connectionTimeout: idleSeconds * 1000,
    http: {
      headersTimeout,
      connectionsCheckingInterval: Math.min(MAX_CHECK_INTERVAL_MS, headersTimeout / 4),
    },
  };
}

/**
 * Limits the number of open connections, WebSockets included, in all and per network, so that one network cannot take
 * all of them. Connections past a limit are closed without a response. The limit per network does not apply to trusted
 * proxies, which carry the connections of many callers.
 */
export function boundConnections(server: Server, config: Config): void {
  const { max, maxPerNetwork } = config.connections;
  const isProxy = knownProxies(config.trustProxy);
  const open = new Map<string, number>();
  server.maxConnections = max;
  server.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket;
    if (!remoteAddress || isProxy(remoteAddress)) return;
    const network = networkOf(remoteAddress);
    const count = open.get(network) ?? 0;
    if (count >= maxPerNetwork) {
      socket.destroy();
      return;
    }
    open.set(network, count + 1);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
  });
}

const STATUS_BY_CODE: Record<string, number | undefined> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Answers a request that could not be read, in the format of all other errors. */
export const answerUnreadable: FastifyServerOptions['clientErrorHandler'] = (error, socket) => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const status = STATUS_BY_CODE[error.code] ?? 400;
    socket.write(rawErrorAnswer(status, originHeaders(socket)));
  }
  socket.destroy(error);
};
