import { type GraphQLSchema, parse, SingleFieldSubscriptionsRule, validate } from 'graphql';
import { Refusal } from '../visibility/refusals.js';
import { LIMITS } from './query-limits.js';

/**
 * Why a request cannot even be validated, or null. graphql-js gives up, instead of telling a fault, on a
 * subscription whose `@include` or `@skip` names a variable that has no value; Apollo would take that
 * for a fault of ours.
 */
export function unreadableSubscription(schema: GraphQLSchema, body: unknown): Refusal | null {
  const { query } = (body ?? {}) as { query?: unknown };
  if (typeof query !== 'string' || !query.includes('subscription')) return null;
  try {
    const document = parse(query, { maxTokens: LIMITS.tokens });
    try {
      validate(schema, document, [SingleFieldSubscriptionsRule]);
    } catch {
      return new Refusal('VALIDATION_FAILED', undefined, { field: 'query' });
    }
  } catch {
    // A document that cannot be parsed is told of by whoever parses it next.
  }
  return null;
}
