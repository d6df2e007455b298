import {
  coerceInputValue,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  specifiedRules,
  typeFromAST,
  type VariableDefinitionNode,
  validate,
  valueFromAST,
} from 'graphql';
import type { Audience } from '../../../visibility/audience.js';
import { checkArguments } from '../../../visibility/bounded-inputs.js';
import { Faults } from '../../../visibility/inputs/faults.js';
import { faulty, Refusal } from '../../../visibility/refusals.js';
import type { AudienceSchema } from '../../../visibility/schemas/audience-schemas.js';
import { fieldInWords, pathOfVariable } from '../error-location.js';
import { callerMessage } from './document-refusal.js';

type Variables = Record<string, unknown>;

/** A validated document with the operation to run. */
export interface SentOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Variables | null | undefined;
}

/**
 * Returns one error for everything that is wrong with the variables of an operation: values that do not fit their types,
 * and those that fit but break a bound. Null if nothing is. graphql-js reports the first only, and stops before bounds are
 * checked. A client learns of the schema that it can introspect, and nothing of operations beyond it.
 */
export function variableRefusal(
  audience: Audience,
  schemas: AudienceSchema,
  sent: SentOperation,
): Refusal | null {
  if (audience !== 'CLIENT') return refusalIn(schemas.guarded, sent);
  const isOpen = validate(schemas.visible, sent.document, specifiedRules, { maxErrors: 1 });
  return isOpen.length === 0 ? refusalIn(schemas.visible, sent) : new Refusal('BAD_USER_INPUT');
}

function refusalIn(schema: GraphQLSchema, sent: SentOperation): Refusal | null {
  const faults = new Faults();
  const coerced = coercedVariables(schema, sent, faults);
  const [first] = faults.list;
  if (!first) return null;
  const message = firstMessage(sent, first.field, first.reason);
  checkBounds(schema, sent.operation, coerced, faults);
  return faulty([first, ...faults.list.slice(1)], 'BAD_USER_INPUT', message);
}

/** The sentence of graphql-js, which names the variable. */
function firstMessage({ operation, document }: SentOperation, field: string, reason: string) {
  if (reason.startsWith('Variable ')) return reason;
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const name = names.find((each) => isWithin(field, pathOf(document, each)));
  return `Variable "$${name}" has a value that does not fit at "${field}"; ${reason}`;
}

function isWithin(field: string, path: string): boolean {
  return field === path || field.startsWith(`${path}.`);
}

/** Values as far as they fit, and faults of the others. */
function coercedVariables(
  schema: GraphQLSchema,
  { document, operation, variables }: SentOperation,
  faults: Faults,
): Variables {
  const coerced: Variables = {};
  for (const definition of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, definition.type as never);
    if (!isInputType(type)) continue;
    const name = definition.variable.name.value;
    const value = Object.hasOwn(variables ?? {}, name) ? variables?.[name] : undefined;
    const result = coercedValue(definition, type, value, pathOf(document, name), faults);
    if (result !== undefined) coerced[name] = result;
  }
  return coerced;
}

function coercedValue(
  { variable, defaultValue }: VariableDefinitionNode,
  type: GraphQLInputType,
  value: unknown,
  path: string,
  faults: Faults,
): unknown {
  if (value === undefined && defaultValue) return valueFromAST(defaultValue, type);
  if (value === undefined || value === null) {
    const problem = value === null ? 'must not be null' : 'was not provided';
    const kind = value === null ? 'non-null' : 'required';
    if (isNonNullType(type))
      faults.add(path, `Variable "$${variable.name.value}" of ${kind} type "${type}" ${problem}.`);
    return value;
  }
  return coerced(value, type, path, faults);
}

/** Stops at the most faults: each message quotes its value before it is taken out. */
function coerced(value: unknown, type: GraphQLInputType, path: string, faults: Faults): unknown {
  const stop = Symbol('enough faults');
  try {
    return coerceInputValue(
      value,
      type,
      (inner, _value, { message }) => {
        faults.add([path, ...inner, ...namedIn(message)].join('.'), callerMessage(message));
        if (faults.isFull) throw stop;
      },
      true,
    );
  } catch (error) {
    if (error !== stop) throw error;
    return undefined;
  }
}

/** Name of a field that is missing, or that the type does not have. */
function namedIn(message: string): string[] {
  const unknown = /^Field "(\w+)" is not defined by type /.exec(message)?.[1];
  return unknown ? [unknown] : fieldInWords(message);
}

function pathOf(document: DocumentNode, name: string): string {
  return pathOfVariable(document, name) ?? name;
}

/** Adds what the bounds of the operation's fields say of the values that fit. */
function checkBounds(
  schema: GraphQLSchema,
  { operation, selectionSet }: OperationDefinitionNode,
  variables: Variables,
  faults: Faults,
): void {
  const fields = schema.getRootType(operation)?.getFields() ?? {};
  for (const node of selectionSet.selections) {
    const field = node.kind === Kind.FIELD ? fields[node.name.value] : undefined;
    if (node.kind !== Kind.FIELD || !field) continue;
    checkArguments(
      field as GraphQLField<unknown, unknown>,
      valuesOf(node, field, variables),
      faults,
    );
  }
}

function valuesOf(
  { arguments: nodes = [] }: { arguments?: readonly { name: { value: string }; value: unknown }[] },
  { args }: GraphQLField<unknown, unknown>,
  variables: Variables,
): Variables {
  const values: Variables = {};
  for (const { name, value } of nodes) {
    const type = args.find((each) => each.name === name.value)?.type;
    const read = type && valueFromAST(value as never, type, variables);
    if (read !== undefined) values[name.value] = read;
  }
  return values;
}
