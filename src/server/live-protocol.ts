import type { FastifyBaseLogger } from 'fastify';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import { makeServer, type Server, type SubscribePayload } from 'graphql-ws';
import { v7 } from 'uuid';
import type { Audience } from '../visibility/audience.js';
import { Refusal } from '../visibility/refusals.js';
import { arrive } from './arrive.js';
import { contextFor, type Rooms, type ServerContext } from './context.js';
import { toClientError } from './errors.js';
import type { Graph } from './graphs.js';
import { type Arrive, subscribeLive } from './live-operation.js';
import { whoIs } from './principals.js';
import type { DocumentReader } from './read-documents.js';
import { readSubscription } from './read-subscription.js';
import { LARGEST_BOUNDS, textExcess } from './text-bounds.js';

const MOST_SUBSCRIPTIONS = 20;
const INIT_TIMEOUT = 5_000;

/** Who is at the other end of a WebSocket, before a token says more. */
export interface Caller {
  address: string;
}

type LiveArgs = ExecutionArgs & { contextValue: ServerContext; arrive: Arrive };

/** How a WebSocket is spoken to: who asks is found out for each subscription and again for each event. */
export function liveProtocol(
  rooms: Rooms,
  graphs: Record<Audience, Graph>,
  documents: Record<Audience, DocumentReader>,
  log: FastifyBaseLogger,
): Server<Caller> {
  return makeServer<{ authorization?: unknown }, Caller>({
    connectionInitWaitTimeout: INIT_TIMEOUT,
    async onSubscribe({ connectionParams, subscriptions, extra }, _id, payload) {
      if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) return [tooMany()];
      const { first, again } = arriving(
        rooms,
        connectionParams?.authorization ?? ownToken(payload),
      );
      let audience: Audience = 'CLIENT';
      try {
        // What nobody may send is refused before it costs a look at who sent it.
        const excess = textExcess(LARGEST_BOUNDS, payload.query, payload.operationName);
        if (excess) throw excess;
        const context = await first(extra.address);
        audience = context.principal.audience;
        return argsFor(graphs, documents, payload, context, again);
      } catch (error) {
        return [new Told(toClientError(audience, error, { id: v7(), log }))];
      }
    },
    subscribe: (args) => subscribeLive(args, (args as LiveArgs).arrive),
    onNext: (_socket, _id, _payload, args, result) => told((args as LiveArgs).contextValue, result),
    onError: (_socket, _id, _payload, errors) =>
      errors.map((error) =>
        error instanceof Told ? error.told : toClientError('CLIENT', error, { id: v7(), log }),
      ),
  });

  async function told(
    { principal, requestId }: ServerContext,
    { errors, ...result }: ExecutionResult,
  ): Promise<FormattedExecutionResult> {
    if (!errors) return result;
    const request = { id: requestId, log };
    return {
      ...result,
      errors: errors.map((error) => toClientError(principal.audience, error, request)),
    };
  }
}

/** An error in the words for its caller. The protocol's library takes GraphQL errors only. */
class Told extends GraphQLError {
  constructor(readonly told: GraphQLFormattedError) {
    super(told.message);
  }
}

/** GraphiQL has the headers of a tab travel with its subscription, not with the connection. */
function ownToken({ extensions }: SubscribePayload): unknown {
  return (extensions?.headers as Record<string, unknown> | undefined)?.authorization;
}

/** A link that no longer opens counts as a wrong one when somebody subscribes, and not at every event. */
function arriving(rooms: Rooms, authorization: unknown) {
  const databases = { main: rooms.db, portal: rooms.portalDb };
  const token = typeof authorization === 'string' ? authorization : undefined;
  return {
    first: async (address: string) =>
      contextFor(rooms, await arrive(rooms, token, address), { id: v7(), ip: address }),
    again: async () =>
      contextFor(rooms, await whoIs(token, databases, rooms.clock()), { id: v7(), ip: 'unknown' }),
  };
}

function argsFor(
  graphs: Record<Audience, Graph>,
  documents: Record<Audience, DocumentReader>,
  payload: SubscribePayload,
  contextValue: ServerContext,
  arrive: Arrive,
): LiveArgs {
  const { audience } = contextValue.principal;
  const schema = graphs[audience].guarded;
  const operation = readSubscription(schema, documents[audience], payload);
  return { schema, ...operation, contextValue, arrive };
}

function tooMany(): Refusal {
  return new Refusal(
    'RATE_LIMITED',
    `At most ${MOST_SUBSCRIPTIONS} subscriptions may be open on one connection; end one first.`,
  );
}
