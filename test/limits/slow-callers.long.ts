import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { socketUrl } from '../harness/live.js';
import { openWorld, until, type World } from '../harness/world.js';

const TIMEOUTS = { requestSeconds: 1, headersSeconds: 1, idleSeconds: 60 };
const LIMITS = { max: 5_000, maxPerNetwork: 500 };
const HEADERS = 'POST /graphql HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n';
const QUERY = JSON.stringify({ query: '{ me { kind } }' });

let world: World;
const lines: Line[] = [];
afterEach(async () => {
  for (const line of lines.splice(0)) line.socket.destroy();
  await world.close();
});

interface Line {
  socket: Socket;
  heard(): string;
  isClosed(): boolean;
}

/** Opens a raw connection. */
async function line(): Promise<Line> {
  const { hostname, port } = new URL(world.url);
  const socket = connect(Number(port), hostname.replace(/[[\]]/g, ''));
  let heard = '';
  let isClosed = false;
  socket.on('data', (data) => {
    heard += data;
  });
  // A reset may appear as an error first.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    isClosed = true;
  });
  await until(() => !socket.connecting);
  const made = { socket, heard: () => heard, isClosed: () => isClosed };
  lines.push(made);
  return made;
}

/** Sends one byte after the other until the connection is closed. */
async function dribble({ socket, isClosed }: Line, text: string): Promise<void> {
  for (let at = 0; !isClosed(); at += 1) {
    socket.write(text[at % text.length] as string);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const isServed = async (): Promise<boolean> => !(await world.asVisitor('{ me { kind } }')).errors;

describe('somebody who sends slowly', () => {
  beforeEach(async () => {
    world = await openWorld({ requestTimeouts: TIMEOUTS });
  });

  it('gets a coded error while the body trickles in, and others are served meanwhile', async () => {
    const slow = await line();
    slow.socket.write(`${HEADERS}Content-Length: 100000\r\n\r\n`);
    const dribbled = dribble(slow, ' ');
    expect(await isServed()).toBe(true);
    await dribbled;
    expect(slow.heard()).toMatch(/^HTTP\/1\.1 408 /);
    expect(slow.heard()).toContain('"code":"BAD_REQUEST"');
  });

  it('is disconnected while the headers trickle in', async () => {
    const slow = await line();
    await dribble(slow, 'X-Slow: 1\r\n');
    expect(slow.heard()).toMatch(/^HTTP\/1\.1 4/);
  });

  it('is disconnected in the middle of a photo', async () => {
    const { data } = await world.asVisitor<{ signIn: { token: string } }, object>(
      'mutation { signIn(email: "owner@demo.jobglass.test", password: "demo-password") { token } }',
    );
    const slow = await line();
    slow.socket.write(
      `POST /photos HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${data.signIn.token}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`,
    );
    await dribble(slow, 'a');
    const { rows } = await world.sql('select id from photo_uploads where created_at > now()');
    expect(rows).toEqual([]);
    expect(await isServed()).toBe(true);
  });
});

it('an idle connection is closed', async () => {
  world = await openWorld({ requestTimeouts: { ...TIMEOUTS, requestSeconds: 60, idleSeconds: 1 } });
  const silent = await line();
  await until(silent.isClosed);
});

it('a WebSocket without a first message is closed soon', async () => {
  world = await openWorld();
  const socket = new WebSocket(socketUrl(world), 'graphql-transport-ws');
  const code = await new Promise((resolve) => socket.once('close', resolve));
  expect(code).toBe(4408);
});

it.each([
  { ...LIMITS, maxPerNetwork: 3 },
  { ...LIMITS, max: 3 },
])(
  'connections past the limit of %j are refused, and a free place can be used again',
  async (connections) => {
    world = await openWorld({ connections });
    const kept = [await line(), await line(), await line()];
    const refused = await line();
    await until(refused.isClosed);
    expect(refused.heard()).toBe('');
    for (const each of kept) {
      each.socket.write(`${HEADERS}Content-Length: ${QUERY.length}\r\n\r\n${QUERY}`);
      await until(() => each.heard().includes('"VISITOR"'));
    }
    kept[0]?.socket.destroy();
    await until(() => isServed().catch(() => false));
  },
);

it('a trusted proxy may use all connections', async () => {
  world = await openWorld({
    trustProxy: ['loopback'],
    connections: { ...LIMITS, maxPerNetwork: 1 },
  });
  const open = [await line(), await line(), await line()];
  for (const each of open) {
    each.socket.write(`${HEADERS}Content-Length: ${QUERY.length}\r\n\r\n${QUERY}`);
    await until(() => each.heard().includes('"VISITOR"'));
  }
});

it('WebSockets count as connections', async () => {
  world = await openWorld({ connections: { ...LIMITS, maxPerNetwork: 2 } });
  const sockets = [1, 2, 3].map(() => new WebSocket(socketUrl(world), 'graphql-transport-ws'));
  let [opened, refused] = [0, 0];
  for (const socket of sockets) {
    socket.once('open', () => {
      opened += 1;
    });
    socket.once('error', () => {
      refused += 1;
    });
  }
  await until(() => opened === 2 && refused === 1);
  for (const socket of sockets) socket.close();
});
