import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Server } from 'graphql-ws';
import { CloseCode, handleProtocols } from 'graphql-ws';
import { v7 } from 'uuid';
import { type WebSocket, WebSocketServer } from 'ws';
import { socketAuthorization } from '../auth/session-cookie.js';
import type { Services } from '../graphql/context.js';
import { callerAddress } from '../http/caller-address.js';
import { rawErrorAnswer } from '../http/http-errors.js';
import { type Caller, liveProtocol } from './live-protocol.js';
import { parseSocketMessage } from './socket-message.js';
import type { Subscriptions } from './subscriptions.js';

const MAX_MESSAGE_BYTES = 64 * 1024;
const MAX_UNSENT_BYTES = 8 * 1024 * 1024;
const GOING_AWAY = 1001;
const INTERNAL_ERROR = 4500;
const CLOSE_TIMEOUT_MS = 500;
const PING_INTERVAL_MS = 15_000;

/** Opens the WebSocket for subscriptions at /graphql, with the protocol graphql-transport-ws. */
export function openWebSocket(
  http: FastifyInstance,
  services: Services,
  subscriptions: Subscriptions,
): void {
  const addressOf = callerAddress(services.config.trustProxy);
  const protocol = liveProtocol(services, subscriptions);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols,
  });
  sockets.on('wsClientError', (_error, stream) => refuse(stream, 400));
  let isClosing = false;
  http.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (isClosing || request.url?.split('?')[0] !== '/graphql') return refuse(stream, 404);
    sockets.handleUpgrade(request, stream, head, (socket) =>
      attach(protocol, socket, http, {
        address: addressOf(request),
        session: socketAuthorization(request.headers, services.config),
        close: (code, reason) => socket.close(code, reason),
      }),
    );
  });
  http.addHook('preClose', async () => {
    isClosing = true;
    // Events that are being read are sent before the sockets close.
    await services.live.finish();
    await closeAll([...sockets.clients]);
  });
}

function refuse(stream: Duplex, status: number): void {
  stream.on('error', () => undefined);
  stream.end(rawErrorAnswer(status), () => stream.destroy());
}

function attach(
  protocol: Server<Caller>,
  socket: WebSocket,
  { log }: FastifyInstance,
  caller: Caller,
): void {
  // An error (message too large, broken frame) closes the socket by itself.
  socket.on('error', () => undefined);
  keepAlive(socket);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, text),
      close: (code, reason) => socket.close(code, reason),
      onMessage(handle) {
        socket.on('message', (data) => {
          const message = parseSocketMessage(String(data));
          if (!message) return socket.close(CloseCode.BadRequest, 'Invalid message received');
          // The library also accepts a parsed message, which its types do not say.
          handle(message as never).catch((err) => {
            const requestId = v7();
            log.error({ requestId, err }, 'a request failed on our side');
            socket.close(INTERNAL_ERROR, 'Internal server error');
          });
        });
      },
    },
    caller,
  );
  socket.once('close', (code, reason) => void closed(code, String(reason)));
}

/** Terminates a socket that does not answer a ping before the next one is due. */
function keepAlive(socket: WebSocket): void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, PING_INTERVAL_MS);
  socket.once('close', () => clearInterval(timer));
}

/** Resolves when the text has been sent, so that the sender waits for slow readers. */
function send(socket: WebSocket, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  if (socket.bufferedAmount > MAX_UNSENT_BYTES) socket.terminate();
  // Errors while sending close the socket, which the `close` handler covers.
  return new Promise((resolve) => socket.send(text, () => resolve()));
}

async function closeAll(sockets: WebSocket[]): Promise<void> {
  const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  for (const socket of sockets) socket.close(GOING_AWAY, 'Going away');
  const timer = setTimeout(() => {
    for (const socket of sockets) socket.terminate();
  }, CLOSE_TIMEOUT_MS);
  await Promise.all(closed);
  clearTimeout(timer);
}
