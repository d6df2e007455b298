import { assertValidSchema, type GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import '../graphql/datetime-scalar.js';
import { buildSchemaSync } from 'type-graphql';
import { checkVisibility } from '../../visibility/boot-checks.js';
import { boundInputs } from '../../visibility/bounded-inputs.js';
import { describeCopies } from '../../visibility/copies.js';
import { type Policy, readPolicy } from '../../visibility/policy.js';
import { chargedLists } from '../graphql/charged-lists.js';
import { withDefaultResolvers } from '../graphql/default-resolvers.js';
import { doneOnce } from '../graphql/done-once.js';
import { recordMutation } from '../graphql/errors/report-committed.js';
import { RESOLVERS } from './nouns.js';

// type-graphql requires a PubSub even though each subscription here has its own queue.
const NO_TOPICS = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('Nothing here subscribes to topics.');
  },
};

export interface Contract {
  schema: GraphQLSchema;
  policy: Policy;
}

let shared: Contract | undefined;

/** The contract that all servers of a process share, built at the first call. */
export function sharedContract(): Contract {
  shared ??= buildContract();
  return shared;
}

/**
 * Builds the whole schema with its policy table.
 *
 * @throws when a type, field or argument has no visibility declaration.
 */
export function buildContract(): Contract {
  const schema = buildSchemaSync({
    resolvers: RESOLVERS as never,
    orphanedTypes: [],
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    pubSub: NO_TOPICS,
    // `boundInputs` validates inputs before a resolver of type-graphql gets them.
    validate: false,
    // The check runs an introspection query; `assertValidSchema` finds the same faults faster.
    skipCheck: true,
  });
  assertValidSchema(schema);
  const policy = readPolicy(schema);
  checkVisibility(schema, policy);
  describeCopies(schema, (type, field) => policy.allows('CLIENT', type, field));
  return {
    schema: recordMutation(boundInputs(doneOnce(chargedLists(withDefaultResolvers(schema))))),
    policy,
  };
}
