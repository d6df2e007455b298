import { jest } from '@jest/globals';
import { PreparedClient } from '../../src/database/prepared-client.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const BOARD = `{ jobs(first: 50) { nodes {
  id title status progress { done total } client { name } assignees { name }
  visits { startsAt assignees { name } } notes { body author { name } } todos { title } photos { caption }
  quotes { totalCents lines { description } client { name } } materials { name } staffCostCents marginCents
  publication { version } publications { version publishedBy { name } } portalLinks { sentTo } sharePrompt { revision items { key } }
} } }`;

/** The statements that reach the database while somebody asks, the worker's own aside. */
async function statementsOf(ask: () => Promise<unknown>): Promise<string[]> {
  const spy = jest.spyOn(PreparedClient.prototype, 'query');
  await ask();
  const texts = spy.mock.calls.map(([text]) => String(text));
  spy.mockRestore();
  return texts;
}

it('a supervisor reads fifty jobs with everything by one statement a relation', async () => {
  await world.sql(`
    insert into jobs (id, business_id, number, title, client_id)
    select gen_random_uuid(), b.id, 1000 + n, 'Job ' || n, (select id from clients c where c.business_id = b.id limit 1)
    from businesses b, generate_series(1, 60) n where b.slug = 'bright-spark'`);
  await world.sql(`
    insert into notes (id, business_id, job_id, body, created_at)
    select gen_random_uuid(), business_id, id, 'A note', now() from jobs, generate_series(1, 3)`);
  const few = await statementsOf(() => owner(BOARD.replace('50', '2')));
  const many = await statementsOf(async () => {
    const { data, errors } = await owner<{ jobs: { nodes: unknown[] } }, object>(BOARD);
    expect(errors).toBeUndefined();
    expect(data.jobs.nodes).toHaveLength(50);
  });
  expect(many.length).toBeLessThanOrEqual(few.length);
  expect(new Set(many).size).toBe(many.length);
  // Principal, page, and 13 relations, some of them met at two levels.
  expect(many.length).toBeLessThanOrEqual(20);
});

it('a client reads its whole job by one statement', async () => {
  const { client } = await shared(world, owner, await scheduledJob(owner), ['STATUS', 'SCHEDULE']);
  const statements = await statementsOf(async () => {
    expect((await client(ops.ClientPortalDocument)).errors).toBeUndefined();
  });
  expect(statements).toHaveLength(1);
});

it('every statement of a request is named, so that PostgreSQL plans it once', async () => {
  await owner(BOARD);
  const { rows } = await world.sql('select 1');
  expect(rows).toHaveLength(1);
  const names: unknown[] = [];
  const original = Object.getPrototypeOf(PreparedClient.prototype).query;
  const spy = jest
    .spyOn(Object.getPrototypeOf(PreparedClient.prototype), 'query')
    .mockImplementation(function (this: unknown, ...all: unknown[]) {
      names.push((all[0] as { name?: string }).name);
      return original.apply(this, all);
    });
  await owner(BOARD);
  spy.mockRestore();
  expect(names.length).toBeGreaterThan(5);
  expect(names.every((name) => typeof name === 'string')).toBe(true);
});
