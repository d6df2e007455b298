import { readEvents } from '../harness/event-stream.js';
import { scheduledJob } from '../harness/jobs.js';
import { follow, sessionOf } from '../harness/live.js';
import { enterWorld, openWorld, until, type World } from '../harness/world.js';

const LIMITS = { pointsPerMinute: { staff: 60, others: 12 } };
const QUERY = '{ jobs(first: 2) { nodes { id } } }';
let world: World;
let other: World;
let token: string;
beforeAll(async () => {
  world = await openWorld(LIMITS);
  other = await enterWorld(world.databaseUrl, LIMITS);
  token = await sessionOf(world, 'owner');
});
afterAll(async () => {
  await other.close();
  await world.close();
});
// A minute in which nothing was spent.
beforeEach(() => nextMinute());

function nextMinute(): void {
  const inMinute = world.clock.now().getTime() % 60_000;
  for (const { clock } of [world, other]) clock.advance(60_000 - inMinute + 100);
}

async function post(
  body: object,
  { at = world, bearer = token }: { at?: World; bearer?: string | null } = {},
) {
  const response = await fetch(`${at.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer && { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(body),
  });
  const { headers, status } = response;
  return { status, headers, body: (await response.json()) as Answered };
}

interface Answered {
  data: unknown;
  errors: { extensions: { code: string } }[];
  extensions: { cost: { points: number } };
}

function remaining(headers: Headers): number {
  return Number(headers.get('ratelimit')?.match(/^"points";r=(\d+);t=\d+$/)?.[1]);
}

it('a developer sees in every response what is left, on the fast path too', async () => {
  const left: number[] = [];
  for (let times = 0; times < 5; times += 1) {
    const { headers } = await post({ query: QUERY });
    expect(headers.get('ratelimit-policy')).toBe('"points";q=60;w=60');
    left.push(remaining(headers));
  }
  expect(left).toEqual([59, 58, 57, 56, 55]);
});

it('past its points a caller is refused until the minute is over, and nobody else is', async () => {
  const sent = [];
  for (let times = 0; times < 62; times += 1) sent.push(await post({ query: QUERY }));
  expect(sent.filter(({ status }) => status === 200)).toHaveLength(60);
  const refused = sent.at(-1) as Awaited<ReturnType<typeof post>>;
  expect(refused.status).toBe(429);
  expect(refused.body.errors[0]?.extensions.code).toBe('RATE_LIMITED');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
  expect(await (await world.as('supervisor'))(QUERY)).not.toHaveProperty('errors');
  nextMinute();
  expect((await post({ query: QUERY })).status).toBe(200);
});

it('a large response and each operation of a batch cost more, and the response says what on demand', async () => {
  const query = '{ visibilityMatrix { type field audiences } }';
  const { body, headers } = await post({ query, extensions: { cost: true } });
  const { cost } = body.extensions;
  expect(cost).toMatchObject({ records: expect.any(Number), bytes: expect.any(Number) });
  expect(cost.points).toBeGreaterThan(60);
  expect(remaining(headers)).toBe(0);
  nextMinute();
  // As an event stream too.
  const stream = await readEvents(world, token, { query });
  expect((await stream.next()).data?.data).toBeDefined();
  expect(remaining(stream.headers)).toBe(0);
  nextMinute();
  const small = await post({ query: QUERY, extensions: { cost: true } });
  expect(small.body.extensions.cost).toMatchObject({
    points: 1,
    records: 3,
    bytes: expect.any(Number),
  });
  expect((await post({ query: QUERY })).body).not.toHaveProperty('extensions');
  nextMinute();
  expect(remaining((await post([{ query: QUERY }, { query: QUERY }])).headers)).toBe(58);
});

it('the points of a caller are those of all servers together', async () => {
  for (let times = 0; times < 20; times += 1) await post({ query: QUERY });
  await world.running.services.requestPoints.write();
  await post({ query: QUERY }, { at: other });
  await other.running.services.requestPoints.write();
  expect(remaining((await post({ query: QUERY }, { at: other })).headers)).toBe(38);
});

it('visitors have the points of their network', async () => {
  const query = '{ me { kind } }';
  const statuses: number[] = [];
  for (let times = 0; times < 14; times += 1)
    statuses.push((await post({ query }, { bearer: null })).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(12);
});

it('a subscription ends when its reader has no points left', async () => {
  const query = 'subscription ($id: ID!) { jobChanged(jobId: $id) { title } }';
  const owner = await world.as('owner');
  const { jobId } = await scheduledJob(owner, 'Followed for a while');
  const supervisor = await sessionOf(world, 'supervisor');
  nextMinute();
  const live = follow(world, supervisor, query, { id: jobId });
  await until(() => world.running.services.live.open > 0);
  for (let times = 0; times < 60; times += 1) await post({ query: QUERY }, { bearer: supervisor });
  await owner('mutation ($input: UpdateJobInput!) { updateJob(input: $input) { job { id } } }', {
    input: { id: jobId, title: 'One more change' },
  });
  await until(() => live.hasEnded());
  expect(live.answers.at(-1)?.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  await live.close();
});
