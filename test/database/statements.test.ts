import pg from 'pg';
import { PreparedClient } from '../../src/database/postgres/prepared-client.js';
import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { isQueues, leastCostOf } from '../harness/statements.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

// Cost of requests, counted and not timed: statements, how many of them PostgreSQL had to plan,
// and bytes returned. A number that rises here is a regression; one that falls should be lowered.

let world: World;
let owner: Ask;
beforeAll(async () => {
  // With few connections each of them has soon planned the repeated statements.
  world = await openWorld({ databasePool: 2 });
  owner = await world.as('owner');
  await world.sql(`
    insert into jobs (id, business_id, number, title, client_id)
    select gen_random_uuid(), b.id, 1000 + n, 'Job ' || n, (select id from clients c where c.business_id = b.id limit 1)
    from businesses b, generate_series(1, 60) n where b.slug = 'bright-spark'`);
  await world.sql(`
    insert into notes (id, business_id, job_id, body, created_at)
    select gen_random_uuid(), business_id, id, 'A note', now() from jobs, generate_series(1, 3)`);
});
afterAll(() => world.close());

const EVERYTHING = (first: number) => `{ jobs(first: ${first}) { nodes {
  id title status progress { done total } client { name } assignees { name }
  visits { startsAt assignees { name } } notes { body author { name } } todos { title } photos { caption }
  quotes { totalCents status marginCents lines { description } client { name } } materials { name } staffCostCents marginCents
  publication { version } publications { version publishedBy { name } } portalLinks { sentTo } sharePrompt { revision items { key } }
} } }`;

const BOARD = `{ jobs(first: 50) { nodes { id number title status client { name phone } visits { startsAt endsAt }
  notes { body internal createdAt } todos { title done } quotes { title status netCents marginCents } photos { caption thumbnailUrl } } } }`;

const JOB = `query ($id: ID!) { job(id: $id) { id title status client { name } visits { startsAt } notes { body author { name } }
  todos { title done } quotes { title status marginCents lines { description unitCostCents } } invoices { totalCents status }
  photos { caption shared } materials { name unitCostCents } progress { done total } } }`;

it('a supervisor reads fifty jobs with everything by as many statements as two', async () => {
  const few = await leastCostOf(async () => () => owner(EVERYTHING(2)));
  const many = await leastCostOf(async () => async () => {
    const { data, errors } = await owner<{ jobs: { nodes: unknown[] } }, object>(EVERYTHING(50));
    expect(errors).toBeUndefined();
    expect(data.jobs.nodes).toHaveLength(50);
  });
  expect(many.statements).toHaveLength(few.statements.length);
  expect(new Set(many.statements).size).toBe(many.statements.length);
});

describe('the statements of', () => {
  let job: Awaited<ReturnType<typeof scheduledJob>>;
  let client: Ask;
  beforeAll(async () => {
    job = await scheduledJob(owner);
    client = (await shared(world, owner, job, ['STATUS', 'SCHEDULE'])).client;
  });

  const tick = async () => {
    const { data } = await owner(ops.AddTodoDocument, {
      input: { jobId: job.jobId, title: 'Turn the water off' },
    });
    const { id } = data.addTodo.todo;
    let done = false;
    return () => {
      done = !done;
      return owner(ops.UpdateTodoDocument, { input: { id, done } });
    };
  };

  it.each<[string, () => Promise<() => Promise<unknown>>, number, number]>([
    ['a client, of its whole job', async () => () => client(ops.ClientPortalDocument), 1, 1_700],
    ['an owner, of the board', async () => () => owner(BOARD), 1, 30_000],
    ['an owner, of one job', async () => () => owner(JOB, { id: job.jobId }), 1, 600],
    // Who asks; begin; the job, and whether she still may; the to-do; its update; prompt; share state; what is left to
    // write; commit; and for the payload who raised the prompt.
    ['an owner who ticks a to-do off, with the prompt', tick, 10, 11_000],
    [
      'a stranger with a wrong token',
      async () => () => world.withToken('jgp_x')(ops.ClientPortalDocument),
      // Authentication, and the count of attempts shared by all servers.
      2,
      // The names of its columns, all null: a link to one invoice added the ID of the invoice shown, 26 bytes.
      480,
    ],
  ])('%s', async (_who, prepare, statements, mostBytes) => {
    const ask = await prepare();
    // The first requests plan their statements; from the third on a query is compiled and reads differently.
    for (let times = 0; times < 8; times += 1) await ask();
    const cost = await leastCostOf(async () => ask);
    expect({ statements: cost.statements.length, planned: cost.planned }).toEqual({
      statements,
      planned: 0,
    });
    expect(cost.bytes).toBeLessThan(mostBytes);
  });
});

