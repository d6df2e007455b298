import { setImmediate } from 'node:timers/promises';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { ServerContext } from '../graphql/context.js';
import type { OperationPlans } from './plans.js';

/** In characters. */
const LARGE_TEXT_LENGTH = 4_000;

/**
 * Makes Apollo execute operations by their plans, after it has parsed and validated the document. From then on requests
 * with the same text take the fast path.
 */
export function executePlans(
  plans: OperationPlans,
  toClient: (error: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, request, response, contextValue }) {
          // Apollo reports that there is no such operation, or that it cannot be sent over HTTP.
          if (!operation || operation.operation === 'subscription') return null;
          const { query = '', operationName, variables = {} } = request;
          // Validating a large document took long, so other requests get a turn before it is planned.
          if (query.length > LARGE_TEXT_LENGTH && plans.isNew(query, operationName ?? ''))
            await setImmediate();
          const plan = plans.planFor(document, query, operationName ?? '', variables);
          const result = plan && (await plan.execute(contextValue.request, variables));
          // Invalid variables: Apollo runs graphql-js, which refuses them before it runs anything.
          if (!result || result.data === undefined) return null;
          const { data, errors } = result;
          const singleResult: FormattedExecutionResult = errors
            ? { errors: errors.map(toClient), data }
            : { data };
          return { http: response.http, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}
