import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { MIN_VALUE_BYTES } from '../../database/budget/operation-budget.js';
import type { ServerContext } from './context.js';

/**
 * Wraps the resolvers of all list fields so that their members are charged to the operation budget each time the list
 * becomes part of the response: nested lists count with their actual size, regardless of how their rows were read.
 */
export function chargedLists(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      if (isListType(getNullableType(field.type))) charge(field);
  }
  return schema;
}

function charge(field: GraphQLField<unknown, ServerContext>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (root, args, context, info) => {
    const value: unknown = resolve(root, args, context, info);
    return value instanceof Promise
      ? value.then((list) => charged(list, context, info))
      : charged(value, context, info);
  };
}

/** Returns the list; an empty one once the operation is stopped, as an error then replaces the response. */
function charged(list: unknown, { operation }: ServerContext, info: GraphQLResolveInfo): unknown {
  if (!Array.isArray(list) || list.length === 0) return list;
  const { budget } = operation;
  if (!budget.isStopped) budget.charge(list.length, list.length * minMemberBytes(info));
  if (budget.isStopped) return [];
  const turn = budget.turnFor(list.length);
  return turn ? turn.then(() => (budget.isStopped ? [] : list)) : list;
}

/** Returns the minimum size of a member in the response, without nested lists, which are charged separately. */
function minMemberBytes({ fieldNodes, returnType, schema, fragments }: GraphQLResolveInfo): number {
  const sizes = new SelectionSizes(schema, fragments);
  let bytes = MIN_VALUE_BYTES;
  for (const node of fieldNodes) bytes += sizes.of(node, getNamedType(returnType));
  return bytes;
}

const bytesByNode = new WeakMap<FieldNode, number>();

/** Minimum response sizes of selections, in bytes. */
class SelectionSizes {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: GraphQLResolveInfo['fragments'],
  ) {}

  /** Returns the size of a field's selection set. Cached, as it is the same each time the document runs. */
  of(node: FieldNode, type: unknown): number {
    const bytes = bytesByNode.get(node) ?? this.#selected(node.selectionSet, type);
    bytesByNode.set(node, bytes);
    return bytes;
  }

  #selected(set: SelectionSetNode | undefined, type: unknown): number {
    let bytes = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) bytes += this.#field(selection, type);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        bytes += this.#selected(
          selection.selectionSet,
          this.#named(selection.typeCondition?.name.value) ?? type,
        );
      else {
        const { selectionSet, typeCondition } = this.fragments[selection.name.value] ?? {};
        bytes += this.#selected(selectionSet, this.#named(typeCondition?.name.value));
      }
    }
    return bytes;
  }

  #field(node: FieldNode, parent: unknown): number {
    const hasFields = isObjectType(parent) || isInterfaceType(parent);
    const field = hasFields ? parent.getFields()[node.name.value] : undefined;
    const own = (node.alias ?? node.name).value.length + MIN_VALUE_BYTES;
    if (!field || isListType(getNullableType(field.type))) return own;
    return own + this.of(node, getNamedType(field.type));
  }

  #named(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}
