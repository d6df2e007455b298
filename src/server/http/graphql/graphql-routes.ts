import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { pointsOf } from '../../../domain/limits/request-points.js';
import { AUDIENCES, type Audience } from '../../../visibility/audience.js';
import { invalid } from '../../../visibility/refusals.js';
import {
  type AudienceSchema,
  audienceSchema,
  audienceSchemas,
} from '../../../visibility/schemas/audience-schemas.js';
import { admit, authenticate, delayWrongLinks } from '../../auth/authenticate.js';
import { forgeryRefusal } from '../../auth/forged-request.js';
import type { AuthenticatedRequest } from '../../auth/resolve-principal.js';
import { authorizationOf } from '../../auth/session-cookie.js';
import { openExecutor } from '../../executor/executor.js';
import { handoffOf, replayedBody } from '../../executor/request.js';
import { apolloFor, runForRequest } from '../../graphql/apollo.js';
import {
  newOperation,
  type Operation,
  type ServerContext,
  type Services,
} from '../../graphql/context.js';
import { DocumentMemory } from '../../graphql/documents/document-memory.js';
import { PersistedQueries, persistedQueries } from '../../graphql/documents/persisted-queries.js';
import { DocumentReader } from '../../graphql/documents/read-documents.js';
import { textBounds } from '../../graphql/documents/text-bounds.js';
import { KeyAudiences } from '../../graphql/key-audiences.js';
import { contextFor } from '../../graphql/operation-context.js';
import { endWithResponse } from '../../graphql/within-budget.js';
import { EventStreams, isForEventStream } from '../../subscriptions/event-streams.js';
import { Subscriptions } from '../../subscriptions/subscriptions.js';
import { openWebSocket } from '../../subscriptions/websocket.js';
import { excessInQuery } from '../bounded-json.js';
import { withStatus } from '../http-errors.js';
import { contractRoutes } from '../pages/contract-routes.js';
import { playground } from '../playground/playground.js';
import { answerOf, setHead } from './apollo-answer.js';
import { answerBatch, batchExcess } from './batch.js';
import { addPoints, spendPoints } from './points.js';

declare module 'fastify' {
  interface FastifyRequest {
    authenticated: AuthenticatedRequest;
  }
}

type Apollo = ApolloServer<ServerContext>;

/**
 * Registers `/graphql` (one operation, or a batch) and `/graphql/stream` (server-sent events), with one Apollo server
 * for each audience, and the WebSocket. The caller's audience selects the server.
 */
