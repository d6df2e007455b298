import type { GraphQLObjectType } from 'graphql';
import { PublicationReader } from '../../src/portal/publication-reader.js';
import { graphsOf } from '../../src/server/graphs.js';
import { buildContract } from '../../src/server/schema.js';
import { Refusal } from '../../src/visibility/refusals.js';
import type { World } from '../harness/world.js';
import { everythingOf } from './operations.js';
import { MARK } from './secrets.js';
import { openTwoWorlds, type TwoWorlds } from './two-worlds.js';

type View = Record<string, never> & { quotes: { id: string }[]; notes: Record<string, unknown>[] };

const { schema, policy } = buildContract();
const { visible } = graphsOf(schema, policy).CLIENT;
const PORTAL = `{ portal ${everythingOf(visible.getType('Portal') as GraphQLObjectType)} }`;
let worlds: TwoWorlds;
beforeAll(async () => {
  worlds = await openTwoWorlds();
}, 120_000);
afterAll(() => worlds.close());

/** Faults in what a client is given, each made of something that its world alone knows. */
const FAULTS: Record<string, (view: View, world: World) => Promise<void>> = {
  async 'a field that went from internal to visible'(view, world) {
    Object.assign(view, { description: await one(world, 'internal_notes', 'jobs where id = $1') });
  },
  async 'a count that includes hidden to-dos'(view, world) {
    const total = Number(await one(world, 'count(*)', 'todos where job_id = $1'));
    Object.assign(view, { progress: { done: 1, total } });
  },
  async 'an order by what is internal'(view, world) {
    const order = await one(
      world,
      "string_agg(id::text, ',' order by internal_notes)",
      'quotes where job_id = $1',
    );
    view.quotes.sort((x, y) => order.indexOf(x.id) - order.indexOf(y.id));
  },
  async 'a time that moves on an internal edit'(view, world) {
    const changedAt = await one(world, 'changed_at', 'share_prompts where job_id = $1');
    for (const note of view.notes) note.createdAt = new Date(changedAt).toISOString();
  },
  async 'a name of somebody inside'(view, world) {
    const id = await one(world, 'author_id', 'notes where job_id = $1 and author_id is not null');
    for (const note of view.notes) note.id = id;
  },
};

async function one(world: World, what: string, where: string): Promise<string> {
  const { rows } = await world.sql(`select (${what})::text as it from ${where} limit 1`, [
    worlds.job.jobId,
  ]);
  return String(rows[0]?.it);
}

/** Puts a fault into both servers for as long as the work takes. */
async function withFault(
  fault: (view: View, world: World) => Promise<void>,
  work: () => Promise<void>,
) {
  const undo = [worlds.a, worlds.b].map((world) => {
    const { portalDb } = world.running.rooms;
    const run = portalDb.executeQuery;
    portalDb.executeQuery = (async (...asked: Parameters<typeof run>) => {
      const result = await run.apply(portalDb, asked);
      const [row] = result.rows as { view?: View }[];
      if (row?.view) await fault(row.view, world);
      return result;
    }) as typeof run;
    return () => {
      portalDb.executeQuery = run;
    };
  });
  try {
    await work();
  } finally {
    for (const each of undo) each();
  }
}

it('finds nothing where there is no fault', async () => {
  expect((await worlds.graphql(PORTAL)).status).toBe(200);
});

it.each(Object.keys(FAULTS))('finds %s', async (name) => {
  await withFault(FAULTS[name] as (typeof FAULTS)[string], async () => {
    await expect(worlds.graphql(PORTAL)).rejects.toThrow();
  });
});

it('finds an error that echoes a statement', async () => {
  const real = PublicationReader.prototype.find;
  PublicationReader.prototype.find = async () => {
    throw new Refusal('NOT_FOUND', `select * from jobs where internal_notes = '${MARK}'`);
  };
  await expect(worlds.graphql(PORTAL)).rejects.toThrow();
  PublicationReader.prototype.find = real;
});

it('finds what a camera wrote into a picture', async () => {
  const { photoId } = worlds.job;
  const path = `/photos/${photoId}/display`;
  expect((await worlds.ask({ method: 'GET', path })).body).not.toContain('Exif');
  const stores = [worlds.a, worlds.b].map((world) => world.running.rooms.photos);
  for (const store of stores) {
    const [read, lengthOf] = [store.read.bind(store), store.lengthOf.bind(store)];
    store.read = (photo) => read(photo, 'original');
    store.lengthOf = (photo) => lengthOf(photo, 'original');
  }
  expect((await worlds.ask({ method: 'GET', path })).body).toContain('Exif');
});
