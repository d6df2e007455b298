import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import { type DocumentNode, execute, visit } from 'graphql';
import type { Audience } from '../visibility/audience.js';
import { invalid } from '../visibility/refusals.js';
import { writeAnswer } from './carried-text.js';
import { tellWhatCommitted } from './committed.js';
import { type CompiledQueries, type Compiling, runCompiled } from './compiled-queries.js';
import type { ServerContext } from './context.js';
import { isOurFault, tell } from './errors.js';
import type { Graph } from './graphs.js';
import { LIMITS, withinLimits } from './query-limits.js';
import { unavailableIs503 } from './retry-later.js';

/** The GraphQL server of one audience. */
export async function apolloFor(
  audience: Audience,
  graph: Graph,
  compiled: CompiledQueries,
  log: FastifyBaseLogger,
) {
  const { needsOf } = compiled.compiling;
  const apollo = new ApolloServer<ServerContext>({
    schema: graph.guarded,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [withinLimits],
    // The server goes down in its own order, database last.
    stopOnTerminationSignals: false,
    stringifyResult: writeAnswer,
    formatError: (formatted, error) => tell(audience, formatted, error),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      introspectOnly(graph),
      logOurFaults(log),
      noSubscriptions(),
      ...(compiled.choices.lookAhead ? [lookAhead(needsOf)] : []),
      runCompiled(compiled),
      tellWhatCommitted(),
      unavailableIs503(),
    ],
  });
  await apollo.start();
  return apollo;
}

/** An operation that introspects runs on the audience's own part of the schema, where nothing else exists. */
function introspectOnly(graph: Graph): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, contextValue, request, response }) {
          if (!introspects(document)) return null;
          const result = await execute({
            schema: graph.visible,
            document,
            contextValue,
            variableValues: request.variables,
            operationName: request.operationName,
          });
          return {
            http: response.http,
            body: { kind: 'single', singleResult: result },
          };
        },
      };
    },
  };
}

const introspecting = new WeakMap<DocumentNode, boolean>();

/** Apollo keeps the documents that it has read, so each is looked through once. */
function introspects(document: DocumentNode): boolean {
  const known = introspecting.get(document) ?? asksOfSchema(document);
  introspecting.set(document, known);
  return known;
}

/** `__schema` and `__type` stand at the root only, so finding either anywhere is enough. */
function asksOfSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      found ||= name.value === '__schema' || name.value === '__type';
    },
  });
  return found;
}

/** A subscription over HTTP would answer once and never again. */
function noSubscriptions(): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation }) {
          if (operation?.operation !== 'subscription') return;
          throw invalid('query', 'Subscriptions need a WebSocket at /graphql.');
        },
      };
    },
  };
}

/** Tells the readers what the operation needs, before any of it is read. */
function lookAhead(needsOf: Compiling['needsOf']): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, contextValue }) {
          contextValue.operation.lookAhead = needsOf(document);
        },
      };
    },
  };
}

function logOurFaults(log: FastifyBaseLogger): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue: { requestId } }) {
          for (const error of errors.filter(isOurFault)) {
            // The answer carries the same id, so a report from outside finds this line.
            error.extensions.requestId = requestId;
            log.error(
              { requestId, err: error.originalError ?? error },
              'a request failed on our side',
            );
          }
        },
      };
    },
  };
}
