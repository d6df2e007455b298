import type { GraphQLSchema } from 'graphql';
import { type Audience, internal } from '../visibility/audience.js';
import { CarriedQueries } from './carried.js';
import type { CompiledCache } from './compiled-cache.js';
import { CompiledQueries, type Run } from './compiled-queries.js';
import type { Rooms } from './context.js';
import { lookAheadFor } from './look-ahead.js';

/** What is compiled of the queries of one audience. */
export function compiledFor(
  audience: Audience,
  schema: GraphQLSchema,
  { policy, orm, queries }: Pick<Rooms, 'policy' | 'orm' | 'queries'>,
  /** Shared by all audiences, so that one bound holds for all of them. */
  cache: CompiledCache<Run | null>,
): CompiledQueries {
  const needsOf = lookAheadFor(schema, policy, audience);
  const carried = internal.includes(audience)
    ? new CarriedQueries(schema, policy, audience, orm)
    : null;
  return new CompiledQueries({ schema, carried, needsOf }, queries, cache, audience);
}
