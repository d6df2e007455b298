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

/** A link that works, made so that it does not. */
async function spoilt(change: string): Promise<string> {
  const owner = await world.as('owner');
  const job = await scheduledJob(owner);
  const { token } = await shared(world, owner, job, ['STATUS']);
  await world.sql(`update portal_links set ${change} where job_id = $1`, [job.jobId]);
  return token;
}

/** All that whoever holds a token is told, through each door, and which statements were run for it. */
async function told(token: string) {
  const statements: string[] = [];
  const { portalDb } = world.running.rooms;
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
    const headers = [...response.headers].filter(([name]) => name !== 'date');
    answers.push({ status: response.status, headers, body: await response.text() });
  }
  const live = follow(world, token, 'subscription { portalChanged { messagesEnabled } }');
  answers.push({ ended: await live.ended, answers: live.answers });
  portalDb.rows = run;
  return { answers, statements };
}

it('says the same of a link that is unknown, expired, revoked, cut or of another kind', async () => {
  const unknown = await told(UNKNOWN);
  expect(JSON.stringify(unknown.answers)).toContain('NOT_FOUND');
  const others = {
    expired: await spoilt("expires_at = timestamptz '2020-01-01'"),
    revoked: await spoilt('revoked_at = now()'),
    session: (await sessionOf(world, 'owner')).replace('jgs_', 'jgp_'),
    longer: `${good}x`,
    shouted: `jgp_${good.slice(4).toUpperCase()}`,
  };
  for (const [kind, token] of Object.entries(others))
    expect({ kind, ...(await told(token)) }).toEqual({ kind, ...unknown });
  for (let length = 'jgp_'.length; length < good.length; length += 1)
    expect({ length, ...(await told(good.slice(0, length))) }).toEqual({ length, ...unknown });
});

it('says the same of the links of a business that has its portal off', async () => {
  const before = await told(UNKNOWN);
  await world.sql('update businesses set client_portal_enabled = false');
  const off = await told(good);
  await world.sql('update businesses set client_portal_enabled = true');
  expect(off).toEqual(before);
});

it('takes what does not even begin like a token for no token', async () => {
  const nothing = await told('');
  for (const token of ['j', 'jgp', good.slice(4), good.replace('jgp_', 'jgs_')])
    expect((await told(token)).answers).toEqual(nothing.answers);
});
