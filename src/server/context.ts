import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../config.js';
import type { AnyTables } from '../database/any-tables.js';
import { LiveReader } from '../database/live-reader.js';
import type { Reader } from '../database/reader.js';
import type { RecordClass } from '../database/rows.js';
import { changeInOneUnit, type Unit } from '../database/unit-of-work.js';
import type { Context } from '../domain/context.js';
import type { PhotoStore } from '../domain/photos/photo-store.js';
import { may } from '../domain/staff/capabilities.js';
import type { Live } from '../live/live.js';
import { PublicationReader } from '../portal/publication-reader.js';
import type { Sharing } from '../sharing/sharing.js';
import type { Policy } from '../visibility/policy.js';
import type { StaffPrincipal } from '../visibility/principal.js';
import type { Arrival } from './principals.js';
import type { Wall } from './walls.js';

/** What the server holds for as long as it runs. */
export interface Rooms {
  config: Config;
  clock: () => Date;
  orm: MikroORM;
  portalDb: AnyTables;
  policy: Policy;
  sharing: Sharing;
  live: Live;
  photos: PhotoStore;
  wallsDown: readonly Wall[];
  attempts: Context['attempts'];
}

export type ServerContext = Context & { policy: Policy; sharing: Sharing; live: Live };

/** The context of one request. Here, and nowhere else, staff and client part ways: by their reader. */
export function contextFor(
  rooms: Rooms,
  arrival: Arrival,
  requestId: string,
  // Whoever comes without one shares it with all others who do.
  address = 'unknown',
): ServerContext {
  const { config, clock, policy, sharing, live, attempts } = rooms;
  const context: ServerContext = {
    principal: arrival.principal,
    reader: readerFor(rooms, arrival),
    now: clock(),
    config,
    requestId,
    address,
    attempts,
    policy,
    sharing,
    live,
    change: (work) => change(rooms, arrival, context, work),
  };
  return context;
}

function readerFor(rooms: Rooms, arrival: Arrival): Reader {
  const { principal } = arrival;
  if (principal.kind === 'STAFF') return staffReader(rooms, principal);
  const portal = 'portal' in arrival ? arrival.portal : null;
  // A client's requests have the portal's connections and no others, whatever reads through them.
  if (portal && rooms.wallsDown.includes('READER'))
    return new LiveReader(rooms.orm, rooms.portalDb, { businessId: portal.businessId });
  return new PublicationReader(portal);
}

function staffReader({ orm }: Rooms, principal: StaffPrincipal): Reader {
  const { audience, businessId, staffId } = principal;
  const onlyJobsOf = may(audience, 'SEE_ALL_JOBS') ? undefined : staffId;
  return new LiveReader(orm, orm.em.getKysely() as never, {
    businessId,
    onlyJobsOf,
  });
}

/** Commits the work, then reads afresh: what was loaded before the change is no longer true. */
async function change<T extends object>(
  rooms: Rooms,
  arrival: Arrival,
  context: ServerContext,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  const { result, effects } = await changeInOneUnit(
    rooms.orm.em,
    arrival.principal,
    rooms.clock,
    work,
  );
  context.reader = readerFor(rooms, await afterItsChange(rooms, arrival));
  const entries = Object.entries(result).map(async ([name, value]) => [
    name,
    await afresh(rooms, context, value),
  ]);
  return Object.assign(Object.fromEntries(await Promise.all(entries)), {
    effects,
  });
}

/** What a client changes is published, so it is no longer shown what it arrived with. */
async function afterItsChange({ clock }: Rooms, arrival: Arrival): Promise<Arrival> {
  if (!('again' in arrival)) return arrival;
  return { ...arrival, portal: await arrival.again(clock()) };
}

async function afresh(rooms: Rooms, context: ServerContext, value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((each) => afresh(rooms, context, each)));
  const record = (value as object | null)?.constructor;
  if (!record || !rooms.orm.getMetadata().find(record as never)) return value;
  return context.reader.find(record as RecordClass, (value as { id: string }).id);
}
