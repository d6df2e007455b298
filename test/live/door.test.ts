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

type ErrorBody = { message: string; extensions: { code: string; field?: string } };

/** Returns the one error that a subscription ends with. */
async function errorOf(live: Following<unknown>): Promise<ErrorBody> {
  const errors = ((await live.ended) ?? live.answers[0]?.errors) as ErrorBody[] | undefined;
  return errors?.[0] as ErrorBody;
}

const raw = (protocol = 'graphql-transport-ws') => new WebSocket(socketUrl(world), protocol);

describe('the WebSocket', () => {
  it.each(['{ me { kind } }', 'mutation { signOut }'])('runs no %s', async (operation) => {
    const error = await errorOf(follow(world, token, operation));
    expect(error.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field: 'query' });
    expect((await owner('{ me { kind } }')).errors).toBeUndefined();
  });

  it('gives staff the errors of a document, without suggestions', async () => {
    const unknown = await errorOf(
      follow(world, token, `subscription { jobChanged(jobId: "${jobId}") { titel } }`),
    );
    expect(unknown.message).toBe('Cannot query field "titel" on type "Job".');
    expect(unknown.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const broken = await errorOf(follow(world, token, 'subscription {'));
    expect(broken.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('names the invalid variable', async () => {
    const error = await errorOf(
      follow(world, token, String(ops.JobChangedDocument), { jobId: { no: 1 } }),
    );
    expect(error.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'jobId',
      faults: [{ field: 'jobId', reason: expect.stringMatching(/^ID cannot represent/) }],
    });
  });

  it('gives a client the errors of a document in the words of its own schema', async () => {
    const error = await errorOf(
      follow(
        world,
        clientsToken,
        'subscription { portalChanged { job { materials { titel } titel } } }',
      ),
    );
    expect(error.message).toBe('Cannot query field "materials" on type "Job".');
    expect(error.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  it('shows nobody the schema', async () => {
    const document = 'subscription { portalChanged { job { id } } __schema { types { name } } }';
    for (const each of [token, clientsToken]) {
      const live = follow(world, each, document);
      expect((await errorOf(live)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(live.answers).toEqual([]);
    }
  });

  it('allows at most twenty subscriptions', async () => {
    const socket = raw();
    const messages: { id?: string; type: string; payload?: ErrorBody[] }[] = [];
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
    await until(async () => world.running.services.live.open === 20);
    socket.close();
    await until(async () => world.running.services.live.open === 0);
  });

  it('refuses messages of more than 64 kB', async () => {
    const socket = raw();
    await once(socket, 'open');
    socket.send('x'.repeat(65 * 1024));
    expect((await once(socket, 'close'))[0]).toBe(1009);
  });

  it('closes if there is no connection_init, or for another protocol', async () => {
    const silent = raw();
    const other = raw('graphql-ws');
    // The client library refuses a protocol by itself that the server did not accept.
    other.on('error', () => undefined);
    const refused = new Promise((resolve) => other.once('close', resolve));
    expect((await once(silent, 'close'))[0]).toBe(4408);
    await refused;
  });

  it('exists only at /graphql', async () => {
    const socket = new WebSocket(`${socketUrl(world)}/elsewhere`, 'graphql-transport-ws');
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('404');
  });
});

it('a subscription over HTTP is refused with a hint', async () => {
  const { errors } = await owner(String(ops.JobChangedDocument), { jobId });
  expect(errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
  expect(errors?.[0]?.message).toContain('WebSocket');
});

it('a server that stops closes all sockets and does not wait for them', async () => {
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
