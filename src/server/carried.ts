import type { EntityMetadata, EntityProperty, MikroORM } from '@mikro-orm/postgresql';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Carried, mayBeCarried, type Saying, type Showing } from '../database/carried.js';
import type { Writing } from '../database/json-text.js';
import { isList, type Relation } from '../database/relation.js';
import type { Audience } from '../visibility/audience.js';
import type { Declaration } from '../visibility/declare.js';
import type { Policy } from '../visibility/policy.js';
import { standIn } from './carried-schema.js';
import { WHOLE } from './carried-text.js';
import { writingOf } from './writings.js';

/** A query of whose records PostgreSQL writes some of what the answer says. */
export interface CarriedQuery {
  document: DocumentNode;
  /** The records that bring it, by the name of their class, and what they bring. */
  type: string;
  carried: Carried[];
}

interface Place {
  type: GraphQLObjectType;
  fields: FieldNode[];
  /** The query's selections around those of the record. */
  around(fields: FieldNode[]): SelectionSetNode;
}

type Fragments = Map<string, FragmentDefinitionNode>;

/**
 * Finds what of a query needs no resolver: every field of it is a column that this audience may see, or is
 * declared in SQL as well. It can be carried from the database to the answer as text. Everything that is
 * skipped (resolvers, loaders, the shield) had only one thing to say to it: yes.
 */
export class CarriedQueries {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly policy: Policy,
    private readonly audience: Audience,
    private readonly orm: MikroORM,
  ) {}

  /** The query with what can be carried, whole records or single relations, or null when nothing can. */
  of(document: DocumentNode, operationName?: string): CarriedQuery | null {
    const operation = getOperationAST(document, operationName);
    const fragments = fragmentsOf(document);
    const place = operation && this.#placeOfRecords(operation, fragments);
    if (!place) return null;
    const says = place.fields.map((field) => this.#saying(field, place.type, fragments, []));
    const { fields, carried } = inPlaceOf(place.fields, says);
    if (carried.length === 0) return null;
    const changed = { ...operation, selectionSet: place.around(fields) };
    const definitions = document.definitions.map((each) => (each === operation ? changed : each));
    return { document: { ...document, definitions }, type: place.type.name, carried };
  }

  /** Where the query has the records that it reads first: at its one field, or in the page there. */
  #placeOfRecords({ selectionSet }: OperationDefinitionNode, fragments: Fragments): Place | null {
    const [root, ...others] = fieldsIn(selectionSet, fragments) ?? [];
    const field = root && this.schema.getQueryType()?.getFields()[root.name.value];
    const type = objectOf(field);
    const fields = root && fieldsIn(root.selectionSet, fragments);
    if (!field || !type || !fields || others.length > 0 || isListType(getNullableType(field.type)))
      return null;
    const around = (inner: FieldNode[]) => asSet([{ ...root, selectionSet: asSet(inner) }]);
    const { nodes } = type.getFields();
    if (!nodes) return this.#recordOf(type) ? { type, fields, around } : null;
    const [page, ...pages] = fields.filter(({ name }) => ['nodes', 'edges'].includes(name.value));
    const records = page?.name.value === 'nodes' && fieldsIn(page.selectionSet, fragments);
    if (!records || pages.length > 0) return null;
    return {
      type: objectOf(nodes) as GraphQLObjectType,
      fields: records,
      around: (inner) =>
        around(
          fields.map((each) => (each === page ? { ...page, selectionSet: asSet(inner) } : each)),
        ),
    };
  }

  /** `around` names the types on the way to this one. */
  #saying(
    node: FieldNode,
    type: GraphQLObjectType,
    fragments: Fragments,
    around: string[],
  ): Saying | null {
    const key = keyOf(node);
    if (!this.#isPlain(node, type)) return null;
    if (node.name.value === '__typename') return { key, constant: type.name };
    const field = type.getFields()[node.name.value] as GraphQLField<unknown, unknown>;
    const shows = this.#showing(field, node, fragments, [...around, type.name]);
    if (shows) return { key, shows };
    const writing = this.#writing(field, type);
    if (!writing) return null;
    const { saidBy } = field.extensions.visibility as Declaration;
    const said = saidBy ? { saidBy } : { column: field.name };
    return { key, ...said, writing, mayBeNull: !isNonNullType(field.type) };
  }

  #showing(
    field: GraphQLField<unknown, unknown>,
    { selectionSet }: FieldNode,
    fragments: Fragments,
    around: string[],
  ): Showing | null {
    const relation = field.extensions.relation as Relation | undefined;
    const type = objectOf(field);
    const fields = fieldsIn(selectionSet, fragments);
    // A way back to a record that is on the way would multiply what PostgreSQL has to write.
    if (!relation || !type || !fields || around.includes(type.name)) return null;
    // Whoever belongs to nobody is null; what may not be null must be a list.
    if (!isList(relation) && isNonNullType(field.type)) return null;
    const says = fields.map((each) => this.#saying(each, type, fragments, around));
    return says.every((each) => each !== null) ? { name: field.name, relation, says } : null;
  }

  /** How PostgreSQL writes just what the field says, if it can. */
  #writing(field: GraphQLField<unknown, unknown>, type: GraphQLObjectType): Writing | null {
    const { resolved, saidBy } = field.extensions.visibility as Declaration;
    const scalar = getNullableType(field.type);
    if (saidBy) return writingOf(scalar);
    if (resolved || field.resolve) return null;
    const record = this.#recordOf(type);
    if (!record) return writingOf(scalar);
    const column = record.properties[field.name as never] as EntityProperty | undefined;
    if (column?.kind !== 'scalar' || column.persist === false) return null;
    if (column.nullable && isNonNullType(field.type)) return null;
    return writingOf(scalar, column.columnTypes?.[0]);
  }

  #recordOf({ name }: GraphQLObjectType): EntityMetadata | undefined {
    return this.orm.getMetadata().getByClassName(name, false);
  }

  /** Seen by this audience, and asked for without conditions or arguments. */
  #isPlain(node: FieldNode, parent: GraphQLObjectType): boolean {
    if (node.directives?.length || node.arguments?.length) return false;
    return (
      node.name.value === '__typename' ||
      this.policy.allows(this.audience, parent.name, node.name.value)
    );
  }
}