export async function graphqlRoutes(
  http: FastifyInstance,
  services: Services,
  schema: GraphQLSchema,
): Promise<void> {
  const { config } = services;
  // The tables by audience are copies, to which the audiences of API keys are added.
  const schemas = { ...audienceSchemas(schema, services.policy, services.disabledLayers) };
  const memory = new DocumentMemory();
  const documents = documentReaders(schemas, memory);
  const persisted = persistedQueries();
  const keys = new KeyAudiences({
    async add(audience) {
      schemas[audience] = audienceSchema(schema, services.policy, audience);
      documents[audience] = documentReader(audience, schemas, memory);
      persisted[audience] = new PersistedQueries();
      const plans = executor.plansFor(audience, schemas[audience]);
      if (plans) executor.plans.set(audience, plans);
      await openServer(audience);
    },
    remove(audience) {
      // Its Apollo server holds nothing open and answers the requests that it has.
      for (const table of [schemas, documents, persisted] as Partial<Record<Audience, unknown>>[])
        delete table[audience];
      executor.plans.delete(audience);
      servers.delete(audience);
    },
  });
  const subscriptions = new Subscriptions(services, { schemas, documents, keys }, http.log);
  const streams = new EventStreams(services, subscriptions, documents, persisted);
  openWebSocket(http, services, subscriptions);
  await http.register(contractRoutes(schema, schemas));
  const executor = openExecutor(services, schema, schemas, persisted, http.log);
  const servers = new Map<Audience, Apollo>();
  const openServer = async (audience: Audience) => {
    const plans = executor.plans.get(audience) ?? null;
    const own = [schemas[audience], documents[audience], persisted[audience], plans] as const;
    servers.set(audience, await apolloFor(audience, ...own, http.log));
  };
  for (const audience of AUDIENCES) await openServer(audience);

  const run = async (request: FastifyRequest, operation: Operation, choices = {}) => {
    const { authenticated } = request;
    const { audience } = authenticated.principal;
    await keys.ready(audience);
    const apollo = servers.get(audience) as Apollo;
    const context = () => contextFor({ services, authenticated, caller: request, operation });
    return runForRequest(request, () => answerOf(apollo, request, context, choices));
  };
  const runAll = (request: FastifyRequest, { budget }: Operation, operations: unknown[]) => {
    const { audience } = request.authenticated.principal;
    const excess = batchExcess(operations, documents[audience].bounds);
    if (excess) throw excess;
    return answerBatch(operations, async (body) => {
      const operation: Operation = { budget };
      budget.beginNext();
      const answer = await run(request, operation, { body });
      // A mutation may have ended the session, or changed what the client is shown.
      if (operation.made)
        request.authenticated = await authenticate(
          services,
          authorizationOf(request.headers, config),
        );
      return answer;
    });
  };
  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    const operation = newOperation();
    endWithResponse(operation.budget, reply.raw);
    const { body } = request;
    const answer = Array.isArray(body)
      ? await runAll(request, operation, body)
      : await run(request, operation);
    setHead(reply, answer);
    const more = Array.isArray(body) ? body.length - 1 : 0;
    addPoints(services, request, reply, pointsOf(operation.budget.spent) - 1 + more);
    if (!Array.isArray(body)) executor.fastPath.recordResponse(request, reply);
    return answer.text;
  };
  const stream = (request: FastifyRequest, reply: FastifyReply) => {
    const runOne = async () => {
      const operation = newOperation();
      endWithResponse(operation.budget, reply.raw);
      const answer = await run(request, operation, { accept: 'application/json' });
      addPoints(services, request, reply, pointsOf(operation.budget.spent) - 1);
      return answer;
    };
    return streams.answer(request, reply, runOne);
  };

  executor.fastPath.install(http.server);
  const preHandler = async (request: FastifyRequest, reply: FastifyReply) => {
    // A response depends on the caller and must not be cached.
    reply.header('cache-control', 'no-store');
    const forged = forgeryRefusal(request, config);
    if (forged) throw forged;
    const known = handoffOf(request.raw)?.authenticated;
    request.authenticated = known
      ? await delayWrongLinks(services, known, request.ip)
      : await admit(services, authorizationOf(request.headers, config), request.ip);
    services.sessionUse.note(request.authenticated.principal, request.ip);
    await keys.ready(request.authenticated.principal.audience);
    spendPoints(services, request, reply);
    const excess = excessInQuery(request.url);
    if (excess) throw excess;
    await keys.ready(request.authenticated.principal.audience);
  };
  http.decorateRequest('authenticated', null as never);
  http.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onRequest: playground(config),
    preParsing: async ({ raw }, _reply, payload) => replayedBody(raw) ?? payload,
    preHandler,
    handler: (request, reply) =>
      isForEventStream(request) ? stream(request, reply) : handle(request, reply),
  });
  http.route({ method: ['GET', 'POST'], url: '/graphql/stream', preHandler, handler: stream });
  http.route({
    method: ['PUT', 'DELETE'],
    url: '/graphql/stream',
    handler: async (_request, reply) => {
      reply.header('allow', 'GET, POST');
      throw withStatus(405, invalid('method', NO_SINGLE_CONNECTION));
    },
  });
  http.addHook('preClose', async () => {
    executor.fastPath.close();
    await streams.close();
  });
  http.addHook('onClose', async () => {
    await Promise.all([...servers.values()].map((apollo) => apollo.stop()));
  });
}

/** Such a stream would be kept for a caller who never opens it. */
const NO_SINGLE_CONNECTION =
  'Each event stream has one operation here: leave the single connection mode of your client off, as it is by default.';

/** Returns the document reader of each audience, shared by all transports. */
function documentReaders(
  schemas: Record<Audience, AudienceSchema>,
  memory: DocumentMemory,
): Record<Audience, DocumentReader> {
  const readers = AUDIENCES.map((audience) => [
    audience,
    documentReader(audience, schemas, memory),
  ]);
  return Object.fromEntries(readers);
}

function documentReader(
  audience: Audience,
  schemas: Record<Audience, AudienceSchema>,
  memory: DocumentMemory,
): DocumentReader {
  return new DocumentReader(
    schemas[audience].guarded,
    textBounds(audience),
    memory.documentsOf(audience),
    audience === 'CLIENT' ? () => schemas.CLIENT.visible : undefined,
  );
}
