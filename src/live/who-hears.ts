import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import {
  AUDIENCES,
  type Audience,
  type Audiences,
  clientOnly,
  internal,
} from '../visibility/audience.js';
import type { Policy } from '../visibility/policy.js';
import { MESSAGES_SWITCH } from './notice.js';

export type WhoHears = (audience: Audience, kind: string) => boolean;

/** What no field leads to and is seen all the same: who works on a job, and what a client's page shows. */
const BESIDES: Record<string, Audiences> = {
  Assignment: internal,
  Publication: clientOnly,
  [MESSAGES_SWITCH]: clientOnly,
};

/**
 * Who may learn that a record of a kind has changed: whoever gets from a job to one by fields that they
 * see. That a prompt was raised is itself something that a tradie is not to know.
 */
export function whoHears(schema: GraphQLSchema, policy: Policy): WhoHears {
  const kinds = new Map(AUDIENCES.map((each) => [each, kindsFromJob(schema, policy, each)]));
  return (audience, kind) =>
    kinds.get(audience)?.has(kind) || (BESIDES[kind]?.includes(audience) ?? false);
}

function kindsFromJob(schema: GraphQLSchema, policy: Policy, audience: Audience): Set<string> {
  const reached = new Set(['Job']);
  // A set may grow while it is walked; what is added is walked too.
  for (const name of reached) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (policy.allows(audience, name, field.name)) reached.add(getNamedType(field.type).name);
  }
  return reached;
}
