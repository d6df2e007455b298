import type { ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import type { OperationBudget } from '../../database/budget/operation-budget.js';
import type { ServerContext } from './context.js';

/**
 * Returns the result of an operation; if it was stopped, a single error instead of all its data and errors. Ends the
 * budget.
 */
export function resultWithin(budget: OperationBudget, result: ExecutionResult): ExecutionResult {
  budget.measure(result.data);
  budget.end();
  const { refusal } = budget;
  return refusal ? { errors: [refusal], data: null } : result;
}

/** Runs an operation and returns its result as `resultWithin` does. Stops it if the caller hangs up before. */
export async function withinBudget(
  budget: OperationBudget,
  response: ServerResponse,
  run: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const onClose = () => budget.stop('CALLER_GONE');
  response.once('close', onClose);
  try {
    return resultWithin(budget, await run());
  } finally {
    budget.end();
    response.off('close', onClose);
  }
}

/** Stops an operation if its caller hangs up before the response is sent; ends its budget with the response. */
export function endWithResponse(budget: OperationBudget, response: ServerResponse): void {
  response.once('close', () => {
    if (!response.writableFinished) budget.stop('CALLER_GONE');
    budget.end();
  });
}

/** Replaces each response of Apollo that exceeds its budget by one error. */
export function answerWithinBudget(): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, response: { body } }) {
          if (body.kind !== 'single') return;
          const { budget } = contextValue.operation;
          // A GraphQLError serializes itself as a formatted error, so both types of result are interchangeable.
          const result = body.singleResult as ExecutionResult;
          body.singleResult = resultWithin(budget, result) as FormattedExecutionResult;
        },
      };
    },
  };
}
