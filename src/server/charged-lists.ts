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
import { MIN_VALUE_BYTES } from '../database/operation-budget.js';
import type { ServerContext } from './context.js';

/**
 * Makes every list of the schema charge its records to the budget of the operation, each time that it becomes part of
 * the answer: a list inside lists weighs what it really holds, whichever way its records were read.
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

/** The list, or an empty one once the operation is stopped: its answer is replaced by an error then. */
function charged(list: unknown, { operation }: ServerContext, info: GraphQLResolveInfo): unknown {
  if (!Array.isArray(list) || list.length === 0) return list;
  const { budget } = operation;
  if (!budget.isStopped) budget.charge(list.length, list.length * bytesOfEach(info));
  if (budget.isStopped) return [];
  const turn = budget.turnFor(list.length);
  return turn ? turn.then(() => (budget.isStopped ? [] : list)) : list;
}

/** Bytes that the answer holds of each record at least, without lists inside it: those charge for themselves. */
function bytesOfEach({ fieldNodes, returnType, schema, fragments }: GraphQLResolveInfo): number {
  const sizes = new Sizes(schema, fragments);
  let bytes = MIN_VALUE_BYTES;
  for (const node of fieldNodes) bytes += sizes.of(node, getNamedType(returnType));
  return bytes;
}

const known = new WeakMap<FieldNode, number>();

class Sizes {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: GraphQLResolveInfo['fragments'],
  ) {}

  /** Bytes of what is selected of a field's type. The same field of a document always has the same. */
  of(node: FieldNode, type: unknown): number {
    const size = known.get(node) ?? this.#selected(node.selectionSet, type);
    known.set(node, size);
    return size;
  }

  #selected(set: SelectionSetNode | undefined, type: unknown): number {
    let bytes = 0;
    for (const each of set?.selections ?? []) {
      if (each.kind === Kind.FIELD) bytes += this.#field(each, type);
      else if (each.kind === Kind.INLINE_FRAGMENT)
        bytes += this.#selected(
          each.selectionSet,
          this.#named(each.typeCondition?.name.value) ?? type,
        );
      else {
        const { selectionSet, typeCondition } = this.fragments[each.name.value] ?? {};
        bytes += this.#selected(selectionSet, this.#named(typeCondition?.name.value));
      }
    }
    return bytes;
  }

  #field(node: FieldNode, parent: unknown): number {
    const has = isObjectType(parent) || isInterfaceType(parent);
    const field = has ? parent.getFields()[node.name.value] : undefined;
    const own = (node.alias ?? node.name).value.length + MIN_VALUE_BYTES;
    if (!field || isListType(getNullableType(field.type))) return own;
    return own + this.of(node, getNamedType(field.type));
  }

  #named(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}
