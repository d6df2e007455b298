import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import type { OperationBudget } from '../../database/budget/operation-budget.js';
import type { Audience } from '../../visibility/audience.js';
import type { AudienceSchema } from '../../visibility/schemas/audience-schemas.js';
import { executePlans } from '../executor/apollo-plugin.js';
import { bodyOf } from '../executor/plan.js';
import type { OperationPlans } from '../executor/plans.js';
import type { ServerContext } from './context.js';
import { explainVariables, introspectOnly, readDocuments } from './documents/apollo-documents.js';
import type { PersistedQueries } from './documents/persisted-queries.js';
import { type DocumentReader, VALIDATION } from './documents/read-documents.js';
import { reportCommitted } from './errors/report-committed.js';
import { retryLater } from './errors/retry-later.js';
import { type FailedRequest, toClientError } from './errors.js';
import { reportCost } from './report-cost.js';
import { answerWithinBudget } from './within-budget.js';

/** Current request. Apollo's error formatter receives only the error. */
const requests = new AsyncLocalStorage<FailedRequest & { budget?: OperationBudget }>();

/** Runs Apollo's work for a request, whose id goes into the response and the log on a server fault. */
export function runForRequest<T>(request: FailedRequest, work: () => T): T {
  return requests.run({ id: request.id, log: request.log }, work);
}

/** Starts the GraphQL server of one audience. */
export async function apolloFor(
  audience: Audience,
  audienceSchema: AudienceSchema,
  documents: DocumentReader,
  persisted: PersistedQueries,
  /** Null where graphql-js alone answers. */
  plans: OperationPlans | null,
  log: FastifyBaseLogger,
) {
  const toClient = (error: unknown) => {
    const request = requests.getStore();
    // Errors of a stopped operation are replaced by its one refusal.
    const refusal = request?.budget?.refusal;
    return toClientError(audience, refusal ?? error, request ?? { id: 'none', log });
  };
  const apollo = new ApolloServer<ServerContext>({
    schema: audienceSchema.guarded,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Our own, in `readDocuments`, with a limit of memory for each audience.
    persistedQueries: false,
    // Batches run in order and within one budget (http/graphql/batch.ts).
    allowBatchedHttpRequests: false,
    // auth/forged-request.ts checks all transports.
    csrfPrevention: false,
    // The document reader parses and validates; these bounds cover a document that it did not read.
    documentStore: null,
    parseOptions: { maxTokens: documents.bounds.maxTokens },
    validationOptions: VALIDATION,
    executionOptions: { maxCoercionErrors: VALIDATION.maxErrors },
    // boot/end-of-process.ts handles signals: it closes in order, database last.
    stopOnTerminationSignals: false,
    logger: log,
    stringifyResult: bodyOf,
    formatError: (_formatted, error) => toClient(error),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      rememberBudget(),
      readDocuments(documents, persisted, toClient),
      introspectOnly(audienceSchema, toClient),
      explainVariables(audience, audienceSchema, toClient),
      logUnexpected(log),
      ...(plans ? [executePlans(plans, toClient)] : []),
      answerWithinBudget(),
      reportCommitted(),
      retryLater(),
      reportCost(),
    ],
  });
  await apollo.start();
  return apollo;
}

/** Makes the budget of the operation available to the error formatter. */
function rememberBudget(): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart({ contextValue }) {
      const request = requests.getStore();
      if (request) request.budget = contextValue.operation.budget;
    },
  };
}

/** Logs the cause of an unexpected error, which Apollo replaces by an error of its own. */
function logUnexpected(log: FastifyBaseLogger): ApolloServerPlugin<ServerContext> {
  return {
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      const { requestId } = requestContext.contextValue;
      log.error({ requestId, err: error }, 'a request failed on our side');
    },
  };
}
