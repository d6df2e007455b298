import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../../config/config.js';
import { OperationBudget } from '../../database/budget/operation-budget.js';
import type { Statements } from '../../database/postgres/statements.js';
import { CurrentReader } from '../../database/reader/current-reader.js';
import { JsonReader } from '../../database/reader/json-reader.js';
import { KnownReader } from '../../database/reader/known-reader.js';
import { LiveReader } from '../../database/reader/live-reader.js';
import { LiveStatements } from '../../database/reader/live-statements.js';
import type { Reader } from '../../database/reader/reader.js';
import type { SelectionPlan } from '../../database/reader/selection-plan.js';
import type { StatementGuard } from '../../database/reader/statement-guard.js';
import type { JsonColumns } from '../../database/sql/json-columns.js';
import type { EntityClass } from '../../database/sql/rows.js';
import type { Known } from '../../database/unit-of-work/known.js';
import { changeInOneUnit } from '../../database/unit-of-work/unit-of-work.js';
import { dayIn } from '../../domain/business/business-day.js';
import type { CardPaymentServices } from '../../domain/card-payments/card-payments.js';
import { ChangedMeanwhile } from '../../domain/common/changed-meanwhile.js';
import type { Context } from '../../domain/common/context.js';
import type { RequestPoints } from '../../domain/limits/request-points.js';
import type { PhotoStore } from '../../domain/photos/photo-store.js';
import type { Live } from '../../live/live.js';
import { withOpenPortal } from '../../portal/session/open-portal-for-write.js';
import { PublicationReader } from '../../portal/session/publication-reader.js';
import type { Sharing } from '../../sharing/sharing.js';
import { may } from '../../visibility/capabilities.js';
import type { DisabledLayer } from '../../visibility/disabled-layers.js';
import type { Policy } from '../../visibility/policy.js';
import type { Principal, StaffPrincipal } from '../../visibility/principal.js';
import { notFound } from '../../visibility/refusals.js';
import { deviceOf } from '../auth/device.js';
import type { AuthenticatedRequest } from '../auth/resolve-principal.js';
import type { SessionUse } from '../auth/session-use.js';
import type { Readiness } from '../boot/readiness.js';
import { failedAfterCommit } from './errors/committed.js';

/** Long-lived objects of the server. */
export interface Services {
  config: Config;
  clock: () => Date;
  orm: MikroORM;
  /** Read connections for staff. */
  db: Statements;
  /** Read connections for clients, with a database role that may read a few columns. */
  portalDb: Statements;
  policy: Policy;
  sharing: Sharing;
  live: Live;
  photos: PhotoStore;
  /** Whether requests can be served. */
  readiness: Readiness;
  disabledLayers: readonly DisabledLayer[];
  /** Whether operations run by plans; false, in tests only: by graphql-js alone. */
  isPlanned: boolean;
  limits: Context['limits'];
  /** Online payments; null without settings of Stripe. */
  cardPayments: CardPaymentServices | null;
  sessionUse: SessionUse;
  /** What each caller has spent in the present minute. */
  requestPoints: RequestPoints;
}

export type ServerContext = Context & {
  policy: Policy;
  sharing: Sharing;
  live: Live;
  operation: Operation;
  request: OperationRequest;
};

/** Mutable state of one operation. Apollo copies the context, but not this object. */
export interface Operation {
  readonly budget: OperationBudget;
  /** Response keys of the mutations that were committed. */
  made?: string[];
  /** Whether the response says what the operation has cost; records are then counted in short responses too. */
  isCostShown?: boolean;
}

/** One operation of one caller, independent of its plan. */
export interface OperationRequest {
  services: Services;
  authenticated: AuthenticatedRequest;
  caller: Caller;
  operation: Operation;
  /** Condition for a principal from the cache, checked by each reading statement. */
  guard?: StatementGuard;
}

/** How a plan reads live rows. */
export interface Reading {
  /** Columns and relations to load with each row. */
  selectionPlan?: SelectionPlan;
  /** Rows that PostgreSQL writes as JSON. */
  json?: JsonColumns;
}

export function newOperation(): Operation {
  return { budget: new OperationBudget() };
}

/** Origin of a request. A Fastify request fits this type. */
export interface Caller {
  /** Request id, as logged. */
  id: string;
  ip: string;
  /** Node's request, if there is one. */
  raw?: { socket: { destroyed: boolean }; headers?: { 'user-agent'?: string } };
}

