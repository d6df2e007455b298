import { once } from 'node:events';
import { WebSocket } from 'ws';
import { scheduledJob, shared } from '../harness/jobs.js';
import { type Following, follow, following, sessionOf, socketUrl } from '../harness/live.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
let token: string;
let jobId: string;
let clientsToken: string;
beforeAll(async () => {
  world = await openWorld();
  token = await sessionOf(world, 'owner');
  owner = world.withToken(token);
  const job = await scheduledJob(owner);
  jobId = job.jobId;
  clientsToken = (await shared(world, owner, job, ['STATUS'])).token;
});
afterAll(() => world.close());

type Told = { message: string; extensions: { code: string; field?: string } };

/** The one error that a subscription ends with. */
async function errorOf(live: Following<unknown>): Promise<Told> {
  const errors = ((await live.ended) ?? live.answers[0]?.errors) as Told[] | undefined;
  return errors?.[0] as Told;
}

const raw = (protocol = 'graphql-transport-ws') => new WebSocket(socketUrl(world), protocol);

describe('the WebSocket', () => {
  it.each(['{ me { kind } }', 'mutation { signOut }'])('runs no %s', async (operation) => {
    const error = await errorOf(follow(world, token, operation));
    expect(error.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field: 'query' });
    expect((await owner('{ me { kind } }')).errors).toBeUndefined();
  });

  it('tells staff what is wrong with a document, and suggests nothing', async () => {
    const unknown = await errorOf(
      follow(world, token, `subscription { jobChanged(jobId: "${jobId}") { titel } }`),
    );
    expect(unknown.message).toBe('Cannot query field "titel" on type "Job".');
    expect(unknown.extensions.code).toBe('VALIDATION_FAILED');
    const broken = await errorOf(follow(world, token, 'subscription {'));
    expect(broken.extensions.code).toBe('VALIDATION_FAILED');
  });

  it('names the variable that does not fit', async () => {
    const error = await errorOf(
      follow(world, token, String(ops.JobChangedDocument), { jobId: { no: 1 } }),
    );
    expect(error.extensions).toEqual({ code: 'VALIDATION_FAILED', field: 'jobId' });
  });

  it('tells a client no more than that it cannot be', async () => {
    const error = await errorOf(
      follow(world, clientsToken, 'subscription { portalChanged { job { titel } } }'),
    );
    expect(error.message).not.toContain('titel');
    expect(error.extensions).toEqual({ code: 'VALIDATION_FAILED' });
  });

  it('shows nobody the schema', async () => {
    const document = 'subscription { portalChanged { job { id } } __schema { types { name } } }';
    for (const each of [token, clientsToken]) {
      const live = follow(world, each, document);
      expect((await errorOf(live)).extensions.code).toBe('VALIDATION_FAILED');
      expect(live.answers).toEqual([]);
    }
  });

  it('holds no more than twenty subscriptions', async () => {
    const socket = raw();
    const messages: { id?: string; type: string; payload?: Told[] }[] = [];
    socket.on('message', (data) => messages.push(JSON.parse(String(data))));
    await once(socket, 'open');
    socket.send(
      JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }),
    );
    await until(async () => messages[0]);
    const payload = { query: String(ops.JobChangedDocument), variables: { jobId } };
    for (let id = 1; id <= 21; id += 1)
      socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload }));
    const refused = await until(async () => messages.find(({ type }) => type === 'error'));
    expect(refused).toMatchObject({
      id: '21',
      payload: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    await until(async () => world.running.rooms.live.open === 20);
    socket.close();
    await until(async () => world.running.rooms.live.open === 0);
  });

  it('takes no message of more than 64 kB', async () => {
    const socket = raw();
    await once(socket, 'open');
    socket.send('x'.repeat(65 * 1024));
    expect((await once(socket, 'close'))[0]).toBe(1009);
  });

  it('closes on whoever does not say who they are, or speaks another protocol', async () => {
    const silent = raw();
    const other = raw('graphql-ws');
    // The client library refuses by itself what the server did not agree to speak.
    other.on('error', () => undefined);
    const refused = new Promise((resolve) => other.once('close', resolve));
    expect((await once(silent, 'close'))[0]).toBe(4408);
    await refused;
  });

  it('is nowhere but at /graphql', async () => {
    const socket = new WebSocket(`${socketUrl(world)}/elsewhere`, 'graphql-transport-ws');
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('404');
  });
});

it('a subscription over HTTP is told where to go', async () => {
  const { errors } = await owner(String(ops.JobChangedDocument), { jobId });
  expect(errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
  expect(errors?.[0]?.message).toContain('WebSocket');
});

it('a server that stops says so to everybody and does not wait for them', async () => {
  const stopping = await openWorld();
  const socket = new WebSocket(socketUrl(stopping), 'graphql-transport-ws');
  await once(socket, 'open');
  const mine = await sessionOf(stopping, 'owner');
  const live = await following(stopping, mine, ops.SharePromptRaisedDocument);
  const closed = once(socket, 'close');
  await stopping.close();
  expect((await closed)[0]).toBe(1001);
  expect(await live.ended).toMatchObject({ code: 1001 });
});
