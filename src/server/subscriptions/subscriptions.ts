import type { FastifyBaseLogger } from 'fastify';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import { v7 } from 'uuid';
import { refusalOfPoints } from '../../domain/limits/request-points.js';
import type { Audience } from '../../visibility/audience.js';
import { sessionHasEnded } from '../../visibility/refusals.js';
import type { AudienceSchema } from '../../visibility/schemas/audience-schemas.js';
import { authenticate } from '../auth/authenticate.js';
import { sentUnusableToken } from '../auth/ended-session.js';
import type { AuthenticatedRequest } from '../auth/resolve-principal.js';
import { newOperation, type ServerContext, type Services } from '../graphql/context.js';
import type { DocumentReader } from '../graphql/documents/read-documents.js';
import { LARGEST_BOUNDS, textExcess } from '../graphql/documents/text-bounds.js';
import { toClientError } from '../graphql/errors.js';
import type { KeyAudiences } from '../graphql/key-audiences.js';
import { contextFor } from '../graphql/operation-context.js';
import { asksForCost } from '../graphql/report-cost.js';
import { type CreateContext, subscribeLive } from './live-operation.js';
import { readSubscription, type SubscriptionRequest } from './read-subscription.js';

/** A validated subscription of one caller. */
export type Subscription = ExecutionArgs & {
  contextValue: ServerContext;
  createContext: CreateContext;
  showsCost: boolean;
};

/** Tables by audience. */
interface ByAudience {
  schemas: Record<Audience, AudienceSchema>;
  documents: Record<Audience, DocumentReader>;
  /** Makes the entries of audiences of API keys. */
  keys: KeyAudiences;
}

/** Who asks for a subscription. */
export interface Subscriber {
  address: string;
  /** Token, for the authentication of each event. */
  authorization: string | undefined;
  /** Authenticates the first time. Throws RATE_LIMITED. */
  admit(): Promise<AuthenticatedRequest>;
}

/** Error that is already formatted for its caller; graphql-ws accepts only GraphQLError. */
export class FormattedError extends GraphQLError {
  constructor(readonly formatted: GraphQLFormattedError) {
    super(formatted.message);
  }
}

/** Subscriptions of all transports: authenticates for each one, and again for each event. */
export class Subscriptions {
  constructor(
    private readonly services: Services,
    private readonly tables: ByAudience,
    private readonly log: FastifyBaseLogger,
  ) {}

  /** Authenticates and validates. Throws FormattedError. */
  async prepare(
    request: SubscriptionRequest,
    { admit, address, authorization }: Subscriber,
  ): Promise<Subscription> {
    let audience: Audience = 'CLIENT';
    try {
      // A text past the largest bounds is refused before authentication.
      const excess = textExcess(LARGEST_BOUNDS, request.query, request.operationName);
      if (excess) throw excess;
      const contextValue = this.#contextOf(await admit(), address);
      audience = contextValue.principal.audience;
      if (sentUnusableToken(contextValue.principal)) throw sessionHasEnded();
      await this.tables.keys.ready(audience);
      const { [audience]: audienceSchema } = this.tables.schemas;
      const { [audience]: documents } = this.tables.documents;
      const operation = readSubscription(audience, audienceSchema, documents, request);
      spendOnePoint(contextValue);
      const showsCost = asksForCost(request.extensions);
      const createContext = async () =>
        this.#contextOf(await authenticate(this.services, authorization), 'unknown');
      return {
        schema: audienceSchema.guarded,
        ...operation,
        contextValue,
        createContext,
        showsCost,
      };
    } catch (error) {
      throw this.format(error, audience);
    }
  }

  /** Returns its results, or one result with errors if it cannot be followed. */
  subscribe(
    subscription: Subscription,
  ): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
    return subscribeLive(subscription, subscription);
  }

  /** Returns a result with its errors as sent to the caller. */
  formatResult(
    { contextValue: { principal, requestId } }: Subscription,
    { errors, ...result }: ExecutionResult,
  ): FormattedExecutionResult {
    if (!errors) return result;
    const request = { id: requestId, log: this.log };
    return {
      ...result,
      errors: errors.map((error) => toClientError(principal.audience, error, request)),
    };
  }

  format(error: unknown, audience: Audience): FormattedError {
    return new FormattedError(toClientError(audience, error, { id: v7(), log: this.log }));
  }

  #contextOf(authenticated: AuthenticatedRequest, ip: string): ServerContext {
    return contextFor({
      services: this.services,
      authenticated,
      caller: { id: v7(), ip },
      operation: newOperation(),
    });
  }
}

/** @throws RATE_LIMITED if the caller has no point left in this minute. */
function spendOnePoint({ principal, request: { services, caller } }: ServerContext): void {
  const refusal = refusalOfPoints(services.requestPoints.pointsLeft(principal, caller));
  if (refusal) throw refusal;
  services.requestPoints.spend(principal, caller, 1);
}
