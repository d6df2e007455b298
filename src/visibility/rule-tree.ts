import type { IRules } from 'graphql-shield';
import type { Audience } from './audience.js';
import { coordinate, type Policy } from './policy.js';
import { allow, type Rule, refuse, ruleOf, type ShieldRule, strip } from './rules.js';

/** Rule of a field or operation, and its result for a caller who does not pass. */
export interface GuardedPlace {
  rule: Rule;
  otherwise: 'strip' | 'refuse';
}

/** Rules by type and field. */
export type RuleTree = Record<string, Record<string, GuardedPlace>>;

const OPERATIONS = ['Query', 'Mutation', 'Subscription'];

/** Returns the rules of the whole schema, composed from the declarations of its fields. */
export function ruleTree(policy: Policy): RuleTree {
  const tree: RuleTree = {};
  for (const row of policy.rows) {
    if (row.kind !== 'output') continue;
    const { type, field, declared } = row;
    const otherwise = OPERATIONS.includes(type) ? 'refuse' : 'strip';
    const fields = tree[type] ?? {};
    fields[field] = { rule: ruleOf(declared, coordinate(row)), otherwise };
    tree[type] = fields;
  }
  return tree;
}

/** Returns the tree for graphql-shield for one audience, with each rule replaced by its decision. */
export function decidedTree(
  tree: RuleTree,
  audience: Audience,
  refusal: (audience: Audience) => Error,
): IRules {
  const refused = refuse(refusal, audience);
  const decided = ({ rule, otherwise }: GuardedPlace): ShieldRule => {
    if (rule.allows(audience)) return allow;
    return otherwise === 'refuse' ? refused : strip;
  };
  return mapped(tree, decided);
}

/** Maps every rule of the tree. */
export function mapped<T>(
  tree: RuleTree,
  at: (place: GuardedPlace) => T,
): Record<string, Record<string, T>> {
  return Object.fromEntries(
    Object.entries(tree).map(([type, fields]) => [
      type,
      Object.fromEntries(Object.entries(fields).map(([field, place]) => [field, at(place)])),
    ]),
  );
}
