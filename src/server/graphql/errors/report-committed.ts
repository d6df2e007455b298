import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { CODES } from '../../../visibility/refusals.js';
import type { Operation, ServerContext } from '../context.js';
import { withCommittedNote } from './committed.js';

/**
 * Adds `committed: true` to every error in a payload: fields of a payload are resolved after their mutation has returned,
 * and a mutation returns after its commit.
 */
export function reportCommitted(): ApolloServerPlugin<ServerContext> {
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
 * Records the mutations of an operation that returned. They run one after the other, and one that fails may replace the
 * data of those before it by null. Changes the schema in place.
 */
export function recordMutation(schema: GraphQLSchema): GraphQLSchema {
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
      message: withCommittedNote(error.message),
      extensions: { ...extensions, committed: true },
    };
  // The mutation failed after a change of its own: whether that is complete is unknown.
  if (budget.isCommitted && error.message === CODES.INTERNAL_ERROR)
    return { ...error, message: withoutNothingChanged(error.message) };
  return error;
}

/** Error of a mutation that follows committed mutations of the same request. */
function afterEarlier(error: GraphQLFormattedError, earlier: string[]): GraphQLFormattedError {
  return {
    ...error,
    message: `${withoutNothingChanged(error.message)} The mutations before it in the request were made.`,
    extensions: { ...error.extensions, earlierCommitted: earlier },
  };
}

/** Removes "nothing was changed", which is true of the mutation but not of the whole request. */
function withoutNothingChanged(message: string): string {
  return message.replace(/[.;] nothing was changed\.$/i, '.');
}
