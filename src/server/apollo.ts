import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import type { OperationBudget } from '../database/operation-budget.js';
import type { Audience } from '../visibility/audience.js';
import { invalid } from '../visibility/refusals.js';
import { introspectOnly, readDocuments } from './apollo-documents.js';
import { writeAnswer } from './carried-text.js';
import { tellWhatCommitted } from './committed.js';
import { type CompiledQueries, type Compiling, runCompiled } from './compiled-queries.js';
import type { ServerContext } from './context.js';
import { type FailedRequest, toClientError } from './errors.js';
import type { Graph } from './graphs.js';
import { type DocumentReader, VALIDATION } from './read-documents.js';
import { unavailableIs503 } from './retry-later.js';
import { answerWithinBudget } from './within-budget.js';

/** The request that Apollo works on: its error formatter is told of the error alone. */
const requests = new AsyncLocalStorage<FailedRequest & { budget?: OperationBudget }>();

/** Lets Apollo answer a request, whose id is in the answer and the log when something goes wrong. */
export function answeredFor<T>(request: FailedRequest, work: () => T): T {
  return requests.run({ id: request.id, log: request.log }, work);
}

/** The GraphQL server of one audience. */
export async function apolloFor(
  audience: Audience,
  graph: Graph,
  documents: DocumentReader,
  compiled: CompiledQueries,
  log: FastifyBaseLogger,
) {
  const { needsOf } = compiled.compiling;
  const toClient = (error: unknown) => {
    const request = requests.getStore();
    // What a stopped operation meets on its way out is no fault: one error replaces all of it.
    const refusal = request?.budget?.refusal;
    return toClientError(audience, refusal ?? error, request ?? { id: 'none', log });
  };
  const apollo = new ApolloServer<ServerContext>({
    schema: graph.guarded,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    // The document reader parses and validates; these hold for whatever it had not read.
    documentStore: null,
    parseOptions: { maxTokens: documents.bounds.maxTokens },
    validationOptions: VALIDATION,
    executionOptions: { maxCoercionErrors: VALIDATION.maxErrors },
    // The server goes down in its own order, database last.
    stopOnTerminationSignals: false,
    logger: log,
    stringifyResult: writeAnswer,
    formatError: (_formatted, error) => toClient(error),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      rememberBudget(),
      readDocuments(documents, toClient),
      introspectOnly(graph, toClient),
      logUnexpected(log),
      noSubscriptions(),
      ...(compiled.choices.lookAhead ? [lookAhead(needsOf)] : []),
      runCompiled(compiled),
      answerWithinBudget(),
      tellWhatCommitted(),
      unavailableIs503(),
    ],
  });
  await apollo.start();
  return apollo;
}

/** Tells the error formatter which budget the request has. */
function rememberBudget(): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart({ contextValue }) {
      const request = requests.getStore();
      if (request) request.budget = contextValue.operation.budget;
    },
  };
}

/** Apollo answers what it did not expect with an error of its own; this logs the one behind it. */
function logUnexpected(log: FastifyBaseLogger): ApolloServerPlugin<ServerContext> {
  return {
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      const { requestId } = requestContext.contextValue;
      log.error({ requestId, err: error }, 'a request failed on our side');
    },
  };
}

/** A subscription over HTTP would answer once and never again. */
function noSubscriptions(): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, response }) {
          if (operation?.operation !== 'subscription') return;
          response.http.status = 400;
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
