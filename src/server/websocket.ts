import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Server } from 'graphql-ws';
import { CloseCode, handleProtocols } from 'graphql-ws';
import { v7 } from 'uuid';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Audience } from '../visibility/audience.js';
import { callerAddress } from './caller-address.js';
import type { Rooms } from './context.js';
import type { Graph } from './graphs.js';
import { rawErrorAnswer } from './http-errors.js';
import { keepAlive } from './keep-alive.js';
import { type Caller, liveProtocol } from './live-protocol.js';
import type { DocumentReader } from './read-documents.js';
import { messageIn } from './socket-message.js';

const MESSAGE_LIMIT = 64 * 1024;
const MOST_UNSENT = 8 * 1024 * 1024;
const GOING_AWAY = 1001;
const INTERNAL_ERROR = 4500;
const PATIENCE = 500;

/** The door for subscriptions: a WebSocket at /graphql that speaks graphql-transport-ws. */
export function openWebSocket(
  http: FastifyInstance,
  rooms: Rooms,
  graphs: Record<Audience, Graph>,
  documents: Record<Audience, DocumentReader>,
): void {
  const addressOf = callerAddress(rooms.config.trustProxy);
  const protocol = liveProtocol(rooms, graphs, documents, http.log);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_LIMIT,
    perMessageDeflate: false,
    handleProtocols,
  });
  sockets.on('wsClientError', (_error, stream) => refuse(stream, 400));
  let isClosing = false;
  http.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (isClosing || request.url?.split('?')[0] !== '/graphql') return refuse(stream, 404);
    sockets.handleUpgrade(request, stream, head, (socket) =>
      attach(protocol, socket, http, addressOf(request)),
    );
  });
  http.addHook('preClose', async () => {
    isClosing = true;
    // A client that is cut off in the middle of an event would miss it.
    await rooms.live.finish();
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
  address: string,
): void {
  // What is wrong with a socket (a message that is too large, a broken frame) closes it; no more is to be done.
  socket.on('error', () => undefined);
  keepAlive(socket);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, text),
      close: (code, reason) => socket.close(code, reason),
      onMessage(take) {
        socket.on('message', (data) => {
          const message = messageIn(String(data));
          if (!message) return socket.close(CloseCode.BadRequest, 'Invalid message received');
          // The library takes a message that has been parsed as well, which its types do not say.
          take(message as never).catch((err) => {
            const requestId = v7();
            log.error({ requestId, err }, 'a request failed on our side');
            socket.close(INTERNAL_ERROR, 'Internal server error');
          });
        });
      },
    },
    { address },
  );
  socket.once('close', (code, reason) => void closed(code, String(reason)));
}

/** Settles once the text has left, so that nobody is sent more than they read. */
function send(socket: WebSocket, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  if (socket.bufferedAmount > MOST_UNSENT) socket.terminate();
  // A socket that broke while sending is closed, and that is told elsewhere.
  return new Promise((resolve) => socket.send(text, () => resolve()));
}

async function closeAll(sockets: WebSocket[]): Promise<void> {
  const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  for (const socket of sockets) socket.close(GOING_AWAY, 'Going away');
  const timer = setTimeout(() => {
    for (const socket of sockets) socket.terminate();
  }, PATIENCE);
  await Promise.all(closed);
  clearTimeout(timer);
}
