import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { databaseFailureOf } from '../database/failures.js';
import { CODES, Refusal } from '../visibility/refusals.js';
import type { ServerContext } from './context.js';

const UNREADABLE = 'Your change was made, but its answer could not be read; load it again.';

/** What is thrown when a change has committed and reading its payload fails. It says both. */
export function failedAfterCommit(error: unknown): Refusal {
  const failure = databaseFailureOf(error);
  const refusal =
    error instanceof Refusal
      ? new Refusal(error.extensions.code as never, sentenceOf(error.message), {
          ...error.extensions,
          committed: true,
        })
      : new Refusal(failure ?? 'INTERNAL_ERROR', UNREADABLE, { committed: true });
  return Object.assign(refusal, { cause: error });
}

/**
 * Says of every error of a payload that the change behind it was made. A field of a payload is read only after its
 * mutation has returned, and a mutation returns after its commit.
 */
export function tellWhatCommitted(): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body }, operation, contextValue }) {
          if (body.kind !== 'single' || operation?.operation !== 'mutation') return;
          const result = body.singleResult;
          result.errors = result.errors?.map((error) =>
            asCommitted(error, contextValue.operation.budget.isCommitted),
          );
        },
      };
    },
  };
}

function asCommitted(error: GraphQLFormattedError, hasCommitted: boolean): GraphQLFormattedError {
  const { extensions, path = [] } = error;
  if (extensions && 'committed' in extensions) return error;
  if (path.length > 1 || (path.length === 0 && hasCommitted))
    return {
      ...error,
      message: sentenceOf(error.message),
      extensions: { ...extensions, committed: true },
    };
  // One of several mutations failed, and another one may have been made: no more is said than is known.
  if (hasCommitted && error.message === CODES.INTERNAL_ERROR)
    return { ...error, message: 'Something went wrong on our side.' };
  return error;
}

function sentenceOf(message: string): string {
  return message === CODES.INTERNAL_ERROR ? UNREADABLE : `Your change was made. ${message}`;
}
