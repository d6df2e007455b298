import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLFormattedError,
  parse,
} from 'graphql';
import type { OperationBudget } from '../database/operation-budget.js';
import type { Audience } from '../visibility/audience.js';
import { invalid } from '../visibility/refusals.js';
import { writeAnswer } from './carried-text.js';
import { tellWhatCommitted } from './committed.js';
import { type CompiledQueries, type Compiling, runCompiled } from './compiled-queries.js';
import type { ServerContext } from './context.js';
import { introspects } from './document-rules.js';
import { type FailedRequest, toClientError } from './errors.js';
import type { Graph } from './graphs.js';
import { type DocumentReader, type ReadDocument, VALIDATION } from './read-documents.js';
import { unavailableIs503 } from './retry-later.js';
import { unstorable } from './stored-text.js';
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

type ToClient = (error: unknown) => GraphQLFormattedError;

/** Takes the place of a document that cannot be used, and is never run. */
const NOTHING = parse('{ __typename }');

/** Gives Apollo the document that our own reader has read, and answers what that refuses. */
function readDocuments(
  documents: DocumentReader,
  toClient: ToClient,
): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart({ contextValue }) {
      const request = requests.getStore();
      if (request) request.budget = contextValue.operation.budget;
      let read: ReadDocument;
      return {
        async didResolveSource(context) {
          const { operationName, variables } = context.request;
          const unusable = unstorable(variables);
          read = unusable ? { errors: [unusable] } : documents.read(context.source, operationName);
          // With a document in its place, Apollo neither parses nor validates.
          (context as { document?: DocumentNode }).document = read.document ?? NOTHING;
        },
        async responseForOperation() {
          if (!read.errors) return null;
          return {
            http: { status: 400, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { errors: read.errors.map(toClient) } },
          };
        },
      };
    },
  };
}

/** An operation that introspects runs on the audience's own part of the schema, where nothing else exists. */
function introspectOnly(graph: Graph, toClient: ToClient): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, contextValue, request, response }) {
          // Without an operation of that name there is nothing to run; Apollo says so.
          if (!operation || !isIntrospection(document)) return null;
          const { data, errors } = (await execute({
            schema: graph.visible,
            document,
            contextValue,
            variableValues: request.variables,
            operationName: request.operationName,
            hideSuggestions: true,
            options: { maxCoercionErrors: VALIDATION.maxErrors },
          })) as ExecutionResult;
          const status = data === undefined ? 400 : response.http.status;
          return {
            http: { status, headers: response.http.headers },
            body: {
              kind: 'single',
              singleResult: { data, errors: errors?.map(toClient) },
            },
          };
        },
      };
    },
  };
}

const introspecting = new WeakMap<DocumentNode, boolean>();

/** The reader keeps the documents that it has read, so each is looked through once. */
function isIntrospection(document: DocumentNode): boolean {
  const known = introspecting.get(document) ?? introspects(document);
  introspecting.set(document, known);
  return known;
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
