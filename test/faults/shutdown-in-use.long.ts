import { once } from 'node:events';
import { WebSocket } from 'ws';
import { dropDatabase } from '../../src/database/setup/databases.js';
import { holdRows } from '../harness/held-rows.js';
import { scheduledJob } from '../harness/jobs.js';
import { startServerProcess } from '../harness/server-process.js';
import { ask, until } from '../harness/world.js';
import { type Outcome, ownerToken, person } from './office.js';
import { ownClone } from './own-database.js';

const GOING_AWAY = 1001;
let databaseUrl: string;
beforeAll(async () => {
  databaseUrl = await ownClone();
});
afterAll(() => dropDatabase(databaseUrl));

it('callers who are being served when the server is stopped get their responses, and it exits', async () => {
  const server = await startServerProcess({
    DATABASE_URL: databaseUrl,
    JOBGLASS_DATA: process.env.TEST_FOLDER as string,
  });
  const { url } = server;
  const token = await ownerToken(url);
  const { jobId } = await scheduledJob(ask(url, token));
  const held = await holdRows(databaseUrl, 'select from jobs where id = $1 for update', [jobId]);
  const socket = new WebSocket(
    url.replace('http', 'ws').concat('/graphql'),
    'graphql-transport-ws',
  );
  await once(socket, 'open');
  const socketClosed = once(socket, 'close').then(([code]) => code);

  const write = person(url, token).post(
    `mutation { addNote(input: { jobId: "${jobId}", body: "Written at last" }) { note { id } } }`,
  );
  await held.waiting(1);
  const readers = [1, 2, 3].map(() => untilRefused(url, token));
  const signIns = Promise.allSettled(Array.from({ length: 8 }, () => person(url).signIn()));
  await new Promise((resolve) => setTimeout(resolve, 50));

  const stoppedAt = performance.now();
  server.process.kill('SIGTERM');
  await until(
    () =>
      fetch(`${url}/livez`).then(
        () => false,
        () => true,
      ),
    4,
  );
  await held.letGo();

  expect(await write).toMatchObject({
    status: 200,
    connection: 'close',
    body: { data: { addNote: { note: { id: expect.any(String) } } } },
  });
  const signedIn = { data: { signIn: { token: expect.stringMatching(/^jgs_/) } } };
  for (const outcome of await signIns)
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { status: 200, body: signedIn } });
  for (const outcomes of await Promise.all(readers)) {
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 200));
    expect(outcomes.at(-1)?.connection).toBe('close');
  }
  expect(await socketClosed).toBe(GOING_AWAY);
  expect(await server.ended()).toBe(0);
  expect(performance.now() - stoppedAt).toBeLessThan(10_000);
}, 60_000);

/** Sends requests on one connection until the server no longer accepts connections. */
async function untilRefused(url: string, token: string): Promise<Outcome[]> {
  const { post } = person(url, token);
  const outcomes: Outcome[] = [];
  for (;;) {
    try {
      outcomes.push(await post('{ jobs { nodes { id title } } }'));
    } catch (error) {
      expect((error as { code?: string }).code).toBe('ECONNREFUSED');
      return outcomes;
    }
  }
}
