import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isNullableType,
  isObjectType,
} from 'graphql';
import type { Declaration } from './declare/declaration.js';
import type { Json } from './projection.js';

/** Copies a projected value, with `ending` after the ID of every record in it. */
export type CopyOf = (typeName: string, view: Json, ending: string) => Json;

type Copy = (value: Json, ending: string) => Json;
type Values = Record<string, Json>;

const UUID_LENGTH = 36;

/** ID of the record that a copy was made of. The ID of a record is returned as it is. */
export function recordIdOf(id: string): string {
  return id.length > UUID_LENGTH ? id.slice(0, UUID_LENGTH) : id;
}

/**
 * Returns the function that makes the copies which staff read of what a client sees. A cache identifies objects by type
 * and ID, so a copy with the ID of its record would be taken for the record.
 *
 * A copy is complete: relations that an older view lacks are empty, since they would be looked up by the ID of the copy.
 */
export function copies(schema: GraphQLSchema): CopyOf {
  const compiled = new Map<string, Copy>();
  return (typeName, view, ending) => ofType(typeName)(view, ending);

  function ofType(typeName: string): Copy {
    let copy = compiled.get(typeName);
    if (!copy) {
      const fields: [string, Copy][] = [];
      copy = (value, ending) => {
        if (value === null || typeof value !== 'object') return value;
        const copied: Values = { ...(value as Values) };
        for (const [name, each] of fields) {
          const part = each(copied[name] as Json, ending);
          if (part !== undefined) copied[name] = part;
        }
        return copied;
      };
      compiled.set(typeName, copy);
      fields.push(...copiedFields(schema.getType(typeName) as GraphQLObjectType));
    }
    return copy;
  }

  function copiedFields(type: GraphQLObjectType): [string, Copy][] {
    return Object.values(type.getFields())
      .filter(({ args }) => args.length === 0)
      .flatMap((field): [string, Copy][] => {
        const part = partOf(field);
        return part ? [[field.name, part]] : [];
      });
  }

  /** Undefined for fields that a copy has as they are. */
  function partOf(field: GraphQLField<unknown, unknown>): Copy | undefined {
    if (field.name === 'id') return withEnding;
    const absent = whereAbsent(field);
    const type = getNamedType(field.type);
    if (!isObjectType(type)) {
      if (absent === undefined) return undefined;
      return (value) => (value === undefined ? absent : value);
    }
    const member = ofType(type.name);
    return (value, ending) => {
      if (value === undefined) return absent as Json;
      return Array.isArray(value)
        ? value.map((each) => member(each, ending))
        : member(value, ending);
    };
  }
}

const ID_OF_COPIES =
  'A copy of the record, as in a preview, has an ID of its own: this one with `@` and the version or selection behind it.';

/** Says of the IDs of all types with copies what they are in a copy. Changes the schema in place. */
export function describeCopies(
  schema: GraphQLSchema,
  isInView: (type: string, field: string) => boolean,
): GraphQLSchema {
  for (const type of copiedTypes(schema, isInView)) {
    const { id } = type.getFields();
    if (id) id.description = `${id.description} ${ID_OF_COPIES}`;
  }
  return schema;
}

/** Types of which there are copies: those of the fields declared as `copy`, and all that their views hold. */
export function copiedTypes(
  schema: GraphQLSchema,
  isInView: (type: string, field: string) => boolean,
): Set<GraphQLObjectType> {
  const found = new Set<GraphQLObjectType>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (declarationOf(field)?.copy) add(getNamedType(field.type));
  }
  return found;

  function add(type: GraphQLNamedType): void {
    if (!isObjectType(type) || found.has(type)) return;
    found.add(type);
    for (const field of Object.values(type.getFields()))
      if (isInView(type.name, field.name)) add(getNamedType(field.type));
  }
}

function withEnding(id: Json, ending: string): Json {
  return typeof id === 'string' ? id + ending : id;
}

/** Value of a field that a view lacks; undefined if the field finds it in the rest of the view. */
function whereAbsent(field: GraphQLField<unknown, unknown>): Json | undefined {
  const declaration = declarationOf(field);
  if (!declaration?.resolved || declaration.published) return undefined;
  if (isListType(getNullableType(field.type))) return [];
  return isNullableType(field.type) ? null : undefined;
}

function declarationOf(field: GraphQLField<unknown, unknown>): Declaration | undefined {
  return field.extensions.visibility as Declaration | undefined;
}
