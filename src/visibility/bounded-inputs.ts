import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type Bound, type ListBound, OutOfBound, recordId } from './bounds.js';
import type { Declaration } from './declare.js';
import { coordinate } from './policy.js';
import { invalid } from './refusals.js';

type AnyBound = Bound | ListBound;
/** Answers the value as it is used from here on; throws VALIDATION_FAILED that names the path. */
type Read = (value: unknown, path: string) => unknown;

/**
 * Lays the bounds of all arguments, and of all that is in them, before the resolvers that get them. It changes the
 * schema in place: every executor and every transport runs the same resolvers, so there is no way in beside them.
 * The bounds are added to the descriptions. Throws where one is missing, naming every such place.
 */
export function boundInputs(schema: GraphQLSchema): GraphQLSchema {
  const inputs = new Inputs();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isInputObjectType(type)) inputs.readerOfObject(type);
    if (isObjectType(type))
      for (const field of Object.values(type.getFields())) boundArguments(inputs, type.name, field);
  }
  if (inputs.unbounded.length > 0)
    throw new Error(
      `Nobody declared how large ${inputs.unbounded.join(', ')} may be. Use a decorator such as @Text(200), ` +
        '@Bounded(…) or @ListOf(…) beside the field, or `bound` with the argument (src/visibility/bounds.ts).',
    );
  return schema;
}

function boundArguments(inputs: Inputs, type: string, field: GraphQLField<unknown, unknown>): void {
  const readers = field.args.map((each): [string, Read | null] => [
    each.name,
    inputs.readerOfArgument(type, field, each),
  ]);
  const bounded = readers.filter((each): each is [string, Read] => each[1] !== null);
  if (bounded.length === 0) return;
  const read = (args: Record<string, unknown>) => {
    const all = { ...args };
    for (const [name, reader] of bounded) if (name in all) all[name] = reader(all[name], name);
    return all;
  };
  const { resolve, subscribe } = field;
  if (resolve)
    field.resolve = (root, args, context, info) => resolve(root, read(args), context, info);
  if (subscribe)
    field.subscribe = (root, args, context, info) => subscribe(root, read(args), context, info);
}

/** How what comes in is read, by its type and its bound. */
class Inputs {
  readonly unbounded: string[] = [];
  readonly #objects = new Map<GraphQLInputObjectType, Read>();

  readerOfArgument(type: string, field: GraphQLField<unknown, unknown>, argument: GraphQLArgument) {
    const declaration = field.extensions[`argument:${argument.name}`] as Declaration | undefined;
    const place = coordinate({ type, field: field.name, argument: argument.name });
    return this.#readerOfPlace(argument, declaration?.bound, place);
  }

  readerOfObject(type: GraphQLInputObjectType): Read {
    const known = this.#objects.get(type);
    if (known) return known;
    const readers: [string, Read][] = [];
    const read: Read = (value, path) => {
      const all = { ...(value as Record<string, unknown>) };
      for (const [name, reader] of readers)
        if (name in all) all[name] = reader(all[name], `${path}.${name}`);
      return all;
    };
    // Known before its fields are looked at, as an input may hold others of its own kind.
    this.#objects.set(type, read);
    for (const field of Object.values(type.getFields())) {
      const bound = field.extensions.bound as AnyBound | undefined;
      const reader = this.#readerOfPlace(field, bound, `${type.name}.${field.name}`);
      if (reader) readers.push([field.name, reader]);
    }
    return read;
  }

  #readerOfPlace(
    place: GraphQLArgument | GraphQLInputField,
    bound: AnyBound | undefined,
    name: string,
  ): Read | null {
    if (bound?.says) place.description = `${place.description ?? ''} ${bound.says}`.trim();
    return this.#readerOf(place.type, bound, name);
  }

  #readerOf(type: GraphQLInputType, bound: AnyBound | undefined, place: string): Read | null {
    if (isNonNullType(type)) return this.#readerOf(type.ofType, bound, place);
    if (isListType(type)) return this.#readerOfList(type.ofType, bound, place);
    if (isInputObjectType(type)) return orNull(this.readerOfObject(type));
    // An enum has its values, and scalars of ours their own bound (server/moments.ts).
    if (isEnumType(type) || type.name === 'Boolean' || type.extensions.isBounded) return null;
    if (bound && 'read' in bound) return readerOfBound(bound);
    if (type.name === 'ID' && !bound) return readerOfBound(recordId);
    this.unbounded.push(place);
    return null;
  }

  #readerOfList(items: GraphQLInputType, bound: AnyBound | undefined, place: string): Read | null {
    if (!bound || !('maxItems' in bound)) {
      this.unbounded.push(place);
      return null;
    }
    const read = this.#readerOf(items, bound.items, place);
    return orNull((value, path) => {
      const list = value as unknown[];
      if (list.length > bound.maxItems) throw invalid(path, bound.tooMany);
      return read ? list.map((item, at) => read(item, `${path}.${at}`)) : list;
    });
  }
}

function readerOfBound(bound: Bound): Read {
  return orNull((value, path) => {
    try {
      return bound.read(value);
    } catch (error) {
      if (error instanceof OutOfBound) throw invalid(path, error.message);
      throw error;
    }
  });
}

function orNull(read: Read): Read {
  return (value, path) => (value === null || value === undefined ? value : read(value, path));
}
