import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyServerOptions } from 'fastify';
import type { Config } from '../config.js';
import { networkOf } from '../domain/enquiries/sender.js';
import { knownProxies } from './caller-address.js';
import { rawErrorAnswer } from './http-errors.js';

const CHECKED_EVERY = 5_000;

/** How long a caller may take to ask: whoever sends too slowly is told so and let go. */
export function patience({ requestSeconds, headersSeconds, silentSeconds }: Config['patience']) {
  const requestTimeout = requestSeconds * 1000;
  const headersTimeout = Math.min(headersSeconds * 1000, requestTimeout);
  return {
    requestTimeout,
    connectionTimeout: silentSeconds * 1000,
    http: {
      headersTimeout,
      connectionsCheckingInterval: Math.min(CHECKED_EVERY, headersTimeout / 4),
    },
  };
}

/**
 * Holds the connections of everybody, WebSockets too, to a bound, and those of one network to a smaller
 * one, so that nobody takes all of them. What comes past a bound is closed unheard. All that a known
 * proxy passes on comes from the proxy, so only the first bound is for it.
 */
export function boundConnections(server: Server, config: Config): void {
  const { most, mostOfOneNetwork } = config.connections;
  const isProxy = knownProxies(config.trustProxy);
  const open = new Map<string, number>();
  server.maxConnections = most;
  server.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket;
    if (!remoteAddress || isProxy(remoteAddress)) return;
    const network = networkOf(remoteAddress);
    const count = open.get(network) ?? 0;
    if (count >= mostOfOneNetwork) {
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

const UNHEARD: Record<string, number | undefined> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Tells a caller, in the shape of all other answers, why the request did not even arrive. */
export const tellUnheard: FastifyServerOptions['clientErrorHandler'] = (error, socket) => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(rawErrorAnswer(UNHEARD[error.code] ?? 400));
  socket.destroy(error);
};
