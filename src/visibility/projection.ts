import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Audience } from './audience.js';
import type { Policy } from './policy.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

type Project = (value: unknown) => Json;

/**
 * Cuts a value down to what one audience may see of it, as JSON, in the order of the schema. A field
 * with an audience but no value becomes null, and so does a field that is hidden: a projection is
 * complete, so nothing is ever looked up behind it.
 */
export function projection(schema: GraphQLSchema, policy: Policy, audience: Audience) {
  const compiled = new Map<string, Project>();

  return (typeName: string, value: unknown): Json => forType(typeName)(value);

  function forType(typeName: string): Project {
    let project = compiled.get(typeName);
    if (!project) {
      const fields = Object.values((schema.getType(typeName) as GraphQLObjectType).getFields());
      const cuts: [string, Project][] = [];
      project = (value) =>
        Object.fromEntries(cuts.map(([name, cut]) => [name, cut((value as never)[name])]));
      compiled.set(typeName, project);
      // What takes arguments, such as a page of a list, is worked out from the rest and is no value of its own.
      for (const field of fields.filter(({ args }) => args.length === 0)) {
        const seen = policy.allows(audience, typeName, field.name);
        cuts.push([field.name, seen ? cutFor(field.type) : () => null]);
      }
    }
    return project;
  }

  function cutFor(type: GraphQLOutputType): Project {
    if (isNonNullType(type)) return cutFor(type.ofType);
    if (isListType(type)) {
      const each = cutFor(type.ofType);
      return (value) => (Array.isArray(value) ? value.map(each) : null);
    }
    if (isObjectType(type)) {
      return (value) => (value === null || value === undefined ? null : forType(type.name)(value));
    }
    const leaf = type as { serialize(value: unknown): unknown };
    return (value) =>
      value === null || value === undefined ? null : asJson(leaf.serialize(value));
  }
}

function asJson(value: unknown): Json {
  return value instanceof Date ? value.toISOString() : (value as Json);
}
