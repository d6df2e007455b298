import type { GraphQLSchema } from 'graphql';
import type { IMiddlewareTypeMap } from 'graphql-middleware';
import type { IRules } from 'graphql-shield';
import type { Audience } from './audience.js';
import type { Policy } from './policy.js';
import packages from './shield-package.cjs';

const { applyMiddleware, rule, shield } = packages;

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
  const guard = shield(tree, {
    fallbackRule: strip,
    fallbackError: () => null as never,
  });
  const middleware = onlyDenying(generate(guard, schema), policy, audience);
  return guardSubscribe(applyMiddleware(schema, middleware), policy, audience, refusal);
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
    tree[type] = {
      ...tree[type],
      [field]: audiences.includes(audience) ? allow : denied,
    };
  }
  return tree as IRules;
}

function generate(guard: ReturnType<typeof shield>, schema: GraphQLSchema): IMiddlewareTypeMap {
  return (guard as unknown as { generate(schema: GraphQLSchema): IMiddlewareTypeMap }).generate(
    schema,
  );
}

function onlyDenying(
  map: IMiddlewareTypeMap,
  policy: Policy,
  audience: Audience,
): IMiddlewareTypeMap {
  const denying = Object.entries(map).map(([type, fields]) => [
    type,
    Object.fromEntries(
      Object.entries(fields).filter(([field]) => !policy.allows(audience, type, field)),
    ),
  ]);
  return Object.fromEntries(
    denying.filter(([, fields]) => Object.keys(fields as object).length > 0),
  );
}

/** Shield wraps `resolve` only; a subscription starts at `subscribe`, so that must refuse as well. */
function guardSubscribe(
  schema: GraphQLSchema,
  policy: Policy,
  audience: Audience,
  refusal: (audience: Audience) => Error,
): GraphQLSchema {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    if (policy.allows(audience, 'Subscription', field.name)) continue;
    field.subscribe = () => {
      throw refusal(audience);
    };
  }
  return schema;
}
