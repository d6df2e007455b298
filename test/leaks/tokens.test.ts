import { scheduledJob, shared } from '../harness/jobs.js';
import { follow, sessionOf } from '../harness/live.js';
import { openWorld, type World } from '../harness/world.js';

const QUERY =
  'query ($id: ID!) { me { kind } business { name } portal { job { title } } job(id: $id) { title } }';
const UNKNOWN = `jgp_${'x'.repeat(43)}`;
let world: World;
let jobId: string;
let good: string;
beforeAll(async () => {
  world = await openWorld({ wrongLinksPer10Minutes: 10_000 });
  const owner = await world.as('owner');
  const job = await scheduledJob(owner);
  jobId = job.jobId;
  good = (await shared(world, owner, job, ['STATUS'])).token;
});
afterAll(() => world.close());

/** A valid link that is then made invalid. */
async function spoilt(change: string): Promise<string> {
  const owner = await world.as('owner');
  const job = await scheduledJob(owner);
  const { token } = await shared(world, owner, job, ['STATUS']);
  await world.sql(`update portal_links set ${change} where job_id = $1`, [job.jobId]);
  return token;
}

/** Returns all responses to a token, on each transport, and the statements that they needed. */
async function responsesTo(token: string) {
  const statements: string[] = [];
  const { portalDb } = world.running.services;
  const run = portalDb.rows;
  portalDb.rows = (sql, values) => {
    statements.push(sql);
    return run.call(portalDb, sql, values) as never;
  };
  const authorization = `Bearer ${token}`;
  const answers = [];
  for (const [path, body] of [
    ['/graphql', JSON.stringify({ query: QUERY, variables: { id: jobId } })],
    ['/graphql', JSON.stringify({ query: 'mutation { recordPortalView }' })],
    [`/photos/${jobId}/display`, undefined],
  ]) {
    const response = await fetch(world.url + path, {
      method: body ? 'POST' : 'GET',
      body,
      headers: { authorization, 'content-type': 'application/json' },
    });
    const headers = [...response.headers].filter(
      // What is left to a caller depends on what it has sent before.
      ([name]) => !['date', 'ratelimit'].includes(name),
    );
    answers.push({ status: response.status, headers, body: await response.text() });
  }
  const live = follow(world, token, 'subscription { portalChanged { messagesEnabled } }');
  answers.push({ ended: await live.ended, answers: live.answers });
  portalDb.rows = run;
  return { answers, statements };
}

it('gives the same response to links that are unknown, expired, revoked, truncated or of another kind', async () => {
  const unknown = await responsesTo(UNKNOWN);
  expect(JSON.stringify(unknown.answers)).toContain('NOT_FOUND');
  const others = {
    expired: await spoilt("expires_at = timestamptz '2020-01-01'"),
    revoked: await spoilt('revoked_at = now()'),
    session: (await sessionOf(world, 'owner')).replace('jgs_', 'jgp_'),
    longer: `${good}x`,
    shouted: `jgp_${good.slice(4).toUpperCase()}`,
  };
  for (const [kind, token] of Object.entries(others))
    expect({ kind, ...(await responsesTo(token)) }).toEqual({ kind, ...unknown });
  for (let length = 'jgp_'.length; length < good.length; length += 1)
    expect({ length, ...(await responsesTo(good.slice(0, length))) }).toEqual({
      length,
      ...unknown,
    });
});

it('gives the same response to the links of a business that has its portal off', async () => {
  const before = await responsesTo(UNKNOWN);
  await world.sql('update businesses set client_portal_enabled = false');
  const off = await responsesTo(good);
  await world.sql('update businesses set client_portal_enabled = true');
  expect(off).toEqual(before);
});

it("tells of a text without a token's prefix what it tells of an unknown session", async () => {
  const answersTo = async (token: string) => {
    const { answers } = await responsesTo(token);
    // The socket is closed with a code; what follows compares it without the rest of the event.
    const ended = answers.pop()?.ended as { code: number };
    return [...answers, ended.code];
  };
  const unknown = await answersTo('jgs_unknown');
  expect(JSON.stringify(unknown)).toContain('UNAUTHENTICATED');
  expect(unknown.at(-1)).toBe(4401);
  for (const token of ['j', 'jgp', good.slice(4), good.replace('jgp_', 'jgs_')])
    expect(await answersTo(token)).toEqual(unknown);
});
