import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { LRUCache } from 'lru-cache';
import {
  AUDIENCES,
  type Audience,
  type Audiences,
  clientOnly,
  staffOnly,
} from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import type { Policy } from '../../visibility/policy.js';
import { admits } from '../../visibility/rules.js';
import { MESSAGES_SWITCH, SYNC_SWITCH } from './change-event.js';

/** The listed audiences, and those of API keys that were used last. */
const MAX_AUDIENCES = AUDIENCES.length + 64;

export type EventVisibility = (audience: Audience, entityName: string) => boolean;

/** Audiences of entities that no GraphQL field leads to. */
const WITHOUT_FIELDS: Record<string, Audiences> = {
  Assignment: staffOnly,
  Publication: clientOnly,
  PagePublication: clientOnly,
  [MESSAGES_SWITCH]: clientOnly,
  [SYNC_SWITCH]: rolesWith('SHARE'),
};

/**
 * Returns a function that says whether an audience may learn that an entity has changed: if fields visible to the
 * audience lead from a job to that type. A tradie, for example, must not learn that a share prompt was raised.
 */
export function eventVisibility(schema: GraphQLSchema, policy: Policy): EventVisibility {
  const types = new LRUCache<Audience, Set<string>>({ max: MAX_AUDIENCES });
  const typesFor = (audience: Audience) => {
    const known = types.get(audience) ?? typesFromJob(schema, policy, audience);
    types.set(audience, known);
    return known;
  };
  for (const audience of AUDIENCES) typesFor(audience);
  return (audience, entityName) =>
    typesFor(audience).has(entityName) || admits(WITHOUT_FIELDS[entityName] ?? [], audience);
}

function typesFromJob(schema: GraphQLSchema, policy: Policy, audience: Audience): Set<string> {
  const reached = new Set(['Job']);
  // Iterating over a set includes elements added meanwhile.
  for (const name of reached) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (policy.allows(audience, name, field.name)) reached.add(getNamedType(field.type).name);
  }
  return reached;
}
