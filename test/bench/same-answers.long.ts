import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { answered } from '../../scripts/bench/against/answered.js';
import { commitNamed, entryOf, HERE } from '../../scripts/bench/against/checkout.js';
import { BY_API } from '../../scripts/bench/against/upkeep-by-api.js';
import { choicesOf } from '../../scripts/bench/choices.js';
import { restAndChange } from '../../scripts/bench/measure/cold-change.js';
import type { Contender } from '../../scripts/bench/measure/contender.js';
import { serveByHand } from '../../scripts/bench/peers/by-hand.js';
import { serveJson } from '../../scripts/bench/peers/json-server.js';
import { FROM_PUBLICATION, FROM_TABLES } from '../../scripts/bench/peers/routes.js';
import { type Asked, samplesOf } from '../../scripts/bench/seed/sample.js';
import { seed } from '../../scripts/bench/seed/seed.js';
import type { ServerName } from '../../scripts/bench/servers/kinds.js';
import type { ServerProcess } from '../../scripts/bench/servers/server-process.js';
import { askOnce } from '../../scripts/bench/workloads/ask.js';
import { WORKLOADS } from '../../scripts/bench/workloads/index.js';
import { proveSameAnswers } from '../../scripts/bench/workloads/same-answers.js';
import { proveSameEffect } from '../../scripts/bench/workloads/same-effect.js';
import type { WorkloadName } from '../../scripts/bench/workloads/workload.js';
import { cloneDatabase, dropDatabase } from '../../src/database/setup/databases.js';
import { enterWorld, type World } from '../harness/world.js';

const SIZE = { businesses: 1, jobsEach: 3, items: 2 };
const samples = samplesOf(SIZE);

let world: World;
let db: pg.Client;
let peers: Awaited<ReturnType<typeof serveJson>>[];
let servers: { name: ServerName; url: string }[];

beforeAll(async () => {
  const template = process.env.TEST_DATABASE_URL as string;
  const url = await cloneDatabase(template, 'template', `test_${v7().replaceAll('-', '')}`);
  await seed(url, { size: SIZE, say: () => undefined });
  world = await enterWorld(url, {}, () => dropDatabase(url));
  db = new pg.Client({ connectionString: url });
  await db.connect();
  peers = [
    await serveJson(url, 2, FROM_TABLES),
    await serveJson(url, 2, FROM_PUBLICATION),
    await serveByHand(url, 2),
    await serveByHand(url, 2, { pipelined: true }),
  ];
  servers = [
    { name: 'jobglass', url: world.url },
    { name: 'sql', url: peers[0]?.url as string },
    { name: 'publication', url: peers[1]?.url as string },
    { name: 'by-hand', url: peers[2]?.url as string },
    { name: 'by-hand-pipelined', url: peers[3]?.url as string },
  ];
});
afterAll(async () => {
  await db.end();
  for (const peer of peers) await peer.stop();
  await world.close();
});

function proveSame(name: WorkloadName): Promise<void> {
  const workload = WORKLOADS[name];
  const those = servers.filter((each) => workload.servers.includes(each.name));
  expect(those.length).toBeGreaterThan(1);
  const contenders = those.map((server) => ({ server }));
  return proveSameAnswers(workload, contenders, samples[workload.sample]);
}

it.each(['portal', 'board', 'job', 'change'] as const)(
  'a developer who measures %s gets the same result from this server and from hand-written SQL',
  async (name) => {
    await proveSame(name);
  },
);

function proveSameChange(those: typeof servers): Promise<void> {
  const contenders = those.map((server) => ({ server }));
  return proveSameEffect(WORKLOADS.change, contenders, db, samples.changing);
}

it('a developer who measures a change gets the same rows and notifications from this server and the hand-written one', async () => {
  expect(
    servers.filter(({ name }) => WORKLOADS.change.effect?.servers.includes(name)),
  ).toHaveLength(3);
  await proveSameChange(servers);
});

it.each([
  ['a prompt', 'update share_prompts set revision = revision + 1', '.0.rows.prompt.revision is 3'],
  ['a notification', "notify jobglass_live, '1 {}'", '.0.notices is'],
])('a developer who measures learns that %s differs', async (_what, statement, message) => {
  const meddling = await meddler(servers[3]?.url as string, () => world.sql(statement));
  try {
    const [product] = servers;
    await expect(
      proveSameChange([product as never, { name: 'by-hand', url: meddling.url }]),
    ).rejects.toThrow(message);
  } finally {
    meddling.close();
  }
});

