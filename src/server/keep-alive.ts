import type { WebSocket } from 'ws';

const EVERY = 15_000;

/** Drops a socket whose other end no longer answers a ping. */
export function keepAlive(socket: WebSocket, every = EVERY): void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, every);
  socket.once('close', () => clearInterval(timer));
}
