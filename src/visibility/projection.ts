import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Audience } from './audience.js';
import type { Declaration } from './declare/declaration.js';
import type { Policy } from './policy.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

type Project = (value: unknown) => Json;

/**
 * Returns a function that reduces a value to the fields that one audience may see, as JSON in the order of the schema.
 * Hidden fields and fields without a value become null: a projection is complete, so nothing is looked up later. Hidden
 * fields declared as `liveOnly` are left out, and those declared as `absentWhenNull` while they have no value.
 */
export function projection(schema: GraphQLSchema, policy: Policy, audience: Audience) {
  const compiled = new Map<string, Project>();

  return (typeName: string, value: unknown): Json => forType(typeName)(value);

  function forType(typeName: string): Project {
    let project = compiled.get(typeName);
    if (!project) {
      const fields = Object.values((schema.getType(typeName) as GraphQLObjectType).getFields());
      const cuts: { name: string; cut: Project; absentWhenNull?: true }[] = [];
      project = (value) => {
        const object: Record<string, Json> = {};
        for (const { name, cut, absentWhenNull } of cuts) {
          const json = cut((value as never)[name]);
          if (json !== null || !absentWhenNull) object[name] = json;
        }
        return object;
      };
      compiled.set(typeName, project);
      // Fields with arguments, such as pages of a list, are derived from other fields when they are queried.
      for (const field of fields.filter(({ args }) => args.length === 0)) {
        const isVisible = policy.allows(audience, typeName, field.name);
        const { liveOnly, absentWhenNull } = field.extensions.visibility as Declaration;
        if (!isVisible && liveOnly) continue;
        const cut = isVisible ? cutFor(field.type) : () => null;
        cuts.push({ name: field.name, cut, absentWhenNull });
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
