import fc from 'fast-check';
import type { GraphQLObjectType } from 'graphql';
import { sharedContract } from '../../src/server/boot/contract.js';
import { startJobglass } from '../../src/server/boot/start.js';
import type { DisabledLayer } from '../../src/visibility/disabled-layers.js';
import { audienceSchemas } from '../../src/visibility/schemas/audience-schemas.js';
import { testConfig } from '../harness/test-config.js';
import type { World } from '../harness/world.js';
import { anOperation, Draw, everythingOf } from './operations.js';
import { findPlantedFaults } from './planted-faults.js';
import { openTwoWorlds, type TwoWorlds } from './two-worlds.js';

const RUNS = Math.ceil(Number(process.env.LEAK_RUNS ?? 120) / 10);
const MINUTES = 60_000;
const { schema, policy } = sharedContract();
const { visible } = audienceSchemas(schema, policy).CLIENT;

/** Checks that each layer is disabled: something only it prevents succeeds. */
const DOWN: Record<DisabledLayer, (worlds: TwoWorlds) => Promise<void>> = {
  async SCHEMA({ a, job }) {
    // With the rule it would be refused; now the resolver runs, with a reader that finds nothing.
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
  const { portalDb } = world.running.services;
  return portalDb.rows('select body from notes where internal limit 1', []);
}

let worlds: TwoWorlds;
beforeAll(async () => {
  worlds = await openTwoWorlds();
}, 2 * MINUTES);
afterAll(() => worlds.close());

describe('with every layer and a planted fault', () => findPlantedFaults(() => worlds));

describe.each(['SCHEMA', 'READER', 'ROLE'] as const)('with the layer %s disabled', (wall) => {
  beforeAll(() => worlds.restart({ disabledLayers: [wall] }), MINUTES);

  it('it is disabled', () => DOWN[wall](worlds));

  it('a client gets nothing internal', async () => {
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
    for (const { jobId, token } of Object.values(worlds.job.ownPages)) {
      await worlds.graphql(`{ portal ${all('Portal')} }`, {}, undefined, token);
      await worlds.graphql(
        `query ($id: ID!) { job(id: $id) ${internal} }`,
        { id: jobId },
        undefined,
        token,
      );
    }
  });

  it(
    'a client gets nothing internal from any generated operation',
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

  it('no photo is served that is not shared', async () => {
    const { hiddenPhotoId, photoId } = worlds.job;
    for (const path of [
      `${hiddenPhotoId}/display`,
      `${hiddenPhotoId}/original`,
      `${photoId}/original`,
    ])
      expect((await worlds.ask({ method: 'GET', path: `/photos/${path}` })).status).not.toBe(200);
  });
});

it('production refuses to disable a layer', async () => {
  const config = testConfig(process.env.TEST_FOLDER as string, { production: true });
  const start = startJobglass({
    config,
    databaseUrl: 'postgresql://nowhere.test/x',
    disabledLayers: ['ROLE'],
  });
  await expect(start).rejects.toThrow('In production every layer is on');
});
