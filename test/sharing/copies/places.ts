import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { sharedContract } from '../../../src/server/boot/contract.js';
import { copiedTypes } from '../../../src/visibility/copies.js';
import type { Declaration } from '../../../src/visibility/declare/declaration.js';

type Field = GraphQLField<unknown, unknown>;

const { schema, policy } = sharedContract();

const isInView = (type: string, field: string) => policy.allows('CLIENT', type, field);

/** Types that a publication or a preview can hold, with IDs of their own there. */
export const COPIED = new Set(
  [...copiedTypes(schema, isInView)].filter((type) => type.getFields().id),
);

/** Types with a field that is a copy: a publication, a prompt. */
const HOLDERS = new Set(objectTypes().filter((type) => fieldsOf(type).some(isCopy)));

/**
 * Every place where a copy can appear, as `Job.publication`: each field of such a type. A new one is found here, and fails
 * the test until an operation of `OPERATIONS` reads it.
 */
export const PLACES = objectTypes()
  .flatMap((type) => fieldsOf(type).map((field) => ({ type, field })))
  .filter(({ field }) => isHolder(getNamedType(field.type)))
  .map(({ type, field }) => `${type.name}.${field.name}`)
  .sort();

/** Operations whose result has such a place, as `Mutation.addNote`. */
export const OPERATIONS = ['Query', 'Mutation', 'Subscription'].flatMap((root) =>
  fieldsOf(schema.getType(root) as GraphQLObjectType)
    .filter(({ type }) => hasPlace(getNamedType(type) as GraphQLObjectType))
    .map(({ name }) => `${root}.${name}`),
);

/** Document that calls an operation and selects every place in its result, beside the records that the copies are of. */
export function documentOf(operation: string, variables: Record<string, unknown>): string {
  const [root = '', name = ''] = operation.split('.');
  const field = (schema.getType(root) as GraphQLObjectType).getFields()[name] as Field;
  const given = field.args.filter((each) => each.name in variables);
  const declared = given.map((each) => `$${each.name}: ${each.type}`);
  const passed = given.map((each) => `${each.name}: $${each.name}`);
  const call = `${name}${passed.length > 0 ? `(${passed.join(', ')})` : ''}`;
  const result = getNamedType(field.type) as GraphQLObjectType;
  const selection = selected(result);
  if (selection.includes('$previewed')) declared.push('$previewed: [ID!]!');
  const head = declared.length > 0 ? `It(${declared.join(', ')})` : 'It';
  return withFragments(`${root.toLowerCase()} ${head} { ${call} ${selection} }`);
}

/** Document that reads the pages of every list of a job and of its copy. */
export function pagesOfCopies(): string {
  const job = schema.getType('Job') as GraphQLObjectType;
  const pages = fieldsOf(job)
    .filter((field) => isInView('Job', field.name) && isConnection(field))
    .map(({ name, type }) => `${name}(first: 1) ${selected(getNamedType(type) as never)}`)
    .join(' ');
  return withFragments(
    `query Pages($id: ID!) { job(id: $id) { __typename id ${pages} publication { __typename id job { __typename id ${pages} } } } }`,
  );
}

/** The document with the fragments that it uses, and those which these use. */
function withFragments(document: string): string {
  const texts = [document];
  const found = new Set<GraphQLObjectType>();
  for (const text of texts) {
    for (const type of COPIED) {
      if (found.has(type) || !text.includes(`...${type.name}Copy `)) continue;
      found.add(type);
      texts.push(fragmentOf(type));
    }
  }
  return texts.join('\n');
}

/** All fields of a type that a copy can have, and all others that are no objects: in a copy they are null. */
function fragmentOf(type: GraphQLObjectType): string {
  return `fragment ${type.name}Copy on ${type.name} { ${contentOf(type)} }`;
}

function contentOf(type: GraphQLObjectType): string {
  const texts = fieldsOf(type)
    .filter(({ args }) => args.length === 0)
    .map((field) => {
      const inner = getNamedType(field.type);
      if (!isObjectType(inner)) return field.name;
      if (!isInView(type.name, field.name)) return '';
      return `${field.name} { ${COPIED.has(inner) ? `...${inner.name}Copy` : contentOf(inner)} }`;
    });
  return `__typename ${texts.filter(Boolean).join(' ')}`;
}

/** Content of a result, down to its places and those of the records in it. */
function selected(type: GraphQLObjectType, isInner = false): string {
  const own = COPIED.has(type) ? `...${type.name}Copy` : `__typename ${leavesOf(type)}`;
  const parts = fieldsOf(type).map((field) => {
    const inner = getNamedType(field.type);
    if (!isObjectType(inner)) return '';
    if (isCopy(field)) return `${callOf(field)} { ...${inner.name}Copy }`;
    if (!isCallable(field)) return '';
    if (isHolder(inner) || isConnectionOfHolders(inner)) return `${field.name} ${selected(inner)}`;
    if (isInner || isHolder(type)) return '';
    return COPIED.has(inner) ? `${field.name} ${selected(inner, true)}` : '';
  });
  return `{ ${[own, ...parts].filter(Boolean).join(' ')} }`;
}

function leavesOf(type: GraphQLObjectType): string {
  return fieldsOf(type)
    .filter((field) => !isObjectType(getNamedType(field.type)) && isCallable(field))
    .map(({ name }) => name)
    .join(' ');
}

/** A preview needs to be asked for some items. */
function callOf({ name, args }: Field): string {
  return args.length === 0 ? name : `${name}(items: $previewed)`;
}

function hasPlace(type: GraphQLObjectType): boolean {
  if (!isObjectType(type)) return false;
  if (isHolder(type) || isConnectionOfHolders(type)) return true;
  return fieldsOf(type).some((field) => isHolder(getNamedType(field.type)));
}

function isHolder(type: unknown): type is GraphQLObjectType {
  return HOLDERS.has(type as GraphQLObjectType);
}

function isConnection({ type }: Field): boolean {
  return getNamedType(type).name.endsWith('Connection');
}

/** A connection of holders, or an edge of one. */
function isConnectionOfHolders(type: GraphQLObjectType): boolean {
  if (type.name.endsWith('Edge')) return isHolder(getNamedType(type.getFields().node?.type));
  const { nodes } = type.getFields();
  return type.name.endsWith('Connection') && isHolder(getNamedType(nodes?.type));
}

function isCopy(field: Field): boolean {
  return (field.extensions.visibility as Declaration | undefined)?.copy === true;
}

function isCallable({ args }: Field): boolean {
  return args.every(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined);
}

function fieldsOf(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields());
}

function objectTypes(): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !name.startsWith('__'));
}
