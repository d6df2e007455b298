import type { Server } from 'node:net';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { v7 } from 'uuid';
import { devMailbox } from '../email/dev-mailbox.js';
import { AUDIENCES, type Audience } from '../visibility/audience.js';
import { answeredFor, apolloFor } from './apollo.js';
import { arrive, heldUp } from './arrive.js';
import { boundedJson, excessInQuery } from './bounded-json.js';
import { CompiledCache } from './compiled-cache.js';
import { compiledFor } from './compiled-for.js';
import type { CompiledQueries, Run } from './compiled-queries.js';
import { boundConnections, patience, tellUnheard } from './connections.js';
import { contextFor, type Rooms } from './context.js';
import { DocumentMemory } from './document-memory.js';
import { Drain, QUIET_MS } from './drain.js';
import { enquiryForm } from './enquiry-form.js';
import { FastLane } from './fast-lane.js';
import { type Graph, graphsOf } from './graphs.js';
import { bodyAgain, whatWasHandedOver } from './handed-over.js';
import { healthRoutes } from './health-routes.js';
import { answerError, answerErrors } from './http-errors.js';
import { listen } from './listen.js';
import { photoRoutes } from './photo-routes.js';
import { playground } from './playground.js';
import type { Arrival } from './principals.js';
import { DocumentReader } from './read-documents.js';
import { textBounds } from './text-bounds.js';
import { webPages } from './web-pages.js';
import { openWebSocket } from './websocket.js';
import { endWithResponse } from './within-budget.js';

/** Bytes. The longest texts that anybody writes have some ten thousand characters; pictures come another way. */
const BODY_LIMIT = 1.25 * 1024 * 1024;

/** How much is logged, and where to. */
export interface LogChoices {
  level: string;
  stream: { write(line: string): void };
}

export interface Http {
  log: FastifyBaseLogger;
  /** Starts to answer and tells where. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** The server's doors: GraphQL, the portal page, the dev mailbox, health. */
export async function openHttp(
  rooms: Rooms,
  schema: GraphQLSchema,
  log?: LogChoices,
  quietMs = QUIET_MS,
): Promise<Http> {
  const { config } = rooms;
  const http = Fastify({
    logger: {
      level: config.production ? 'warn' : 'error',
      redact: ['req.headers.authorization'],
      ...log,
    },
    bodyLimit: BODY_LIMIT,
    genReqId: () => v7(),
    trustProxy: config.trustProxy.length > 0 && config.trustProxy,
    // What `drain` has left, which has had its answer.
    forceCloseConnections: true,
    return503OnClosing: false,
    ...patience(config.patience),
    clientErrorHandler: tellUnheard,
    frameworkErrors: answerError,
  });
  boundConnections(http.server, config);
  answerErrors(http);
  boundedJson(http);
  const drain = new Drain(http.server, quietMs);
  let listeners: Server[] = [];
  http.addHook('preClose', () => drain.begin(listeners));
  await http.register(helmet, {
    referrerPolicy: { policy: 'no-referrer' },
    // A page fetches a photo with its token in the header and shows the blob that it gets.
    contentSecurityPolicy: {
      directives: { 'img-src': ["'self'", 'data:', 'blob:'] },
    },
  });
  await graphql(http, rooms, schema);
  await http.register(photoRoutes(rooms));
  await http.register(healthRoutes(rooms.readiness));
  await http.register(webPages(config));
  await http.register(enquiryForm(rooms));
  if (!config.production)
    await http.register(devMailbox({ db: rooms.orm.em.getKysely() as never }));
  http.addHook('preClose', () => drain.finish());
  return {
    log: http.log,
    listen: async () => {
      await http.ready();
      const listening = await listen(http.server, {
        port: config.port,
        isPublic: config.production,
      });
      listeners = listening.listeners;
      return listening.url;
    },
    close: () => http.close(),
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    arrival: Arrival;
  }
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** One GraphQL server an audience; who is asking decides which of them answers. */
async function graphql(http: FastifyInstance, rooms: Rooms, schema: GraphQLSchema): Promise<void> {
  const graphs = graphsOf(schema, rooms.policy, rooms.wallsDown);
  const documents = documentReaders(graphs);
  openWebSocket(http, rooms, graphs, documents);
  const context = async (request: FastifyRequest, reply: FastifyReply) => {
    const context = contextFor(rooms, request.arrival, request);
    endWithResponse(context.operation.budget, reply.raw);
    context.operation.isTroubled = whatWasHandedOver(request.raw)?.isTroubled;
    return context;
  };
  const servers: Awaited<ReturnType<typeof apolloFor>>[] = [];
  const handlers = new Map<Audience, Handler>();
  const queries = new Map<Audience, CompiledQueries>();
  const cache = new CompiledCache<Run | null>();
  for (const audience of AUDIENCES) {
    const compiled = compiledFor(audience, graphs[audience].guarded, rooms, cache);
    const apollo = await apolloFor(
      audience,
      graphs[audience],
      documents[audience],
      compiled,
      http.log,
    );
    servers.push(apollo);
    queries.set(audience, compiled);
    handlers.set(audience, fastifyApolloHandler(apollo, { context: context as never }) as never);
  }
  const lane = new FastLane(rooms, queries);
  lane.standBefore(http.server);
  http.decorateRequest('arrival', null as never);
  http.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onRequest: playground(rooms.config),
    preParsing: async ({ raw }, _reply, payload) => bodyAgain(raw) ?? payload,
    preHandler: async (request, reply) => {
      // What somebody may see now is not to be kept for whoever looks next.
      reply.header('cache-control', 'no-store');
      const arrival = whatWasHandedOver(request.raw)?.arrival;
      request.arrival = arrival
        ? await heldUp(rooms, arrival, request.ip)
        : await arrive(rooms, request.headers.authorization, request.ip);
      const excess = excessInQuery(request.query);
      if (excess) throw excess;
    },
    handler: async (request, reply) => {
      const { audience } = request.arrival.principal;
      const answer = await answeredFor(request, () => handlers.get(audience)?.(request, reply));
      lane.learn(request, reply);
      return answer;
    },
  });
  http.addHook('preClose', async () => lane.close());
  http.addHook('onClose', async () => {
    await Promise.all(servers.map((apollo) => apollo.stop()));
  });
}

/** Reads the documents of each audience, whichever way they come. */
function documentReaders(graphs: Record<Audience, Graph>): Record<Audience, DocumentReader> {
  const memory = new DocumentMemory();
  const readers = AUDIENCES.map((audience) => [
    audience,
    new DocumentReader(
      graphs[audience].guarded,
      textBounds(audience),
      memory.documentsOf(audience),
    ),
  ]);
  return Object.fromEntries(readers);
}