it('an owner who shares a job, with its link and its mail queued, in twelve statements', async () => {
  const { jobId } = await scheduledJob(owner);
  const share = async () => {
    await owner(ops.AddNoteDocument, { input: { jobId, body: 'Shared', internal: false } });
    const { revision, items } = (await promptOf(owner, jobId)) as NonNullable<Prompt>;
    const input = { jobId, revision, items: items.map(({ key }) => key) };
    return () => owner(SHARE, { input });
  };
  // The first ones plan their statements.
  for (let times = 0; times < 6; times += 1) await (await share())();
  const cost = await leastCostOf(async () => {
    const last = await share();
    return async () => expect((await last()).errors).toBeUndefined();
  });
  // Who asks; begin; business, job, and whether she still may; prompt; share state; client; publication, link and mail;
  // its job in the queue; what is left to write; commit.
  expect({ statements: cost.statements.length, planned: cost.planned }).toEqual({
    statements: 12,
    planned: 0,
  });
});

type Prompt = Awaited<ReturnType<typeof promptOf>>;

const SHARE = `mutation Share($input: ShareWithClientInput!) { shareWithClient(input: $input) {
  publication { version } portalLink { sentTo expiresAt } deliveries { status } sharePromptStatus } }`;

it('what hangs on a record that came without is looked up once for all that stand side by side', async () => {
  // The job of a quote of a job leads back to jobs, which are looked up when they are met.
  const back = '{ jobs(first: 20) { nodes { quotes { job { title notes { body } } } } } }';
  const { statements } = await leastCostOf(async () => () => owner(back));
  expect(statements.length).toBeLessThanOrEqual(4);
});

it('every statement is named, so that PostgreSQL plans it once, and writes bring no names without end', async () => {
  const { jobId } = await scheduledJob(owner);
  const named = await namesOf(() => owner(EVERYTHING(50)));
  expect(named.length).toBeGreaterThan(1);
  expect(named.every((name) => typeof name === 'string')).toBe(true);
  const added: unknown[][] = [];
  for (let times = 0; times < 4; times += 1) {
    const known = new Set(await namesOf(() => addNote(jobId)));
    const again = await namesOf(() => addNote(jobId));
    // Beginning and committing have no values, and so no plan.
    expect(again.filter((name) => name === undefined)).toHaveLength(2);
    added.push(again.filter((name) => !known.has(name)));
  }
  // What the server writes by itself once a second may fall between two of them; a name of the write's own would be in all.
  expect(added.filter((names) => names.length === 0).length).toBeGreaterThanOrEqual(2);
});

const addNote = (jobId: string) =>
  owner(ops.AddNoteDocument, {
    input: { jobId, body: `Another ${Math.random()}`, internal: true },
  });

async function namesOf(ask: () => Promise<unknown>): Promise<unknown[]> {
  const names: unknown[] = [];
  const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: unknown,
    ...all: unknown[]
  ) {
    // The queue has its own connections.
    const { name, text } = all[0] as { name?: string; text: string };
    if (this instanceof PreparedClient && !isQueues(this) && !text.startsWith('set session'))
      names.push(name);
    return (original as (...all: unknown[]) => unknown).apply(this, all);
  } as never);
  await ask();
  spy.mockRestore();
  return names;
}

const original = pg.Client.prototype.query;