/** Returns the context of one operation. Staff and clients differ here only, by their readers. */
export function contextFor(request: OperationRequest, reading: Reading = {}): ServerContext {
  const { services, authenticated, caller, operation } = request;
  const { config, clock, policy, sharing, live, limits, cardPayments } = services;
  const reader = new CurrentReader(readerFor(request, reading));
  return {
    request,
    principal: authenticated.principal,
    operation,
    reader,
    now: clock(),
    config,
    // Getters, since few operations use them and they cost time.
    get requestId() {
      return caller.id;
    },
    get address() {
      return caller.ip;
    },
    get device() {
      return deviceOf(caller.raw?.headers?.['user-agent']);
    },
    limits,
    cardPayments,
    policy,
    sharing,
    live,
    change: async (work) => {
      // A stopped operation (by an earlier field, or because its caller is gone) makes no further change.
      if (operation.budget.refusal) throw operation.budget.refusal;
      const { principal } = authenticated;
      if (principal.kind === 'CLIENT') {
        // Before a transaction is opened.
        if (!principal.link) throw notFound();
        await limits.clientWrites.add(principal.link);
      }
      const { result, effects, known } = await changeInOneUnit(
        services.orm.em,
        authenticated.principal,
        services.clock,
        withOpenPortal(work),
        { isGone: () => caller.raw?.socket.destroyed === true },
      ).catch((error) => {
        if (!(error instanceof ChangedMeanwhile)) throw error;
        throw error.asRefusal(policy, principal.audience);
      });
      operation.budget.isCommitted = true;
      try {
        // Rows loaded before the change are out of date, so the payload gets a new reader.
        const changed = {
          ...request,
          authenticated: await reloaded(services, authenticated),
        };
        reader.current = withKnown(readerFor(changed, reading), known, principal, reading);
        return Object.assign(await rereadPayload(services, reader, result), { effects });
      } catch (error) {
        throw failedAfterCommit(error);
      }
    },
  };
}

/**
 * Returns a reader that uses rows and lookup results of the change, for staff only: clients read their publication. Rows
 * are used only for roles that see all jobs, and only if nothing has to be preloaded with them.
 */
function withKnown(live: Reader, known: Known, principal: Principal, reading: Reading): Reader {
  if (principal.kind !== 'STAFF') return live;
  const seesAll = may(principal.audience, 'SEE_ALL_JOBS');
  const isEligible = (entity: EntityClass) =>
    seesAll && !hasPreloads(reading.selectionPlan, entity);
  return new KnownReader(live, { known, isEligible });
}

function hasPreloads(selectionPlan: SelectionPlan | undefined, { name }: EntityClass): boolean {
  const { relations, computed } = selectionPlan?.get(name) ?? {};
  return [relations?.size, computed?.size].some((count) => count !== undefined && count > 0);
}

function readerFor(request: OperationRequest, reading: Reading): Reader {
  const { services, authenticated } = request;
  const { principal } = authenticated;
  if (principal.kind === 'STAFF') return staffReader(request, principal, reading);
  const portal = 'portal' in authenticated ? authenticated.portal : null;
  // Even without the reader layer, requests of clients use the connections of the portal only.
  if (portal && services.disabledLayers.includes('READER')) {
    const today = dayIn(String(portal.business.timeZone), services.clock());
    const scope = { businessId: portal.businessId, today };
    return new LiveReader(services.orm, new LiveStatements(services.portalDb, scope));
  }
  return new PublicationReader(portal);
}

function staffReader(
  { services: { orm, db, clock }, operation, guard }: OperationRequest,
  { audience, businessId, staffId, timeZone, apiKey }: StaffPrincipal,
  { selectionPlan, json }: Reading,
): Reader {
  // A key is assigned to no job, whatever its maker is assigned to.
  const onlyJobsOf = may(audience, 'SEE_ALL_JOBS') ? undefined : (apiKey?.id ?? staffId);
  const scope = { businessId, onlyJobsOf, today: dayIn(timeZone, clock()) };
  const statements = new LiveStatements(db, scope, operation.budget, guard);
  const reader = new LiveReader(orm, statements, selectionPlan);
  return json ? new JsonReader(json, statements, reader) : reader;
}

/** Reloads the portal session of a client, whose change was published. */
async function reloaded(
  { clock }: Services,
  authenticated: AuthenticatedRequest,
): Promise<AuthenticatedRequest> {
  if (!('reload' in authenticated)) return authenticated;
  return { ...authenticated, portal: await authenticated.reload(clock()) };
}

/** Returns the payload of a change with all its entities read again, as this principal may see them. */
async function rereadPayload<T extends object>(
  services: Services,
  reader: Reader,
  payload: T,
): Promise<T> {
  const entries = Object.entries(payload).map(async ([name, value]) => [
    name,
    await reread(services, reader, value),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

async function reread(services: Services, reader: Reader, value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item) => reread(services, reader, item)));
  const entity = (value as object | null)?.constructor;
  if (!entity || !services.orm.getMetadata().find(entity as never)) return value;
  return reader.find(entity as EntityClass, (value as { id: string }).id);
}