/**
 * The selection with stand-ins for what is carried, each for all of it or for one relation, as far as one statement may
 * bring it along; the others are resolved.
 */
function inPlaceOf(fields: FieldNode[], says: (Saying | null)[]) {
  const all = says.filter((each) => each !== null);
  if (all.length === says.length && mayBeCarried([{ self: all }]))
    return { fields: [standIn(WHOLE, 0)], carried: [{ self: all }] };
  const carried: Carried[] = [];
  const left = fields.map((field, at) => {
    const saying = says[at];
    return saying && 'shows' in saying && mayBeCarried([...carried, saying.shows])
      ? standIn(saying.key, carried.push(saying.shows) - 1)
      : field;
  });
  return { fields: left, carried };
}

/** The fields of a selection with its fragments written out; null where that is not plain to do. */
function fieldsIn(set: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] | null {
  const fields: FieldNode[] = [];
  for (const each of set?.selections ?? []) {
    if (each.kind === Kind.FIELD) fields.push(each);
    else if (each.kind === Kind.INLINE_FRAGMENT || each.directives?.length) return null;
    else {
      const inner = fieldsIn(fragments.get(each.name.value)?.selectionSet, fragments);
      if (!inner) return null;
      fields.push(...inner);
    }
  }
  const isPlain = new Set(fields.map(keyOf)).size === fields.length;
  return fields.length > 0 && isPlain ? fields : null;
}

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const all = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(all.map((each) => [each.name.value, each]));
}

function asSet(selections: FieldNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function objectOf(field?: GraphQLField<unknown, unknown>): GraphQLObjectType | undefined {
  const type = field && getNamedType(field.type);
  return isObjectType(type) ? type : undefined;
}
