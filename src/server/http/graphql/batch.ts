import { HeaderMap } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { invalid } from '../../../visibility/refusals.js';
import { type TextBounds, textExcess, tokenExcess } from '../../graphql/documents/text-bounds.js';
import type { ApolloAnswer } from './apollo-answer.js';

/** The default of Apollo Client's batch link. */
const MAX_OPERATIONS = 10;

/**
 * Returns the refusal of a batch, or null: too many operations, or texts that together are past the bounds of one.
 */
export function batchExcess(operations: unknown[], bounds: TextBounds): GraphQLError | null {
  if (operations.length === 0) return invalid('operations', 'The batch has no operations.');
  if (operations.length > MAX_OPERATIONS)
    return invalid(
      'operations',
      `A batch has at most ${MAX_OPERATIONS} operations; send the others in another request.`,
    );
  const texts = operations
    .map((each) => (each as { query?: unknown } | null)?.query)
    .filter((each) => typeof each === 'string');
  return textExcess(bounds, texts.join('\n')) ?? tokenExcess(bounds, texts);
}

/** Runs the operations one after the other, so that mutations are made in order; returns one response with their results. */
export async function answerBatch(
  operations: unknown[],
  run: (operation: unknown) => Promise<ApolloAnswer>,
): Promise<ApolloAnswer> {
  const answers: ApolloAnswer[] = [];
  for (const operation of operations) answers.push(await run(operation));
  const texts = answers.map(({ text }) => text.trimEnd());
  const contentType = answers[0]?.headers.get('content-type') ?? 'application/json';
  // Clients look at the results only if the status is 200.
  return {
    status: 200,
    headers: new HeaderMap([['content-type', contentType]]),
    text: `[${texts.join(',')}]\n`,
  };
}
