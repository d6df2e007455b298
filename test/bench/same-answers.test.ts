import { v7 } from 'uuid';
import { serveJson } from '../../scripts/bench/peers/json-server.js';
import { FROM_PUBLICATION, FROM_TABLES } from '../../scripts/bench/peers/routes.js';
import { samplesOf } from '../../scripts/bench/seed/sample.js';
import { seed } from '../../scripts/bench/seed/seed.js';
import type { ServerName } from '../../scripts/bench/servers/kinds.js';
import { askOnce } from '../../scripts/bench/workloads/ask.js';
import { WORKLOADS } from '../../scripts/bench/workloads/index.js';
import { proveSameAnswers } from '../../scripts/bench/workloads/same-answers.js';
import type { WorkloadName } from '../../scripts/bench/workloads/workload.js';
import { cloneDatabase, dropDatabase } from '../../src/database/databases.js';
import { enterWorld, type World } from '../harness/world.js';

const SIZE = { businesses: 1, jobsEach: 3, items: 2 };
const samples = samplesOf(SIZE);

let world: World;
let peers: Awaited<ReturnType<typeof serveJson>>[];
let servers: { name: ServerName; url: string }[];

beforeAll(async () => {
  const template = process.env.TEST_DATABASE_URL as string;
  const url = await cloneDatabase(template, 'template', `test_${v7().replaceAll('-', '')}`);
  await seed(url, { size: SIZE, say: () => undefined });
  world = await enterWorld(url, {}, () => dropDatabase(url));
  peers = [await serveJson(url, 2, FROM_TABLES), await serveJson(url, 2, FROM_PUBLICATION)];
  servers = [
    { name: 'jobglass', url: world.url },
    { name: 'sql', url: peers[0]?.url as string },
    { name: 'publication', url: peers[1]?.url as string },
  ];
});
afterAll(async () => {
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
  'whoever measures %s has the same answered by this server and by hand-written SQL',
  async (name) => {
    await proveSame(name);
  },
);

it('whoever measures is told where two answers differ', async () => {
  await world.sql("update notes set body = 'Something else' where not internal");
  await expect(proveSame('portal')).rejects.toThrow('.job.notes.0.body is "Something else"');
});

it('the hand-written servers let nobody in by a wrong token', async () => {
  const [asked] = samples.reading;
  if (!asked) throw new Error('There is nothing to ask about.');
  const stranger = { ...asked, ownerToken: 'jgs_wrong', portalToken: 'jgp_wrong' };
  for (const name of ['portal', 'board', 'job', 'change'] as const) {
    const answer = await askOnce(
      servers[1]?.url as string,
      WORKLOADS[name].request('sql', stranger, 0),
    );
    expect(answer).toEqual({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  }
});
