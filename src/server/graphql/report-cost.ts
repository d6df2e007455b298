import type { ApolloServerPlugin } from '@apollo/server';
import { OPERATION_BUDGET, type OperationBudget } from '../../database/budget/operation-budget.js';
import { pointsOf } from '../../domain/limits/request-points.js';
import type { ServerContext } from './context.js';

/** What an operation has cost, beside the limits of one operation. */
export interface Cost {
  /** Of those that a caller may spend in a minute. */
  points: number;
  records: number;
  bytes: number;
  maxRecords: number;
  maxBytes: number;
}

export function costOf({ spent }: OperationBudget): Cost {
  const { maxRecords, maxAnswerBytes } = OPERATION_BUDGET;
  return {
    points: pointsOf(spent),
    records: spent.records,
    bytes: spent.answerBytes,
    maxRecords,
    maxBytes: maxAnswerBytes,
  };
}

/** Whether a request asks for its cost: `"extensions": { "cost": true }`. */
export function asksForCost(extensions: Record<string, unknown> | null | undefined): boolean {
  return extensions?.cost === true;
}

/** Adds `extensions.cost` to the responses of requests that ask for it. */
export function reportCost(): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart({ request, contextValue: { operation } }) {
      if (!asksForCost(request.extensions)) return;
      operation.isCostShown = true;
      return {
        async willSendResponse({ response: { body } }) {
          if (body.kind !== 'single') return;
          const cost = costOf(operation.budget);
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}
