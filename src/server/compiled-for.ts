import type { GraphQLSchema } from 'graphql';
import { type Audience, internal } from '../visibility/audience.js';
import { CarriedLists } from './carried-lists.js';
import { CompiledQueries } from './compiled-queries.js';
import type { Rooms } from './context.js';
import { lookAheadFor } from './look-ahead.js';

/** What is compiled of the queries of one audience. */
export function compiledFor(
  audience: Audience,
  schema: GraphQLSchema,
  { policy, orm, queries }: Pick<Rooms, 'policy' | 'orm' | 'queries'>,
): CompiledQueries {
  const needsOf = lookAheadFor(schema, policy, audience);
  const lists = internal.includes(audience)
    ? new CarriedLists(schema, policy, audience, orm)
    : null;
  return new CompiledQueries({ schema, lists, needsOf }, queries);
}
