import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../config.js';
import { CurrentReader } from '../database/current-reader.js';
import { LiveReader } from '../database/live-reader.js';
import type { LookAhead } from '../database/look-ahead.js';
import { OperationBudget } from '../database/operation-budget.js';
import type { Proof } from '../database/proof.js';
import type { Reader } from '../database/reader.js';
import type { RecordClass } from '../database/rows.js';
import type { Statements } from '../database/statements.js';
import { changeInOneUnit } from '../database/unit-of-work.js';
import { dayIn } from '../domain/business/business-day.js';
import type { Context } from '../domain/context.js';
import type { PhotoStore } from '../domain/photos/photo-store.js';
import { may } from '../domain/staff/capabilities.js';
import type { Live } from '../live/live.js';
import { PublicationReader } from '../portal/publication-reader.js';
import type { Sharing } from '../sharing/sharing.js';
import type { Policy } from '../visibility/policy.js';
import type { StaffPrincipal } from '../visibility/principal.js';
import { failedAfterCommit } from './committed.js';
import type { QueryChoices } from './compiled-queries.js';
import type { Arrival } from './principals.js';
import type { Readiness } from './readiness.js';
import type { Wall } from './walls.js';

/** What the server holds for as long as it runs. */
export interface Rooms {
  config: Config;
  clock: () => Date;
  orm: MikroORM;
  /** The connections of staff. */
  db: Statements;
  /** The connections of clients, in a role that may read little. */
  portalDb: Statements;
  policy: Policy;
  sharing: Sharing;
  live: Live;
  photos: PhotoStore;
  /** Whether requests can be served now. */
  readiness: Readiness;
  wallsDown: readonly Wall[];
  queries: QueryChoices;
  limits: Context['limits'];
}

export type ServerContext = Context & {
  policy: Policy;
  sharing: Sharing;
  live: Live;
  operation: Operation;
};

/** What comes to be known of an operation while it is answered. Apollo copies the context, but not this. */
export interface Operation {
  /** What it may cost; ends it past that. */
  readonly budget: OperationBudget;
  lookAhead?: LookAhead;
  /** Names in the answer of the mutations that were made. */
  made?: string[];
  /** Its compiled code has met an error: from here on graphql-js runs it. */
  isTroubled?: boolean;
  /** A row did not bring what was to be carried. */
  isUnbrought?: boolean;
  /** A list of this answer is too long to be carried as text; resolvers read it. */
  isTooLongToCarry?: boolean;
}

/** Where a request comes from, and the name that our log gives to it. A request of Fastify's is one. */
export interface Caller {
  id: string;
  ip: string;
  /** Node's own request, where there is one. */
  raw?: { socket: { destroyed: boolean } };
}

/** The context of one request. Here, and nowhere else, staff and client part ways: by their reader. */
export function contextFor(
  rooms: Rooms,
  arrival: Arrival,
  caller: Caller,
  /** For somebody of whom it is still to be shown that they are who they are taken for. */
  proof?: Proof,
): ServerContext {
  const { config, clock, policy, sharing, live, limits } = rooms;
  const operation: Operation = { budget: new OperationBudget() };
  const reader = new CurrentReader(readerFor(rooms, arrival, operation, proof));
  return {
    principal: arrival.principal,
    operation,
    reader,
    now: clock(),
    config,
    // Few ask for them, and they take some finding out.
    get requestId() {
      return caller.id;
    },
    get address() {
      return caller.ip;
    },
    limits,
    policy,
    sharing,
    live,
    change: async (work) => {
      // An operation that was ended, by a field before this one or because its caller has gone, changes no more.
      if (operation.budget.refusal) throw operation.budget.refusal;
      const { principal } = arrival;
      if (principal.kind === 'CLIENT' && principal.link)
        await limits.clientWrites.add(principal.link);
      const { result, effects } = await changeInOneUnit(
        rooms.orm.em,
        arrival.principal,
        rooms.clock,
        work,
        { isGone: () => caller.raw?.socket.destroyed === true },
      );
      operation.budget.isCommitted = true;
      try {
        // What was loaded before the change is no longer true.
        reader.current = readerFor(rooms, await afterItsChange(rooms, arrival), operation);
        return Object.assign(await afresh(rooms, reader, result), { effects });
      } catch (error) {
        throw failedAfterCommit(error);
      }
    },
  };
}

function readerFor(rooms: Rooms, arrival: Arrival, operation: Operation, proof?: Proof): Reader {
  const { principal } = arrival;
  if (principal.kind === 'STAFF') return staffReader(rooms, principal, operation, proof);
  const portal = 'portal' in arrival ? arrival.portal : null;
  // A client's requests have the portal's connections and no others, whatever reads through them.
  if (portal && rooms.wallsDown.includes('READER'))
    return new LiveReader(rooms.orm, rooms.portalDb, {
      businessId: portal.businessId,
      today: dayIn(String(portal.business.timeZone), rooms.clock()),
    });
  return new PublicationReader(portal);
}

function staffReader(
  { orm, db, clock }: Rooms,
  { audience, businessId, staffId, timeZone }: StaffPrincipal,
  operation: Operation,
  proof?: Proof,
): Reader {
  const onlyJobsOf = may(audience, 'SEE_ALL_JOBS') ? undefined : staffId;
  const scope = { businessId, onlyJobsOf, today: dayIn(timeZone, clock()) };
  return new LiveReader(orm, db, scope, operation, proof);
}

/** What a client changes is published, so it is no longer shown what it arrived with. */
async function afterItsChange({ clock }: Rooms, arrival: Arrival): Promise<Arrival> {
  if (!('again' in arrival)) return arrival;
  return { ...arrival, portal: await arrival.again(clock()) };
}

/** The payload of a change with every record in it as this principal may read it. */
async function afresh<T extends object>(rooms: Rooms, reader: Reader, payload: T): Promise<T> {
  const entries = Object.entries(payload).map(async ([name, value]) => [
    name,
    await asRead(rooms, reader, value),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

async function asRead(rooms: Rooms, reader: Reader, value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((each) => asRead(rooms, reader, each)));
  const record = (value as object | null)?.constructor;
  if (!record || !rooms.orm.getMetadata().find(record as never)) return value;
  return reader.find(record as RecordClass, (value as { id: string }).id);
}
