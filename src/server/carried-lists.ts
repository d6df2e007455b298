import { MapperKind, mapSchema } from '@graphql-tools/utils';
import type { MikroORM } from '@mikro-orm/postgresql';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLInt,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import {
  type CarriedRelation,
  carriedAs,
  type Relation,
  saysTheSame,
} from '../database/look-ahead.js';
import type { Audience } from '../visibility/audience.js';
import type { Declaration } from '../visibility/declare.js';
import type { Policy } from '../visibility/policy.js';
import { Carried } from './carried-text.js';

/** A query some of whose lists PostgreSQL writes as the answer has them. */
export interface CarriedQuery {
  document: DocumentNode;
  /** The record that brings them, by the name of its class, and what it brings. */
  type: string;
  lists: CarriedRelation[];
}

interface Place {
  type: GraphQLObjectType;
  fields: FieldNode[];
  /** The query's selections around those of the record. */
  around(fields: FieldNode[]): SelectionSetNode;
}

type Fragments = Map<string, FragmentDefinitionNode>;

/** PostgreSQL cuts longer names off. */
const LONGEST_KEY = 63;

/**
 * Finds the lists of a query that need no resolver: every field of theirs is a column that this
 * audience may see. Such a list can be carried from the database to the answer as text. Everything it
 * skips (resolvers, loaders, the shield) had only one thing to say to it: yes.
 */
export class CarriedLists {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly policy: Policy,
    private readonly audience: Audience,
    private readonly orm: MikroORM,
  ) {}

  /** The query with its plain lists carried, or null when it has none. */
  of(document: DocumentNode, operationName?: string): CarriedQuery | null {
    const operation = getOperationAST(document, operationName);
    const fragments = fragmentsOf(document);
    const place = operation && this.#placeOfRecords(operation, fragments);
    if (!place) return null;
    const lists: CarriedRelation[] = [];
    const fields = place.fields.map((field) => {
      const list = this.#list(field, place.type, fragments);
      return list ? standIn(field, lists.push(list) - 1) : field;
    });
    if (lists.length === 0) return null;
    const changed = { ...operation, selectionSet: place.around(fields) };
    const definitions = document.definitions.map((each) => (each === operation ? changed : each));
    return { document: { ...document, definitions }, type: place.type.name, lists };
  }

  /** Where the query has the records that it reads first: at its one field, or in the page there. */
  #placeOfRecords({ selectionSet }: OperationDefinitionNode, fragments: Fragments): Place | null {
    const [root, ...others] = fieldsIn(selectionSet, fragments) ?? [];
    const type = root && objectOf(this.schema.getQueryType()?.getFields()[root.name.value]);
    const fields = type && fieldsIn(root.selectionSet, fragments);
    if (!fields || others.length > 0) return null;
    const around = (inner: FieldNode[]) => asSet([{ ...root, selectionSet: asSet(inner) }]);
    const { nodes } = type.getFields();
    if (!nodes) return { type, fields, around };
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

  #list(node: FieldNode, parent: GraphQLObjectType, fragments: Fragments): CarriedRelation | null {
    const field = parent.getFields()[node.name.value];
    const relation = field?.extensions.relation as Relation | undefined;
    const type = objectOf(field);
    const fields = fieldsIn(node.selectionSet, fragments);
    if (!field || !relation || !type || !fields || !this.#isPlain(node, parent)) return null;
    // Whoever belongs to nobody is null; what may not be null must be a list.
    if (!relation.belongsTo && isNonNullType(field.type)) return null;
    const columns = fields.map((each) => this.#column(each, type, relation, fragments));
    const all = columns.filter((each) => each !== null);
    return all.length === columns.length ? { name: field.name, relation, columns: all } : null;
  }

  #column(
    node: FieldNode,
    type: GraphQLObjectType,
    from: Relation,
    fragments: Fragments,
  ): CarriedRelation['columns'][number] | null {
    const key = keyOf(node);
    if (!this.#isPlain(node, type) || key.length > LONGEST_KEY) return null;
    if (node.name.value === '__typename') return { key, constant: type.name };
    const related = node.selectionSet && this.#list(node, type, fragments);
    if (related) return { key, related };
    const field = type.getFields()[node.name.value] as GraphQLField<unknown, unknown>;
    const { saidBy } = field.extensions.visibility as Declaration;
    if (saidBy && field.args.length === 0) return { key, saidBy };
    const meta = this.orm.getMetadata().get(from.record());
    const scalar = String(getNullableType(field.type));
    const isPlain =
      !field.resolve && saysTheSame(meta, field.name, scalar, !isNonNullType(field.type));
    return isPlain ? { key, column: field.name } : null;
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

/** The schema with a stand-in, on every record, for a list of it that is carried. */
export function schemaWithCarried(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) => {
      const config = type.toConfig();
      const hasRelations = Object.values(config.fields).some(
        ({ extensions }) => extensions?.relation,
      );
      if (!hasRelations) return undefined;
      const standIn = {
        type: Carried,
        args: { at: { type: new GraphQLNonNull(GraphQLInt) } },
        resolve: (row: Record<string, unknown>, { at }: { at: number }) => {
          if (carriedAs(at) in row) return row[carriedAs(at)];
          // graphql-js runs the query then, and looks the list up.
          throw new Error('The row did not bring what was to be carried.');
        },
      };
      return new (type.constructor as typeof GraphQLObjectType)({
        ...config,
        fields: { ...config.fields, [STAND_IN]: standIn },
      });
    },
  });
}

const STAND_IN = '_carried';

function standIn(node: FieldNode, at: number): FieldNode {
  const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const value = { kind: Kind.INT, value: String(at) } as const;
  return {
    kind: Kind.FIELD,
    alias: named(keyOf(node)),
    name: named(STAND_IN),
    arguments: [{ kind: Kind.ARGUMENT, name: named('at'), value }],
  };
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

function objectOf(field?: GraphQLField<unknown, unknown>): GraphQLObjectType | null {
  const type = field && getNamedType(field.type);
  return isObjectType(type) ? type : null;
}
