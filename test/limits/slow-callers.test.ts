import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { socketUrl } from '../harness/live.js';
import { openWorld, until, type World } from '../harness/world.js';

const PATIENCE = { requestSeconds: 1, headersSeconds: 1, silentSeconds: 60 };
const MOST = { most: 5_000, mostOfOneNetwork: 500 };
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

/** A bare connection, as somebody has who means no good. */
async function line(): Promise<Line> {
  const { hostname, port } = new URL(world.url);
  const socket = connect(Number(port), hostname.replace(/[[\]]/g, ''));
  let heard = '';
  let isClosed = false;
  socket.on('data', (data) => {
    heard += data;
  });
  // Being cut off may show as an error first.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    isClosed = true;
  });
  await until(() => !socket.connecting);
  const made = { socket, heard: () => heard, isClosed: () => isClosed };
  lines.push(made);
  return made;
}

/** Says one byte after the other until nobody listens any more. */
async function dribble({ socket, isClosed }: Line, text: string): Promise<void> {
  for (let at = 0; !isClosed(); at += 1) {
    socket.write(text[at % text.length] as string);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const isServed = async (): Promise<boolean> => !(await world.asVisitor('{ me { kind } }')).errors;

describe('somebody who sends slowly', () => {
  beforeEach(async () => {
    world = await openWorld({ patience: PATIENCE });
  });

  it('is let go with a coded answer while the body dribbles, and others are served meanwhile', async () => {
    const slow = await line();
    slow.socket.write(`${HEADERS}Content-Length: 100000\r\n\r\n`);
    const dribbled = dribble(slow, ' ');
    expect(await isServed()).toBe(true);
    await dribbled;
    expect(slow.heard()).toMatch(/^HTTP\/1\.1 408 /);
    expect(slow.heard()).toContain('"code":"VALIDATION_FAILED"');
  });

  it('is let go while the headers dribble', async () => {
    const slow = await line();
    await dribble(slow, 'X-Slow: 1\r\n');
    expect(slow.heard()).toMatch(/^HTTP\/1\.1 4/);
  });

  it('is let go in the middle of a photo', async () => {
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

it('somebody who says nothing at all is let go', async () => {
  world = await openWorld({ patience: { ...PATIENCE, requestSeconds: 60, silentSeconds: 1 } });
  const silent = await line();
  await until(silent.isClosed);
});

it('somebody who opens a WebSocket and says nothing takes no place for long', async () => {
  world = await openWorld();
  const socket = new WebSocket(socketUrl(world), 'graphql-transport-ws');
  const code = await new Promise((resolve) => socket.once('close', resolve));
  expect(code).toBe(4408);
});

it.each([
  { ...MOST, mostOfOneNetwork: 3 },
  { ...MOST, most: 3 },
])(
  'nobody gets a connection past the bound of %j, and a place that is left is taken again',
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

it('a proxy that is known has all the connections that it passes on', async () => {
  world = await openWorld({
    trustProxy: ['loopback'],
    connections: { ...MOST, mostOfOneNetwork: 1 },
  });
  const open = [await line(), await line(), await line()];
  for (const each of open) {
    each.socket.write(`${HEADERS}Content-Length: ${QUERY.length}\r\n\r\n${QUERY}`);
    await until(() => each.heard().includes('"VISITOR"'));
  }
});

it('WebSockets count as connections do', async () => {
  world = await openWorld({ connections: { ...MOST, mostOfOneNetwork: 2 } });
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
