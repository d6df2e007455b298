import { getNamedType, isLeafType } from 'graphql';
import { buildContract } from '../../src/server/schema.js';

const KINDS = ['Query', 'Mutation', 'Subscription'];
const { schema } = buildContract();

/** Every operation there is: `Query.job`. */
export const ALL_OPERATIONS = KINDS.flatMap((kind) =>
  Object.keys(rootFields(kind)).map((name) => `${kind}.${name}`),
);

/** The text that calls an operation with these variables, and asks for no more than its type. */
export function textOf(operation: string, variables: Record<string, unknown>): string {
  const [kind = '', name = ''] = operation.split('.');
  const field = rootFields(kind)[name];
  if (!field) throw new Error(`There is no ${operation}.`);
  const given = field.args.filter((each) => each.name in variables);
  const declared = given.map((each) => `$${each.name}: ${each.type}`);
  const passed = given.map((each) => `${each.name}: $${each.name}`);
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return `${kind.toLowerCase()} ${inBrackets(declared)} { ${name}${inBrackets(passed)}${selection} }`;
}

function rootFields(kind: string) {
  return schema.getRootType(kind.toLowerCase() as never)?.getFields() ?? {};
}

function inBrackets(parts: string[]): string {
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}
