import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { type Audience, type Audiences, clientOnly, internal } from '../visibility/audience.js';
import type { Policy } from '../visibility/policy.js';

export type WhoHears = (audience: Audience, kind: string) => boolean;

/** What no field leads to and is seen all the same: who works on a job, and what a client's page shows. */
const BESIDES: Record<string, Audiences> = { Assignment: internal, Publication: clientOnly };

/**
 * Who may learn that a record of a kind has changed: whoever sees a field that leads to one. That a
 * prompt was raised is itself something that a tradie is not to know.
 */
export function whoHears(schema: GraphQLSchema, policy: Policy): WhoHears {
  const hearers = new Map<string, Set<Audience>>(
    Object.entries(BESIDES).map(([kind, audiences]) => [kind, new Set(audiences)]),
  );
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || roots.includes(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const kind = getNamedType(field.type).name;
      const known = hearers.get(kind) ?? new Set();
      for (const each of policy.audiencesOf(`${type.name}.${field.name}`)) known.add(each);
      hearers.set(kind, known);
    }
  }
  return (audience, kind) => hearers.get(kind)?.has(audience) ?? false;
}
