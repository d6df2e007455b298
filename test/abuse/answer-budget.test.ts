import { OPERATION_BUDGET } from '../../src/database/operation-budget.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { follow, sessionOf } from '../harness/live.js';
import { type ServerProcess, startServerProcess } from '../harness/server-process.js';
import { type Answer, type Ask, ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { memoryRiseDuring } from './server-memory.js';
import { othersAreServedDuring } from './watch-health.js';

// A server in a process of its own, on a database where one client has a hundred jobs.
let world: World;
let server: ServerProcess;
let owner: Ask;
let portal: Ask;
let ownerToken: string;
let job: Awaited<ReturnType<typeof scheduledJob>>;
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
  // Of a day before today, so that what is sent from now on is newer.
  await world.sql(
    `insert into messages (id, business_id, job_id, client_id, sender, body, sent_at)
     select ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, business_id, id, client_id, 'CLIENT',
       n || repeat(' and so on', 400), now() from jobs, generate_series(1, 700) n where id = $1`,
    [jobId],
  );
}

const many = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const CIRCLE = 'client { jobs { client { jobs { client { jobs { id title } } } } } }';

/** Fails unless the whole answer is one error that says what to ask for instead. */
function isTooLarge({ data, errors }: Answer<unknown>, details: object = {}): void {
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

const TOO_LARGE: [string, string][] = [
  [
    'a client of jobs of a client of jobs',
    `query ($client: ID!) { client(id: $client) { jobs { ${CIRCLE} } } }`,
  ],
  ['the same in a page', `{ jobs(first: 100) { nodes { ${CIRCLE} } } }`],
  [
    'one list under many names',
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

it.each(TOO_LARGE)(
  'staff who ask for %s get one error, and nobody else waits',
  async (what, query) => {
    const variables = { client: job.clientId };
    const { riseMb } = await memoryRiseDuring(server.process.pid as number, () =>
      othersAreServedDuring(server.url, what, async () => {
        // From the third time on it would be compiled.
        for (let turn = 0; turn < 4; turn += 1) isTooLarge(await owner(query, variables));
      }),
    );
    process.stdout.write(`${what}: memory rose by ${Math.round(riseMb)} MB\n`);
    expect(riseMb).toBeLessThan(200);
  },
);

it('two dozen at once are answered too, and memory stays bounded', async () => {
  const query = TOO_LARGE[3]?.[1] as string;
  const { riseMb } = await memoryRiseDuring(server.process.pid as number, async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, () => owner(query)));
    for (const each of answers) expect(each.errors).toHaveLength(1);
  });
  process.stdout.write(`two dozen at once: memory rose by ${Math.round(riseMb)} MB\n`);
  expect(riseMb).toBeLessThan(500);
});

it('a list that is too long to be brought along is answered whole all the same', async () => {
  const query = 'query ($id: ID!) { job(id: $id) { title notes { id body } } }';
  for (let turn = 0; turn < 5; turn += 1) {
    const { data, errors } = await owner<{ job: { notes: unknown[] } }, object>(query, {
      id: job.jobId,
    });
    expect(errors).toBeUndefined();
    expect(data.job.notes).toHaveLength(620);
  }
});

it('a change whose payload is too large says that it was made', async () => {
  const mutation = `mutation ($input: AddNoteInput!) { addNote(input: $input) { job { ${CIRCLE} } } }`;
  const body = `Kept ${Date.now()}`;
  const answer = await owner(mutation, { input: { jobId: job.jobId, body } });
  isTooLarge(answer, { committed: true });
  const { rows } = await world.sql('select id from notes where body = $1', [body]);
  expect(rows).toHaveLength(1);
});

it('a change after one whose payload was too large is not made', async () => {
  const body = `Second ${Date.now()}`;
  const mutation = `mutation ($a: AddNoteInput!, $b: AddNoteInput!) {
    a: addNote(input: $a) { job { ${CIRCLE} } } b: addNote(input: $b) { note { id } } }`;
  const answer = await owner(mutation, {
    a: { jobId: job.jobId, body: 'First' },
    b: { jobId: job.jobId, body },
  });
  isTooLarge(answer, { committed: true });
  const { rows } = await world.sql('select id from notes where body = $1', [body]);
  expect(rows).toHaveLength(0);
});

it('a subscription whose event is too large gets the same error over its WebSocket', async () => {
  const query = `subscription ($id: ID!) { jobChanged(jobId: $id) { id ${CIRCLE} } }`;
  const subscription = follow<object, { id: string }>(server, ownerToken, query, {
    id: job.jobId,
  });
  // It tells of changes from the moment on that it is open, which nothing outside says.
  const answer = await until(async () => {
    await owner(ops.AddNoteDocument, { input: { jobId: job.jobId, body: 'News' } });
    return subscription.answers[0];
  });
  isTooLarge(answer as Answer<unknown>);
  await subscription.close();
});

