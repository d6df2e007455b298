import type { GraphQLSchema } from 'graphql';
import { AUDIENCES, type Audience } from '../audience.js';
import type { DisabledLayer } from '../disabled-layers.js';
import type { Policy } from '../policy.js';
import { refusalFor } from '../refusals.js';
import { guardedSchema } from '../shield.js';
import { projectedSchema } from './projected-schema.js';

/** Schemas of one audience. */
export interface AudienceSchema {
  /** For execution: the whole schema, with hidden fields null and forbidden operations refused. */
  guarded: GraphQLSchema;
  /** For introspection: only what the audience may see. */
  visible: GraphQLSchema;
}

type AudienceSchemas = Record<Audience, AudienceSchema>;

const builtFor = new WeakMap<GraphQLSchema, AudienceSchemas>();

/** The schemas of all audiences, built once for each contract. */
export function audienceSchemas(
  schema: GraphQLSchema,
  policy: Policy,
  disabledLayers: readonly DisabledLayer[] = [],
): AudienceSchemas {
  if (disabledLayers.length > 0) return build(schema, policy, disabledLayers);
  const schemas = builtFor.get(schema) ?? build(schema, policy, disabledLayers);
  builtFor.set(schema, schemas);
  return schemas;
}

function build(
  schema: GraphQLSchema,
  policy: Policy,
  disabledLayers: readonly DisabledLayer[],
): AudienceSchemas {
  const schemas = AUDIENCES.map((audience) => {
    const isDisabled = audience === 'CLIENT' && disabledLayers.includes('SCHEMA');
    const both = isDisabled
      ? withVisible(schema, policy, audience)
      : audienceSchema(schema, policy, audience);
    return [audience, both];
  });
  return Object.fromEntries(schemas) as AudienceSchemas;
}

/** Builds the schemas of one audience, which may be that of API keys. */
export function audienceSchema(
  schema: GraphQLSchema,
  policy: Policy,
  audience: Audience,
): AudienceSchema {
  return withVisible(guardedSchema(schema, policy, audience, refusalFor), policy, audience);
}

function withVisible(guarded: GraphQLSchema, policy: Policy, audience: Audience): AudienceSchema {
  let visible: GraphQLSchema | undefined;
  return {
    guarded,
    // Built at the first introspection, so that the server starts sooner.
    get visible() {
      visible ??= projectedSchema(guarded, policy, audience);
      return visible;
    },
  };
}
