import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { IRules } from 'graphql-shield';
import type { Audience } from './audience.js';
import type { Policy } from './policy.js';
import { copyOfSchema } from './schema-copy.js';
import packages from './shield-package.cjs';

const { rule, shield } = packages;

const OPERATIONS = ['Query', 'Mutation', 'Subscription'];

/**
 * The schema as one audience runs it: what it may not see is stripped to null without being resolved,
 * what it may not call is refused. A field that the audience may see keeps its plain resolver, since
 * a rule that can only allow would cost every row and protect nothing.
 */
export function guardedSchema(
  schema: GraphQLSchema,
  policy: Policy,
  audience: Audience,
  refusal: (audience: Audience) => Error,
): GraphQLSchema {
  const tree = ruleTree(policy, audience, refusal);
  const guards = guardsOf(
    shield(tree, { fallbackRule: strip, fallbackError: () => null as never }),
    schema,
  );
  return copyOfSchema(schema, (type, field, config) => {
    if (policy.allows(audience, type, field)) return config;
    const guard = guards[type]?.[field];
    if (!guard) throw new Error(`Nothing guards ${type}.${field}.`);
    const guarded = { ...config, resolve: behind(guard, config.resolve) };
    if (type !== 'Subscription') return guarded;
    // Shield knows of `resolve` only; a subscription starts here, so this must refuse as well.
    const subscribe = () => {
      throw refusal(audience);
    };
    return { ...guarded, subscribe };
  });
}

const allow = rule({ cache: 'no_cache' })(() => true);
const strip = rule({ cache: 'no_cache' })(() => false);

/** The rule of every coordinate, as shield reads it. The fallback of the tree is deny. */
export function ruleTree(
  policy: Policy,
  audience: Audience,
  refusal: (audience: Audience) => Error,
): IRules {
  const refuse = rule({ cache: 'no_cache' })(() => refusal(audience));
  const tree: Record<string, Record<string, unknown>> = {};
  for (const { type, field, kind, audiences } of policy.rows) {
    if (kind !== 'output') continue;
    const denied = OPERATIONS.includes(type) ? refuse : strip;
    tree[type] ??= {};
    tree[type][field] = audiences.includes(audience) ? allow : denied;
  }
  return tree as IRules;
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;
/** What shield makes of a rule: it resolves the field, or answers in its place. */
type Guard = (resolve: Resolve, ...asked: Parameters<Resolve>) => unknown;

function guardsOf(guard: ReturnType<typeof shield>, schema: GraphQLSchema) {
  const generator = guard as unknown as {
    generate(schema: GraphQLSchema): Record<string, Record<string, Guard>>;
  };
  return generator.generate(schema);
}

function behind(guard: Guard, resolve: Resolve = defaultFieldResolver): Resolve {
  return (...asked) => guard(resolve, ...asked);
}
