import type { GraphQLSchema } from 'graphql';
import { AUDIENCES, type Audience } from '../visibility/audience.js';
import type { Policy } from '../visibility/policy.js';
import { projectedSchema } from '../visibility/projected-schema.js';
import { refusalFor } from '../visibility/refusals.js';
import { guardedSchema } from '../visibility/shield.js';
import type { Wall } from './walls.js';

/** The graph as one audience meets it. */
export interface Graph {
  /** What its operations run on: the whole contract, with what it may not see stripped or refused. */
  guarded: GraphQLSchema;
  /** What it can introspect: its own part of the contract. */
  visible: GraphQLSchema;
}

/** Decides, once, what each audience meets. */
export function graphsOf(
  schema: GraphQLSchema,
  policy: Policy,
  wallsDown: readonly Wall[] = [],
): Record<Audience, Graph> {
  const graphs = AUDIENCES.map((audience) => {
    const isDown = audience === 'CLIENT' && wallsDown.includes('GRAPH');
    const guarded = isDown ? schema : guardedSchema(schema, policy, audience, refusalFor);
    let visible: GraphQLSchema | undefined;
    return [
      audience,
      {
        guarded,
        // Made when somebody first looks at it, as the server should not be late for that.
        get visible() {
          visible ??= projectedSchema(guarded, policy, audience);
          return visible;
        },
      },
    ];
  });
  return Object.fromEntries(graphs);
}