it('a client who asks for its thread under fifty names gets one error', async () => {
  const query = `{ portal { job { id ${many(49, (at) => `m${at}: messages { id body }`)} } } }`;
  for (let turn = 0; turn < 4; turn += 1) isTooLarge(await portal(query));
});

it('a preview under fifty names is bounded too', async () => {
  const items = `["STATUS", "SCHEDULE"]`;
  await owner(ops.UpdateJobDocument, { input: { id: job.jobId, title: 'Fix both taps' } });
  const query = `query ($id: ID!) { job(id: $id) { sharePrompt {
    ${many(40, (at) => `p${at}: preview(items: ${items}) { title client { jobs { notes { body } } } }`)} } } }`;
  const { data, errors } = await owner<{ job: unknown }, object>(query, { id: job.jobId });
  // A preview shows no client, so there is nothing to multiply: it is answered.
  expect(errors ?? []).toEqual([]);
  expect(data.job).not.toBeNull();
});

it('has room for the largest that the product itself asks for, several times over', async () => {
  const boards: [string, string][] = [
    ['board of 100 jobs', `{ jobs(first: 100) { nodes { ${EVERYTHING} } } }`],
    ['one job', `query ($id: ID!) { job(id: $id) { ${EVERYTHING} } }`],
  ];
  for (const [what, query] of boards) {
    const answer = await (await world.as('owner'))<{ jobs: unknown }, object>(query, {
      id: job.jobId,
    });
    expect(answer.errors).toBeUndefined();
    const bytes = JSON.stringify(answer.data).length;
    process.stdout.write(
      `${what}: ${Math.round(bytes / 1024)} kB of ${OPERATION_BUDGET.maxAnswerBytes / 1024} kB\n`,
    );
  }
});

const EVERYTHING = `id number title status client { name phone } progress { done total } assignees { name }
  visits { startsAt endsAt assignees { name } } notes { body author { name } } todos { title done } photos { caption }
  quotes { title status totalCents lines { description } } invoices { totalCents status payments { amountCents } }
  materials { name } publications { version } portalLinks { sentTo } sharePrompt { revision items { key label } }`;

it('a caller who hangs up ends the statements of its query', async () => {
  const blocker = await world.sql('select pg_backend_pid() as pid');
  expect(blocker.rows).toHaveLength(1);
  const leaving = new AbortController();
  const { default: pg } = await import('pg');
  const holder = new pg.Client({ connectionString: world.databaseUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('lock table materials in access exclusive mode');
  const asked = fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ownerToken}` },
    body: JSON.stringify({ query: '{ jobs(first: 3) { nodes { materials { name } } } }' }),
    signal: leaving.signal,
  }).catch(() => 'gone');
  const waiting = async () =>
    (
      await world.sql(
        "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%materials%' and datname = current_database()",
      )
    ).rows.length;
  await until(async () => (await waiting()) > 0);
  leaving.abort();
  expect(await asked).toBe('gone');
  await until(async () => (await waiting()) === 0, 5);
  await holder.query('rollback');
  await holder.end();
  expect((await owner<{ me: object }, object>('{ me { kind } }')).data.me).toBeTruthy();
});

describe('the pages of a thread', () => {
  const PAGE =
    'query ($id: ID!, $after: String) { job(id: $id) { messagesPage(first: 100, after: $after) { nodes { id body } pageInfo { hasNextPage endCursor } } } }';
  interface Thread {
    job: {
      messagesPage: {
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
  }

  it.each([
    ['staff', () => owner],
    ['the client', () => portal],
  ])('bring %s every message once, newest first', async (_who, who) => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const answer: Answer<Thread> = await who()<Thread, object>(PAGE, { id: job.jobId, after });
      expect(answer.errors).toBeUndefined();
      const { nodes, pageInfo }: Thread['job']['messagesPage'] = answer.data.job.messagesPage;
      ids.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(new Set(ids).size).toBe(700);
    expect(ids).toEqual([...ids].sort().reverse());
  });
});

it('the same page of many parents is one statement and keeps to each parent', async () => {
  const query =
    'query ($id: ID!) { client(id: $id) { jobsPage(first: 3) { nodes { id notesPage(first: 2) { edges { cursor node { id } } pageInfo { hasNextPage } } } } } }';
  const { data, errors } = await owner<
    { client: { jobsPage: { nodes: { notesPage: { edges: unknown[] } }[] } } },
    object
  >(query, { id: job.clientId });
  expect(errors).toBeUndefined();
  expect(data.client.jobsPage.nodes).toHaveLength(3);
  for (const { notesPage } of data.client.jobsPage.nodes) {
    expect(notesPage.edges).toHaveLength(2);
    expect(notesPage).toMatchObject({ pageInfo: { hasNextPage: true } });
  }
});
