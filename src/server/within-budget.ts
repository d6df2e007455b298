import type { ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import type { OperationBudget } from '../database/operation-budget.js';
import type { ServerContext } from './context.js';

/**
 * The result of an operation that has run, or the one error that replaces it where the operation was stopped: not one
 * of its lists, and none of the errors that it met on its way out. Ends the budget.
 */
export function resultWithin(budget: OperationBudget, result: ExecutionResult): ExecutionResult {
  budget.measure(result.data);
  budget.end();
  const { refusal } = budget;
  return refusal ? { errors: [refusal], data: null } : result;
}

/** Runs an operation that is stopped when its caller hangs up before the answer. */
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

/** Stops an operation when its caller hangs up before the answer. */
export function endWithResponse(budget: OperationBudget, response: ServerResponse): void {
  response.once('close', () => {
    if (!response.writableFinished) budget.stop('CALLER_GONE');
    budget.end();
  });
}

/** Every answer of Apollo's, however it came about, is sent within its budget or replaced by one error. */
export function answerWithinBudget(): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, response: { body } }) {
          if (body.kind !== 'single') return;
          const { budget } = contextValue.operation;
          // An error writes itself as what is told of it, so both kinds of result are one here.
          const result = body.singleResult as ExecutionResult;
          body.singleResult = resultWithin(budget, result) as FormattedExecutionResult;
        },
      };
    },
  };
}
