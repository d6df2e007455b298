import net, { type AddressInfo, type Socket } from 'node:net';

/** Proxy between a server and its database that can hang: nothing passes and nothing is closed. */
export interface DatabaseProxy {
  /** Address of the database through the proxy. */
  url: string;
  hang(isHanging: boolean): void;
  /** Returns how many statements with this text have passed. */
  count(text: string): number;
  close(): Promise<void>;
}

export async function openDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isHanging = false;
  let passed = '';
  const server = net.createServer((near) => {
    const far = net.connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      if (isHanging) socket.pause();
    }
    near.on('data', (bytes) => {
      passed += bytes.toString('latin1');
      far.write(bytes);
    });
    far.on('data', (bytes) => near.write(bytes));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.search = '';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    hang(wanted) {
      isHanging = wanted;
      for (const socket of sockets) wanted ? socket.pause() : socket.resume();
    },
    count: (text) => passed.split(text).length - 1,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
