import { scheduledJob, shared } from '../harness/jobs.js';
import { sessionOf } from '../harness/live.js';
import { type ServerProcess, startServerProcess } from '../harness/server-process.js';
import { type Answer, type Ask, ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { memoryRiseDuring } from './server-memory.js';
import { othersAreServedDuring } from './watch-health.js';

export let world: World;
export let server: ServerProcess;
export let owner: Ask;
export let portal: Ask;
export let ownerToken: string;
export let job: Awaited<ReturnType<typeof scheduledJob>>;

/** A server in its own process, on a database where one client has a hundred jobs. */
export function serveLargeClient(): void {
  beforeAll(async () => {
    world = await openWorld();
    const before = await world.as('owner');
    job = await scheduledJob(before);
    await before(ops.SetClientMessagesDocument, { jobId: job.jobId, enabled: true });
    const { token } = await shared(world, before, job, ['STATUS', 'SCHEDULE']);
    await fill(job);
    ownerToken = await sessionOf(world, 'owner');
    server = await startServerProcess({
      DATABASE_URL: world.databaseUrl,
      JOBGLASS_DATA: process.env.TEST_FOLDER as string,
    });
    owner = ask(server.url, ownerToken);
    portal = ask(server.url, token);
  }, 60_000);
  afterAll(async () => {
    server.process.kill('SIGKILL');
    await server.ended();
    await world.close();
  });
}

/** A hundred jobs of one client, each with twenty notes of 2,000 characters; 700 messages on the first. */
async function fill({ jobId, clientId }: { jobId: string; clientId: string }): Promise<void> {
  await world.sql(
    `insert into jobs (id, business_id, number, title, client_id)
     select gen_random_uuid(), business_id, 5000 + n, 'Job ' || n, id from clients, generate_series(1, 99) n where id = $1`,
    [clientId],
  );
  await world.sql(
    `insert into notes (id, business_id, job_id, body, internal, created_at)
     select gen_random_uuid(), business_id, id, repeat('A long note. ', 150), true, now()
     from jobs, generate_series(1, 20) where client_id = $1`,
    [clientId],
  );
  await world.sql(
    `insert into notes (id, business_id, job_id, body, internal, created_at)
     select gen_random_uuid(), business_id, id, 'Note ' || n, true, now() from jobs, generate_series(1, 600) n where id = $1`,
    [jobId],
  );
  // Created yesterday, so that what is sent from now on is newer.
  await world.sql(
    `insert into messages (id, business_id, job_id, client_id, sender, body, sent_at)
     select ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, business_id, id, client_id, 'CLIENT',
       n || repeat(' and so on', 400), now() from jobs, generate_series(1, 700) n where id = $1`,
    [jobId],
  );
}

export const many = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
export const CIRCLE = 'client { jobs { client { jobs { client { jobs { id title } } } } } }';

/** Fails unless the whole response is one error that suggests a smaller query. */
export function isTooLarge({ data, errors }: Answer<unknown>, details: object = {}): void {
  expect({ data, errors }).toEqual({
    data: null,
    errors: [
      {
        message: expect.stringMatching(/would hold too much/),
        extensions: { code: 'QUERY_TOO_LARGE', ...details },
      },
    ],
  });
}

export const TOO_LARGE: [string, string][] = [
  [
    'the jobs of the clients of the jobs of a client',
    `query ($client: ID!) { client(id: $client) { jobs { ${CIRCLE} } } }`,
  ],
  ['the same in a page', `{ jobs(first: 100) { nodes { ${CIRCLE} } } }`],
  [
    'one list under many aliases',
    `query ($client: ID!) { client(id: $client) { jobs { ${many(40, (at) => `n${at}: notes { body }`)} } } }`,
  ],
  [
    'the notes of the jobs of the client of every job',
    '{ jobs(first: 100) { nodes { client { jobs { notes { body createdAt author { name } } } } } } }',
  ],
  [
    'lists in fragments',
    `query ($client: ID!) { client(id: $client) { ...A } }
     fragment A on Client { jobs { client { ...B } } } fragment B on Client { jobs { notes { ...C } } } fragment C on Note { id body }`,
  ],
  [
    'pages in pages',
    `{ jobs(first: 100) { nodes { client { jobsPage(first: 50) { nodes { notesPage(first: 20) { nodes { body } } } } } } } }`,
  ],
  [
    'everything twenty times',
    `{ ${many(20, (at) => `j${at}: jobs(first: 100) { nodes { notes { body } todos { title } } }`)} }`,
  ],
];

/** Staff send these queries, each so often, and then one of them at once this many times; a client its whole thread. */
export function tryLargeQueries(queries: [string, string][], turns: number, atOnce: number): void {
  it.each(queries)(
    'staff who query %s get one error, and nobody else has to wait',
    async (what, query) => {
      const variables = { client: job.clientId };
      const { riseMb } = await memoryRiseDuring(server.process.pid as number, () =>
        othersAreServedDuring(server.url, what, async () => {
          // From the second time on it takes the fast path.
          for (let turn = 0; turn < turns; turn += 1) isTooLarge(await owner(query, variables));
        }),
      );
      process.stdout.write(`${what}: memory rose by ${Math.round(riseMb)} MB\n`);
      expect(riseMb).toBeLessThan(200);
    },
  );

  it(`${atOnce} large queries at once are answered too, and memory stays bounded`, async () => {
    const query = TOO_LARGE[3]?.[1] as string;
    const { riseMb } = await memoryRiseDuring(server.process.pid as number, async () => {
      const answers = await Promise.all(Array.from({ length: atOnce }, () => owner(query)));
      for (const each of answers) expect(each.errors).toHaveLength(1);
    });
    process.stdout.write(`${atOnce} at once: memory rose by ${Math.round(riseMb)} MB\n`);
    expect(riseMb).toBeLessThan(500);
  });

  it('a client who queries its thread under fifty aliases gets one error', async () => {
    const query = `{ portal { job { id ${many(49, (at) => `m${at}: messages { id body }`)} } } }`;
    for (let turn = 0; turn < turns; turn += 1) isTooLarge(await portal(query));
  });
}