it('two people who change a job at once, one through the hand-written server, change one prompt in turn', async () => {
  const [asked] = samples.changing;
  const [, , , ...byHand] = servers;
  if (!asked) throw new Error('There is nothing to ask about.');
  const revision = async () => {
    const { rows } = await db.query('select revision from share_prompts where job_id = $1', [
      asked.jobId,
    ]);
    return rows[0].revision;
  };
  const before = await revision();
  const { rows: todos } = await db.query('select id, title, done from todos where id = $1', [
    asked.todoId,
  ]);
  await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      askOnce(byHand[at % 2]?.url as string, WORKLOADS.change.request('by-hand', asked, 100 + at)),
    ),
  );
  expect(await revision()).toBe(before + 12);
  // Whichever came last: the tests below compare what is published with what is live.
  const { id, title, done } = todos[0];
  await db.query('update todos set title = $2, done = $3 where id = $1', [id, title, done]);
});

/** Forwards a request and does something more before it answers. */
async function meddler(url: string, meddle: () => Promise<unknown>) {
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const answer = await fetch(url + request.url, {
      method: 'POST',
      headers: { authorization: request.headers.authorization ?? '' },
      body: Buffer.concat(chunks),
    });
    const text = await answer.text();
    await meddle();
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

it('a developer who measures learns where two responses differ', async () => {
  await world.sql("update notes set body = 'Something else' where not internal");
  await expect(proveSame('portal')).rejects.toThrow('.job.notes.0.body is "Something else"');
});

it('the hand-written servers refuse a wrong token', async () => {
  const [asked] = samples.reading;
  if (!asked) throw new Error('There is nothing to ask about.');
  const stranger = { ...asked, ownerToken: 'jgs_wrong', portalToken: 'jgp_wrong' };
  const refusal = { errors: [{ extensions: { code: 'NOT_FOUND' } }] };
  for (const name of ['portal', 'board', 'job', 'change'] as const) {
    const answer = await askOnce(
      servers[1]?.url as string,
      WORKLOADS[name].request('sql', stranger, 0),
    );
    expect(answer).toEqual(refusal);
  }
  for (const { url } of servers.slice(3))
    expect(await askOnce(url, WORKLOADS.change.request('by-hand', stranger, 0))).toEqual(refusal);
});

/** This server, driven like one of another commit. */
function contender(): Contender {
  const server = { ...(servers[0] as { name: ServerName; url: string }), pid: process.pid };
  return { label: 'here', server: server as ServerProcess, samples, db, upkeep: BY_API };
}

it('a developer who compares commits has jobs raise prompts through the API, and shares each of them', async () => {
  const here = contender();
  await BY_API.beforeRound(here, WORKLOADS.share);
  for (const asked of samples.sharing) {
    const answer = await askOnce(world.url, WORKLOADS.share.request('jobglass', asked, 0));
    expect(answered(answer)).toMatchObject({
      shareWithClient: { sharePromptStatus: 'NOTHING_TO_SHARE' },
    });
  }
  await expect(
    askOnce(world.url, WORKLOADS.share.request('jobglass', samples.sharing[0] as Asked, 0)).then(
      answered,
    ),
  ).rejects.toThrow('PROMPT_STALE');
});

it('a developer who measures a pause gets the time of a change before and after it', async () => {
  const [rested] = await restAndChange([contender()], 0.05, new AbortController().signal);
  expect(rested?.warm).toBeGreaterThan(0);
  expect(rested?.cold).toBeGreaterThan(0);
});

it('a developer who compares with an unknown commit gets an error', () => {
  expect(() => commitNamed('no-such-commit')).toThrow('git knows no commit "no-such-commit"');
  expect(() => commitNamed('--all')).toThrow('git knows no commit "--all"');
});

it('a developer who compares runs the program of npm start', () => {
  expect(entryOf(HERE)).toBe(join(HERE, 'dist/bundle/src/main.js'));
});

it.each([
  [['growth', '--against', 'HEAD'], '--against goes with measure and cold only.'],
  [['cold', '--rest', '0'], '--rest must be a number above 0.'],
])('a developer who enters %j gets an error', (args, message) => {
  expect(() => choicesOf(args)).toThrow(message);
});

it('a developer who asks for a quick comparison gets one short round, unless set otherwise', () => {
  const quick = ['--against', 'HEAD', '--quick'];
  expect(choicesOf(quick)).toMatchObject({
    rounds: 1,
    seconds: 1,
    against: 'HEAD',
    isWhole: false,
  });
  expect(choicesOf([...quick, '--rounds', '3'])).toMatchObject({ rounds: 3, seconds: 1 });
  expect(choicesOf([])).toMatchObject({ rounds: 5, scale: 1, restSeconds: 30, isWhole: true });
});
