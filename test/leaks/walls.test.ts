import fc from 'fast-check';
import type { GraphQLObjectType } from 'graphql';
import { graphsOf } from '../../src/server/graphs.js';
import { buildContract } from '../../src/server/schema.js';
import { startJobglass } from '../../src/server/start.js';
import type { Wall } from '../../src/server/walls.js';
import { testConfig } from '../harness/test-config.js';
import type { World } from '../harness/world.js';
import { anOperation, Draw, everythingOf } from './operations.js';
import { openTwoWorlds, type TwoWorlds } from './two-worlds.js';

const RUNS = Math.ceil(Number(process.env.LEAK_RUNS ?? 1500) / 10);
const MINUTES = 60_000;
const { schema, policy } = buildContract();
const { visible } = graphsOf(schema, policy).CLIENT;

/** How each wall shows that it is down: what it alone would have kept. */
const DOWN: Record<Wall, (worlds: TwoWorlds) => Promise<void>> = {
  async GRAPH({ a, job }) {
    // Refused by the rule when it stands; now the resolver answers, out of a reader that has nothing.
    const { data } = await a.withToken(job.token)<{ jobs: object }, object>(
      '{ jobs { nodes { id } } }',
    );
    expect(data.jobs).toEqual({ nodes: [] });
  },
  async READER({ a, job, lines }) {
    lines.length = 0;
    const { errors } = await a.withToken(job.token)('{ portal { job { notes { body } } } }');
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL_ERROR');
    expect(lines.join()).toContain('permission denied for table');
  },
  async ROLE({ a }) {
    expect(await internalNotesOf(a)).toHaveLength(1);
  },
};

async function internalNotesOf(world: World): Promise<unknown[]> {
  const { portalDb } = world.running.rooms;
  return portalDb.rows('select body from notes where internal limit 1', []);
}

describe.each(['GRAPH', 'READER', 'ROLE'] as const)('with the wall %s down', (wall) => {
  let worlds: TwoWorlds;
  beforeAll(async () => {
    worlds = await openTwoWorlds({ wallsDown: [wall] });
  }, 2 * MINUTES);
  afterAll(() => worlds.close());

  it('is down', () => DOWN[wall](worlds));

  it('tells a client nothing that is internal', async () => {
    const all = (name: string) => everythingOf(visible.getType(name) as GraphQLObjectType);
    const internal = everythingOf(schema.getType('Job') as GraphQLObjectType, [
      'Job',
      'Client',
      'SharePrompt',
      'Publication',
    ]);
    const id = worlds.job.jobId;
    await worlds.graphql(`{ portal ${all('Portal')} business ${all('Business')} }`);
    await worlds.graphql(`query ($id: ID!) { job(id: $id) ${internal} }`, { id });
    await worlds.graphql('{ jobs { nodes { id title marginCents } pageInfo { endCursor } } }');
    await worlds.graphql('{ clients(search: "a") { nodes { id email } } }');
  });

  it(
    'tells it nothing whatever it makes up',
    async () => {
      const { jobId, quoteIds } = worlds.job;
      const { rows } = await worlds.a.sql(
        'select id::text from notes union all select id::text from quotes union all select id::text from clients',
      );
      const material = {
        visible,
        whole: schema,
        ids: [jobId, jobId, jobId, ...quoteIds, ...rows.map((row) => String(row.id))],
        texts: ['Hello', 'bright-spark'],
        kinds: ['query', 'query', 'mutation'] as ('query' | 'mutation')[],
      };
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (gen) => {
          const { query, variables } = anOperation(new Draw(gen, fc), material);
          await worlds.graphql(query, variables);
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    (1 + RUNS / 500) * MINUTES,
  );

  it('gives no picture that is not shown', async () => {
    const { hiddenPhotoId, photoId } = worlds.job;
    for (const path of [
      `${hiddenPhotoId}/display`,
      `${hiddenPhotoId}/original`,
      `${photoId}/original`,
    ])
      expect((await worlds.ask({ method: 'GET', path: `/photos/${path}` })).status).not.toBe(200);
  });
});

it('takes no wall down in production', async () => {
  const config = testConfig(process.env.TEST_FOLDER as string, { production: true });
  const start = startJobglass({
    config,
    databaseUrl: 'postgresql://nowhere.test/x',
    wallsDown: ['ROLE'],
  });
  await expect(start).rejects.toThrow('In production all walls stand');
});
