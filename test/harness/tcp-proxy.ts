import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Proxy to PostgreSQL that can be cut: connections are reset, or fall silent. */
export interface TcpProxy {
  /** Address of the database through the proxy. */
  url: string;
  /** From now on nothing passes in either direction and nothing is closed, as when packets are dropped. */
  dropPackets(): void;
  /** New connections pass; earlier ones stay silent. */
  letThrough(): void;
  /** Resets every connection and refuses new ones. */
  down(): void;
  up(): void;
  /** New connections lead to the PostgreSQL at this address. */
  leadTo(databaseUrl: string): void;
  /** Breaks a connection on which this text is sent: before it passes, or once it was answered. */
  cut: { request?: string | undefined; answerTo?: string | undefined };
  close(): Promise<void>;
}

export async function openTcpProxy(
  databaseUrl: string,
  /** Removes the `options` of the start-up message, as PgBouncer does with `ignore_startup_parameters = options`. */
  { dropsOptions = false } = {},
): Promise<TcpProxy> {
  const target = new URL(databaseUrl);
  const cut: TcpProxy['cut'] = {};
  const sockets = new Set<Socket>();
  let isSilent = false;
  let isDown = false;
  const server = createServer((near) => {
    if (isDown) return near.resetAndDestroy();
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    const isMute = { now: isSilent };
    (near as Marked).mute = isMute;
    let isFirst = true;
    let isCut = false;
    near.on('data', (data: Buffer) => {
      if (isMute.now) return;
      if (cut.request && data.includes(cut.request)) {
        near.destroy();
        return;
      }
      if (cut.answerTo && data.includes(cut.answerTo)) isCut = true;
      far.write(isFirst && dropsOptions ? withoutOptions(data) : data);
      isFirst = false;
    });
    far.on('data', (data) => {
      if (isMute.now) return;
      if (isCut) near.destroy();
      else near.write(data);
    });
    near.on('close', () => far.destroy());
    far.on('close', () => isMute.now || near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.search = '';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut,
    leadTo(otherUrl) {
      target.port = new URL(otherUrl).port;
    },
    down() {
      isDown = true;
      for (const socket of sockets) socket.resetAndDestroy();
    },
    up() {
      isDown = false;
    },
    dropPackets() {
      isSilent = true;
      for (const socket of sockets) if ('mute' in socket) (socket as Marked).mute.now = true;
    },
    letThrough() {
      isSilent = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

type Marked = Socket & { mute: { now: boolean } };

const HEADER_BYTES = 8;

/** PostgreSQL's start-up message: length, version, then names and values, each ended by a zero byte. */
function withoutOptions(message: Buffer): Buffer {
  const words = message.subarray(HEADER_BYTES, -1).toString('latin1').split('\0').slice(0, -1);
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 2)
    if (words[at] !== 'options') kept.push(words[at] as string, words[at + 1] as string);
  const body = Buffer.from(`${kept.map((word) => `${word}\0`).join('')}\0`, 'latin1');
  const header = Buffer.from(message.subarray(0, HEADER_BYTES));
  header.writeUInt32BE(HEADER_BYTES + body.length, 0);
  return Buffer.concat([header, body]);
}
