import type { Server } from 'node:net';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyBaseLogger, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { v7 } from 'uuid';
import { withoutAccess } from '../../domain/signed-addresses/signed-address.js';
import { devMailbox } from '../../email/dev-mailbox/dev-mailbox.js';
import { Drain, QUIET_MS } from '../boot/drain.js';
import { listen } from '../boot/listen.js';
import type { Services } from '../graphql/context.js';
import { allowOrigins } from './allowed-origins.js';
import { boundedJson } from './bounded-json.js';
import { answerUnreadable, boundConnections, connectionTimeouts } from './connections.js';
import { documentRoutes } from './files/document-routes.js';
import { photoRoutes } from './files/photo-routes.js';
import { graphqlRoutes } from './graphql/graphql-routes.js';
import { healthRoutes } from './health-routes.js';
import { answerError, answerErrors } from './http-errors.js';
import { docsRoutes } from './pages/docs-routes.js';
import { enquiryForm } from './pages/enquiry-form.js';
import { webPages } from './pages/web-pages.js';
import { sessionRoutes } from './session-routes.js';
import { stripeWebhook } from './stripe-webhook.js';

/** The longest texts have some ten thousand characters; photos are uploaded by another route. */
const MAX_BODY_BYTES = 1.25 * 1024 * 1024;

/** Log level and destination. */
export interface LogChoices {
  level: string;
  stream: { write(line: string): void };
}

export interface Http {
  log: FastifyBaseLogger;
  /** Starts listening; returns the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** Builds the HTTP server: GraphQL, photos, health checks, web pages, enquiry form, dev mailbox. */
export async function openHttp(
  services: Services,
  schema: GraphQLSchema,
  log?: LogChoices,
  quietMs = QUIET_MS,
): Promise<Http> {
  const { config } = services;
  const http = Fastify({
    logger: {
      level: config.production ? 'warn' : 'error',
      redact: ['req.headers.authorization', 'req.headers.cookie'],
      serializers: { req: loggedRequest },
      ...log,
    },
    bodyLimit: MAX_BODY_BYTES,
    genReqId: () => v7(),
    trustProxy: config.trustProxy.length > 0 && config.trustProxy,
    // Connections that remain after `drain` have had their response.
    forceCloseConnections: true,
    return503OnClosing: false,
    ...connectionTimeouts(config.requestTimeouts),
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerError,
  });
  boundConnections(http.server, config);
  answerErrors(http);
  boundedJson(http, config);
  const drain = new Drain(http.server, quietMs);
  let listeners: Server[] = [];
  http.addHook('preClose', () => drain.begin(listeners));
  await http.register(helmet, {
    referrerPolicy: { policy: 'no-referrer' },
    // Pages fetch photos with a token in the header and show them as blobs.
    contentSecurityPolicy: {
      directives: { 'img-src': ["'self'", 'data:', 'blob:'] },
    },
  });
  await graphqlRoutes(http, services, schema);
  allowOrigins(http, config);
  await http.register(sessionRoutes(services));
  await http.register(photoRoutes(services));
  await http.register(documentRoutes(services));
  await http.register(healthRoutes(services.readiness));
  await http.register(webPages(config));
  await http.register(docsRoutes(config));
  await http.register(enquiryForm(services));
  if (services.cardPayments) await http.register(stripeWebhook(services.cardPayments));
  if (!config.production)
    await http.register(devMailbox({ db: services.orm.em.getKysely() as never }));
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

/** What the log says of a request: never what makes a signed address work. */
function loggedRequest({ method, url, host, ip, socket }: FastifyRequest) {
  const { remotePort } = socket;
  return { method, url: withoutAccess(url), host, remoteAddress: ip, remotePort };
}
