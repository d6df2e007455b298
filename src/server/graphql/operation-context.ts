import { CurrentReader } from '../../database/reader/current-reader.js';
import { JsonReader } from '../../database/reader/json-reader.js';
import { KnownReader } from '../../database/reader/known-reader.js';
import { LiveReader } from '../../database/reader/live-reader.js';
import { LiveStatements } from '../../database/reader/live-statements.js';
import type { Reader } from '../../database/reader/reader.js';
import type { SelectionPlan } from '../../database/reader/selection-plan.js';
import type { EntityClass } from '../../database/sql/rows.js';
import type { Known } from '../../database/unit-of-work/known.js';
import { changeInOneUnit, type Unit } from '../../database/unit-of-work/unit-of-work.js';
import { dayIn } from '../../domain/business/business-day.js';
import { ChangedMeanwhile } from '../../domain/common/changed-meanwhile.js';
import { withOpenPortal } from '../../portal/session/open-portal-for-write.js';
import { PublicationReader } from '../../portal/session/publication-reader.js';
import { may } from '../../visibility/capabilities.js';
import type { Principal, StaffPrincipal } from '../../visibility/principal.js';
import { notFound } from '../../visibility/refusals.js';
import { deviceOf } from '../auth/device.js';
import type { AuthenticatedRequest } from '../auth/resolve-principal.js';
import type { OperationRequest, Reading, ServerContext, Services } from './context.js';
import { failedAfterCommit } from './errors/committed.js';

/** Returns the context of one operation. Staff and clients differ here only, by their readers. */
export function contextFor(request: OperationRequest, reading: Reading = {}): ServerContext {
  return new OperationContext(request, reading);
}

/** A class, since an object with getters of its own takes several times as long to make. */
class OperationContext implements ServerContext {
  readonly principal;
  readonly operation;
  readonly reader;
  readonly now;
  readonly config;
  readonly limits;
  readonly cardPayments;
  readonly policy;
  readonly sharing;
  readonly live;

  constructor(
    readonly request: OperationRequest,
    private readonly reading: Reading,
  ) {
    const { services, authenticated, operation } = request;
    this.principal = authenticated.principal;
    this.operation = operation;
    this.reader = new CurrentReader(readerFor(request, reading));
    this.now = services.clock();
    this.config = services.config;
    this.limits = services.limits;
    this.cardPayments = services.cardPayments;
    this.policy = services.policy;
    this.sharing = services.sharing;
    this.live = services.live;
  }

  // Getters, since few operations use them and they cost time.
  get requestId() {
    return this.request.caller.id;
  }

  get address() {
    return this.request.caller.ip;
  }

  get device() {
    return deviceOf(this.request.caller.raw?.headers?.['user-agent']);
  }

  readonly change = async <T extends object>(work: (unit: Unit) => Promise<T>): Promise<T> => {
    const { request, reading, reader, policy } = this;
    const { services, authenticated, caller, operation } = request;
    const { principal } = authenticated;
    // A stopped operation (by an earlier field, or because its caller is gone) makes no further change.
    if (operation.budget.refusal) throw operation.budget.refusal;
    if (principal.kind === 'CLIENT') {
      // Before a transaction is opened.
      if (!principal.link) throw notFound();
      await this.limits.clientWrites.add(principal.link);
    }
    const { result, effects, known } = await changeInOneUnit(
      services.orm.em,
      principal,
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
      const changed = { ...request, authenticated: await reloaded(services, authenticated) };
      reader.current = withKnown(readerFor(changed, reading), known, principal, reading);
      return Object.assign(await rereadPayload(services, reader, result), { effects });
    } catch (error) {
      throw failedAfterCommit(error);
    }
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
