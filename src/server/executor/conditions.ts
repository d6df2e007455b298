import {
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';

/** Values of the variables of `@skip` and `@include`. */
export type Conditions = ReadonlyMap<string, boolean>;

/** Each further variable doubles the number of plans of an operation. */
const MAX_CONDITION_VARIABLES = 4;

/** Variables that the conditions of a document depend on. */
export interface ConditionVariables {
  names: readonly string[];
  /** Whether a plan is made for each combination of their values; otherwise graphql-js evaluates them. */
  isPlannable: boolean;
}

/** Returns the variables of all `@skip` and `@include` in a validated document. */
export function conditionVariables(document: DocumentNode): ConditionVariables {
  const names = new Set<string>();
  let isKnown = true;
  visit(document, {
    Directive(node) {
      if (!isCondition(node)) isKnown = false;
      const value = valueOfIf(node);
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  const isPlannable = isKnown && names.size <= MAX_CONDITION_VARIABLES;
  return { names: isPlannable ? [...names].sort() : [], isPlannable };
}

/** Returns the values for one request; null if one is no boolean, which graphql-js refuses. */
export function conditionsOf(
  names: readonly string[],
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Conditions | null {
  const conditions = new Map<string, boolean>();
  for (const name of names) {
    const value = name in variables ? variables[name] : defaultOf(name, operation);
    if (typeof value !== 'boolean') return null;
    conditions.set(name, value);
  }
  return conditions;
}

/** Whether a selection with these directives is part of the operation. */
export function isIncluded(
  directives: readonly DirectiveNode[] | undefined,
  conditions: Conditions,
): boolean {
  return (directives ?? []).every((node) => {
    const value = valueOfIf(node);
    const is = value?.kind === Kind.VARIABLE ? conditions.get(value.name.value) : booleanOf(value);
    return node.name.value === 'skip' ? is === false : is === true;
  });
}

function isCondition({ name: { value } }: DirectiveNode): boolean {
  return value === 'skip' || value === 'include';
}

function valueOfIf(node: DirectiveNode) {
  return node.arguments?.find(({ name }) => name.value === 'if')?.value;
}

function booleanOf(value: ReturnType<typeof valueOfIf>): boolean | undefined {
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}

function defaultOf(name: string, { variableDefinitions }: OperationDefinitionNode) {
  const defined = variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return booleanOf(defined?.defaultValue);
}
