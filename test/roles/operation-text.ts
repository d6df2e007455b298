import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql';
import { sharedContract } from '../../src/server/boot/contract.js';

const KINDS = ['Query', 'Mutation', 'Subscription'];
const { schema } = sharedContract();

/** All operations: `Query.job`. */
export const ALL_OPERATIONS = KINDS.flatMap((kind) =>
  Object.keys(rootFields(kind)).map((name) => `${kind}.${name}`),
);

/** Returns a document that calls an operation with these variables and selects only `__typename`, or this. */
export function textOf(
  operation: string,
  variables: Record<string, unknown>,
  selected = '{ __typename }',
): string {
  const [kind = '', name = ''] = operation.split('.');
  const field = rootFields(kind)[name];
  if (!field) throw new Error(`There is no ${operation}.`);
  const given = field.args.filter((each) => each.name in variables);
  const declared = given.map((each) => `$${each.name}: ${each.type}`);
  const passed = given.map((each) => `${each.name}: $${each.name}`);
  const selection = isLeafType(getNamedType(field.type)) ? '' : ` ${selected}`;
  return `${kind.toLowerCase()} ${inBrackets(declared)} { ${name}${inBrackets(passed)}${selection} }`;
}

/** Selection of all values of a mutation's payload, and of all those of the entities in it. */
export function wholePayload(mutation: string): string {
  const type = getNamedType(rootFields('Mutation')[mutation]?.type);
  return isObjectType(type) ? valuesOf(type, true) : '';
}

function valuesOf(type: GraphQLObjectType, withEntities: boolean): string {
  const selected = Object.values(type.getFields())
    .filter(({ args }) => args.length === 0)
    .flatMap(({ name, type: valueType }) => {
      const named = getNamedType(valueType);
      if (isLeafType(named)) return [name];
      return withEntities && isObjectType(named) ? [`${name} ${valuesOf(named, false)}`] : [];
    });
  return `{ ${['__typename', ...selected].join(' ')} }`;
}

function rootFields(kind: string) {
  return schema.getRootType(kind.toLowerCase() as never)?.getFields() ?? {};
}

function inBrackets(parts: string[]): string {
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}
