import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Audience } from './audience.js';
import type { Policy } from './policy.js';
import { decidedTree, ruleTree } from './rule-tree.js';
import { strip } from './rules.js';
import { copyOfSchema } from './schemas/schema-copy.js';
import packages from './shield-package.cjs';

const { shield } = packages;

/**
 * Returns the schema of one audience: hidden fields are null without being resolved, forbidden operations are refused.
 * Visible fields keep their resolvers, since a rule that always allows would cost time on every row and protect
 * nothing.
 */
export function guardedSchema(
  schema: GraphQLSchema,
  policy: Policy,
  audience: Audience,
  refusal: (audience: Audience) => Error,
): GraphQLSchema {
  const tree = ruleTree(policy);
  const decided = decidedTree(tree, audience, refusal);
  const guards = guardsOf(
    shield(decided, { fallbackRule: strip, fallbackError: () => null as never }),
    schema,
  );
  return copyOfSchema(schema, (type, field, config) => {
    if (tree[type]?.[field]?.rule.allows(audience)) return config;
    const guard = guards[type]?.[field];
    if (!guard) throw new Error(`Nothing guards ${type}.${field}.`);
    const guarded = { ...config, resolve: behind(guard, config.resolve) };
    if (type !== 'Subscription') return guarded;
    // graphql-shield wraps `resolve` only, but a subscription starts with `subscribe`.
    const subscribe = () => {
      throw refusal(audience);
    };
    return { ...guarded, subscribe };
  });
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;
/** Middleware that graphql-shield makes of a rule: calls the resolver, or returns a result instead. */
type Guard = (resolve: Resolve, ...args: Parameters<Resolve>) => unknown;

function guardsOf(guard: ReturnType<typeof shield>, schema: GraphQLSchema) {
  const generator = guard as unknown as {
    generate(schema: GraphQLSchema): Record<string, Record<string, Guard>>;
  };
  return generator.generate(schema);
}

function behind(guard: Guard, resolve: Resolve = defaultFieldResolver): Resolve {
  return (...args) => guard(resolve, ...args);
}
