import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { databaseFailureOf } from '../database/failures.js';
import { CODES, Refusal } from '../visibility/refusals.js';
import type { Operation, ServerContext } from './context.js';

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
          result.errors = result.errors?.map((error) => asCommitted(error, contextValue.operation));
        },
      };
    },
  };
}

/**
 * Remembers the mutations of an operation that were made. They run one after the other, and one that fails may take
 * the answers of those before it with it. Changes the schema in place.
 */
export function rememberMade(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    field.resolve = async (root, args, context: ServerContext, info) => {
      const payload = await resolve?.(root, args, context, info);
      context.operation.made = [...(context.operation.made ?? []), String(info.path.key)];
      return payload;
    };
  }
  return schema;
}

function asCommitted(
  error: GraphQLFormattedError,
  { budget, made = [] }: Operation,
): GraphQLFormattedError {
  const { extensions, path = [] } = error;
  const earlier = made.filter((key) => key !== path[0]);
  if (path.length === 1 && earlier.length > 0) return afterEarlier(error, earlier);
  if (extensions && 'committed' in extensions) return error;
  if (path.length > 1 || (path.length === 0 && budget.isCommitted))
    return {
      ...error,
      message: sentenceOf(error.message),
      extensions: { ...extensions, committed: true },
    };
  // It failed in between, after a change of its own: no more is said than is known.
  if (budget.isCommitted && error.message === CODES.INTERNAL_ERROR)
    return { ...error, message: withoutNothing(error.message) };
  return error;
}

/** The error of a mutation that other mutations of the same request came before. */
function afterEarlier(error: GraphQLFormattedError, earlier: string[]): GraphQLFormattedError {
  return {
    ...error,
    message: `${withoutNothing(error.message)} What stands before it in the request was made.`,
    extensions: { ...error.extensions, earlierCommitted: earlier },
  };
}

/** True of one mutation, but not of its whole request. */
function withoutNothing(message: string): string {
  return message.replace(/[.;] nothing was changed\.$/i, '.');
}

function sentenceOf(message: string): string {
  return message === CODES.INTERNAL_ERROR ? UNREADABLE : `Your change was made. ${message}`;
}
