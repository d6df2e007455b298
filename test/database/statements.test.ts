import pg from 'pg';
import { PreparedClient } from '../../src/database/prepared-client.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

// What a request costs, counted and not timed: statements, how many of them PostgreSQL had to plan anew,
// and what came back. A number that rises here is a regression; one that falls is to be lowered.

let world: World;
let owner: Ask;
beforeAll(async () => {
  // With few connections, each of them has soon planned what is asked again.
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

interface Cost {
  statements: string[];
  planned: number;
  bytes: number;
}

/** What reaches the database while somebody asks, the worker's own aside. */
async function costOf(ask: () => Promise<unknown>): Promise<Cost> {
  const cost: Cost = { statements: [], planned: 0, bytes: 0 };
  const clients = new Set<pg.Client>();
  const before = new Map<pg.Client, number>();
  const query = jest.spyOn(PreparedClient.prototype, 'query').mockImplementation(function (
    this: PreparedClient,
    ...all: unknown[]
  ): never {
    if (!clients.has(this)) before.set(this, streamOf(this).bytesRead);
    clients.add(this);
    // Making a new connection ready is no cost of a request.
    if (!String(all[0]).startsWith('set session')) cost.statements.push(String(all[0]));
    return sent.apply(this, all);
  });
  const parse = jest.spyOn(pg.Connection.prototype as never, 'parse');
  await ask();
  // The queue plans on connections of its own, whenever it likes.
  const ours = [...clients].map(connectionOf);
  cost.planned = parse.mock.contexts.filter((each) => ours.includes(each as never)).length;
  for (const client of clients)
    cost.bytes += streamOf(client).bytesRead - (before.get(client) ?? 0);
  query.mockRestore();
  parse.mockRestore();
  return cost;
}

const sent = PreparedClient.prototype.query;

interface Connection {
  stream: { bytesRead: number };
}

function connectionOf(client: pg.Client): Connection {
  return (client as unknown as { connection: Connection }).connection;
}

function streamOf(client: pg.Client): Connection['stream'] {
  return connectionOf(client).stream;
}

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
  const few = await costOf(() => owner(EVERYTHING(2)));
  const many = await costOf(async () => {
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
    ['a client, of its whole job', async () => () => client(ops.ClientPortalDocument), 1, 1_600],
    ['an owner, of the board', async () => () => owner(BOARD), 1, 30_000],
    ['an owner, of one job', async () => () => owner(JOB, { id: job.jobId }), 1, 600],
    // One of them asks, before the commit, whether she may still do it.
    ['an owner who ticks a to-do off, with the prompt', tick, 16, 11_000],
    [
      'a stranger with a wrong token',
      async () => () => world.withToken('jgp_x')(ops.ClientPortalDocument),
      // Who it is, and the count of tries that all servers share.
      2,
      440,
    ],
  ])('%s', async (_who, prepare, statements, mostBytes) => {
    const ask = await prepare();
    // The first ones plan their statements; from the third on a query is compiled, and reads differently.
    for (let times = 0; times < 8; times += 1) await ask();
    const cost = await costOf(ask);
    expect({ statements: cost.statements.length, planned: cost.planned }).toEqual({
      statements,
      planned: 0,
    });
    expect(cost.bytes).toBeLessThan(mostBytes);
  });
});

it('what hangs on a record that came without is looked up once for all that stand side by side', async () => {
  // The job of a quote of a job leads back to jobs, which are looked up when they are met.
  const back = '{ jobs(first: 20) { nodes { quotes { job { title notes { body } } } } } }';
  const { statements } = await costOf(() => owner(back));
  expect(statements.length).toBeLessThanOrEqual(4);
});

it('every read is named, so that PostgreSQL plans it once; a write, which carries its values, is not', async () => {
  const { jobId } = await scheduledJob(owner);
  const named = await namesOf(() => owner(EVERYTHING(50)));
  expect(named.length).toBeGreaterThan(2);
  expect(named.every((name) => typeof name === 'string')).toBe(true);
  for (let times = 0; times < 2; times += 1) {
    const known = new Set(await namesOf(() => addNote(jobId)));
    const again = await namesOf(() => addNote(jobId));
    // No write brings a name of its own, however many there are.
    expect(again.filter((name) => !known.has(name))).toEqual([]);
  }
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
    // The queue has connections of its own.
    const { name, text } = all[0] as { name?: string; text: string };
    if (this instanceof PreparedClient && !text.startsWith('set session')) names.push(name);
    return (original as (...all: unknown[]) => unknown).apply(this, all);
  } as never);
  await ask();
  spy.mockRestore();
  return names;
}

const original = pg.Client.prototype.query;
