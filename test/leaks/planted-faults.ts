import type { GraphQLObjectType } from 'graphql';
import { PublicationReader } from '../../src/portal/session/publication-reader.js';
import { sharedContract } from '../../src/server/boot/contract.js';
import { Refusal } from '../../src/visibility/refusals.js';
import { audienceSchemas } from '../../src/visibility/schemas/audience-schemas.js';
import type { World } from '../harness/world.js';
import { everythingOf } from './operations.js';
import { proveBare } from './pictures.js';
import { planted } from './plant.js';
import { MARK } from './secrets.js';
import type { TwoWorlds } from './two-worlds.js';

type View = Record<string, never> & { quotes: { id: string }[]; notes: Record<string, unknown>[] };

const { schema, policy } = sharedContract();
const { visible } = audienceSchemas(schema, policy).CLIENT;
const PORTAL = `{ portal ${everythingOf(visible.getType('Portal') as GraphQLObjectType)} }`;
let worlds: TwoWorlds;

interface Fault {
  /** Value of this world that is used; no two worlds have the same. */
  value(world: World): Promise<string>;
  into(view: View, value: string): void;
}

/** Faults in what a client gets, each made of a value that differs between the worlds. */
const FAULTS: Record<string, Fault> = {
  'a field that went from internal to visible': {
    value: (world) => one(world, 'internal_notes', 'jobs where id = $1'),
    into: (view, description) => Object.assign(view, { description }),
  },
  'a count that includes hidden to-dos': {
    value: (world) => one(world, 'count(*)', 'todos where job_id = $1'),
    into: (view, total) => Object.assign(view, { progress: { done: 1, total: Number(total) } }),
  },
  'an order by what is internal': {
    value: (world) =>
      one(world, "string_agg(id::text, ',' order by internal_notes)", 'quotes where job_id = $1'),
    into: (view, order) => {
      view.quotes.sort((x, y) => order.indexOf(x.id) - order.indexOf(y.id));
    },
  },
  'a time that moves on an internal edit': {
    value: (world) => one(world, 'changed_at', 'share_prompts where job_id = $1'),
    into: (view, changedAt) => {
      for (const note of view.notes) note.createdAt = new Date(changedAt).toISOString();
    },
  },
};

/** Plants faults in both servers, each of which the comparison of their responses must find. */
export function findPlantedFaults(opened: () => TwoWorlds): void {
  beforeAll(async () => {
    worlds = opened();
    await tellApart(worlds);
  });

  it('finds nothing when there is no fault', async () => {
    expect((await proveAlike()).body).toContain(worlds.job.jobId);
    await proveBare(worlds);
  });

  it.each(Object.keys(FAULTS))('finds %s', async (name) => {
    const { value, into } = FAULTS[name] as Fault;
    const [left, right] = [await value(worlds.a), await value(worlds.b)];
    expect(right).not.toEqual(left);
    const fault = (view: View, world: World) => into(view, world === worlds.a ? left : right);
    await withFault(fault, async () => {
      await expect(proveAlike()).rejects.toThrow('toEqual');
    });
  });

  it('finds the name of a staff member, which both worlds share', async () => {
    const id = await one(
      worlds.a,
      'author_id',
      'notes where job_id = $1 and author_id is not null',
    );
    expect(worlds.names).toContain(id);
    const fault = (view: View) => {
      for (const note of view.notes) note.id = id;
    };
    await withFault(fault, async () => {
      await expect(proveAlike()).rejects.toThrow(id);
    });
  });

  it('finds an error that contains a statement', async () => {
    const echo = async () => {
      throw new Refusal('NOT_FOUND', `select * from jobs where internal_notes = '${MARK}'`);
    };
    await planted(PublicationReader.prototype, { find: echo }, async () => {
      await expect(worlds.graphql('{ business { name } }')).rejects.toThrow(MARK);
    });
  });

  it('finds camera metadata in an image', async () => {
    const stores = [worlds.a, worlds.b].map((world) => world.running.services.photos);
    const undo = stores.map((store) => {
      const real = { read: store.read, lengthOf: store.lengthOf };
      store.read = (photo) => real.read.call(store, photo, 'original');
      store.lengthOf = (photo) => real.lengthOf.call(store, photo, 'original');
      return () => Object.assign(store, real);
    });
    await expect(proveBare(worlds)).rejects.toThrow('Exif');
    for (const each of undo) each();
  });
}

/** Ensures that the worlds differ in the value that a fault is made of. */
async function tellApart({ a, b }: TwoWorlds): Promise<void> {
  for (const [world, order] of [
    [a, 'asc'],
    [b, 'desc'],
  ] as const)
    await world.sql(
      `update quotes q set internal_notes = '${MARK}' || lpad(n.place::text, 9, '0')
       from (select id, row_number() over (order by id ${order}) as place from quotes) n where n.id = q.id`,
    );
  // Secret times lie within little more than a day.
  await b.sql("update share_prompts set changed_at = changed_at + interval '3 days'");
}

async function one(world: World, what: string, where: string): Promise<string> {
  const { rows } = await world.sql(`select (${what})::text as it from ${where} limit 1`, [
    worlds.job.jobId,
  ]);
  return String(rows[0]?.it);
}

/** Puts a fault into both servers while the work runs. */
async function withFault(fault: (view: View, world: World) => void, work: () => Promise<void>) {
  const undo = [worlds.a, worlds.b].map((world) => {
    const { portalDb } = world.running.services;
    const run = portalDb.rows;
    portalDb.rows = (async (...asked: Parameters<typeof run>) => {
      const rows = await run.apply(portalDb, asked);
      const [row] = rows as { view?: View }[];
      if (row?.view) fault(row.view, world);
      return rows;
    }) as typeof run;
    return () => {
      portalDb.rows = run;
    };
  });
  try {
    await work();
  } finally {
    for (const each of undo) each();
  }
}

const proveAlike = () => worlds.graphql(PORTAL);
