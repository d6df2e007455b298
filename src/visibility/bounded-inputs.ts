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
import { type Bound, entityId, type ListBound, OutOfBound } from './bounds.js';
import type { Declaration } from './declare/declaration.js';
import { Faults } from './inputs/faults.js';
import { type InputRule, rulesOf } from './inputs/input-rules.js';
import { coordinate } from './policy.js';

type AnyBound = Bound | ListBound;
/** Returns the value after cleaning, undefined if it is refused; adds what is wrong with it to the faults. */
type Read = (value: unknown, path: string, faults: Faults) => unknown;
type Arguments = Record<string, unknown>;
type ReadArguments = (args: Arguments, faults: Faults) => Arguments;

/**
 * Wraps all resolvers so that arguments and their input fields are checked against their bounds and the rules of their
 * input types first; all faults are one VALIDATION_FAILED. Changes the schema in place: every executor and transport runs these resolvers, so none of them can skip the check. Adds the
 * bounds to the descriptions. Throws if a bound is missing, naming every such place.
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

const READ_ARGUMENTS = 'readArguments';

/** Adds what is wrong with arguments of a field, some of which may be missing because they do not even fit their types. */
export function checkArguments(
  { extensions }: GraphQLField<unknown, unknown>,
  args: Arguments,
  faults: Faults,
): void {
  (extensions[READ_ARGUMENTS] as ReadArguments | undefined)?.(args, faults);
}

function boundArguments(inputs: Inputs, type: string, field: GraphQLField<unknown, unknown>): void {
  const readers = field.args.map((argument): [string, Read | null] => [
    argument.name,
    inputs.readerOfArgument(type, field, argument),
  ]);
  const bounded = readers.filter((each): each is [string, Read] => each[1] !== null);
  if (bounded.length === 0) return;
  const readArguments: ReadArguments = (args, faults) => {
    const all = { ...args };
    for (const [name, reader] of bounded)
      if (name in all) all[name] = reader(all[name], name, faults);
    return all;
  };
  // Copies of the field for each audience keep its extensions.
  field.extensions = { ...field.extensions, [READ_ARGUMENTS]: readArguments };
  const read = (args: Arguments) => {
    const faults = new Faults();
    const all = readArguments(args, faults);
    faults.throwIfAny();
    return all;
  };
  const { resolve, subscribe } = field;
  if (resolve)
    field.resolve = (root, args, context, info) => resolve(root, read(args), context, info);
  if (subscribe)
    field.subscribe = (root, args, context, info) => subscribe(root, read(args), context, info);
}

/** Makes the readers of input values, by type and bound. */
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
    const rules = rulesOf(type);
    const read: Read = (value, path, faults) => {
      const all = { ...(value as Record<string, unknown>) };
      for (const [name, reader] of readers)
        if (name in all) all[name] = reader(all[name], `${path}.${name}`, faults);
      for (const rule of rules) checkRule(rule, all, path, faults);
      return all;
    };
    // Set before its fields are visited: an input type may contain itself.
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
    // Enums and Boolean need no bound; our own scalars check theirs (server/graphql/datetime-scalar.ts).
    if (isEnumType(type) || type.name === 'Boolean' || type.extensions.isBounded) return null;
    if (bound && 'read' in bound) return readerOfBound(bound);
    if (type.name === 'ID' && !bound) return readerOfBound(entityId);
    this.unbounded.push(place);
    return null;
  }

  #readerOfList(items: GraphQLInputType, bound: AnyBound | undefined, place: string): Read | null {
    if (!bound || !('maxItems' in bound)) {
      this.unbounded.push(place);
      return null;
    }
    const read = this.#readerOf(items, bound.items, place);
    return orNull((value, path, faults) => {
      const list = value as unknown[];
      if (list.length > bound.maxItems) {
        faults.add(path, bound.tooMany);
        return undefined;
      }
      return read ? list.map((item, at) => read(item, `${path}.${at}`, faults)) : list;
    });
  }
}

/** A rule is about values that are fine each for itself. */
function checkRule(
  { fields, check }: InputRule,
  input: Record<string, unknown>,
  path: string,
  faults: Faults,
): void {
  if (fields.some((name) => faults.has(`${path}.${name}`))) return;
  faults.check(() => check(input, path));
}

function readerOfBound(bound: Bound): Read {
  return orNull((value, path, faults) => {
    try {
      return bound.read(value);
    } catch (error) {
      if (!(error instanceof OutOfBound)) throw error;
      faults.add(path, error.message);
      return undefined;
    }
  });
}

function orNull(read: Read): Read {
  return (value, path, faults) =>
    value === null || value === undefined ? value : read(value, path, faults);
}
