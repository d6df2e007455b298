import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../../config/config.js';
import { OperationBudget } from '../../database/budget/operation-budget.js';
import type { Statements } from '../../database/postgres/statements.js';
import type { SelectionPlan } from '../../database/reader/selection-plan.js';
import type { StatementGuard } from '../../database/reader/statement-guard.js';
import type { JsonColumns } from '../../database/sql/json-columns.js';
import type { CardPaymentServices } from '../../domain/card-payments/card-payments.js';
import type { Context } from '../../domain/common/context.js';
import type { RequestPoints } from '../../domain/limits/request-points.js';
import type { PhotoStore } from '../../domain/photos/photo-store.js';
import type { Live } from '../../live/live.js';
import type { Sharing } from '../../sharing/sharing.js';
import type { DisabledLayer } from '../../visibility/disabled-layers.js';
import type { Policy } from '../../visibility/policy.js';
import type { AuthenticatedRequest } from '../auth/resolve-principal.js';
import type { SessionUse } from '../auth/session-use.js';
import type { Readiness } from '../boot/readiness.js';

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
