import { type DocumentNode, getOperationAST, type OperationDefinitionNode } from 'graphql';
import { bytesOfDocument } from '../graphql/documents/document-memory.js';
import { fieldsOf } from '../graphql/query-limits.js';
import {
  type Conditions,
  type ConditionVariables,
  conditionsOf,
  conditionVariables,
} from './conditions.js';
import { JsonPlan } from './json-plan.js';
import type { OperationPlan, Variables } from './plan.js';
import { type Planning, planInput } from './plan.js';
import type { PlanCache } from './plan-cache.js';
import { PublishedPlan } from './published-plan.js';
import { ResolverPlan, selectionPlan } from './resolver-plan.js';

/** Memory of a plan for each field, fragments expanded: measured 0.2 to 0.7 kB, and the same for its statements. */
const BYTES_PER_FIELD = 2 * 1024;

/** Larger operations are run by resolvers. The largest of the product has 102 fields. */
const MAX_PLANNED_FIELDS = 1_000;

/** Validated operation with its plans by condition values. */
export interface PlannedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  conditions: ConditionVariables;
  fields: number;
  plans: Map<string, OperationPlan>;
  /** Memory of document and plans. */
  bytes: number;
}

/** Operations of one document text, by audience and operation name. */
export type OperationsOfText = Map<string, PlannedOperation>;

/** Plans of one audience, by document text, operation name and condition values. */
export class OperationPlans {
  constructor(
    private readonly planning: Planning,
    /** Shared by all audiences, so that they have one memory limit together. */
    private readonly cache: PlanCache<OperationsOfText>,
  ) {}

  /** Returns the plan of an operation of a validated document, and makes it if needed; null if graphql-js must refuse. */
  planFor(
    document: DocumentNode,
    text: string,
    operationName: string,
    variables: Variables,
  ): OperationPlan | null {
    const planned = this.#known(text, operationName) ?? this.#analyse(document, operationName);
    return planned && this.#planOf(planned, text, operationName, variables);
  }

  /** Returns the plan of a text that may not be validated; null if it has not been planned before. */
  find(text: string, operationName: string, variables: Variables): OperationPlan | null {
    const planned = this.#known(text, operationName);
    return planned ? this.#planOf(planned, text, operationName, variables) : null;
  }

  /** Whether the operation has no plan yet. */
  isNew(text: string, operationName: string): boolean {
    return this.#known(text, operationName) === undefined;
  }

  /** Looks up the text alone first: a longer key would copy the text for every request. */
  #known(text: string, operationName: string): PlannedOperation | undefined {
    return this.cache.get(text)?.get(this.#key(operationName));
  }

  #key(operationName: string): string {
    const { audience } = this.planning;
    return operationName === '' ? audience : `${audience} ${operationName}`;
  }

  #analyse(document: DocumentNode, operationName: string): PlannedOperation | null {
    const operation = getOperationAST(document, operationName || undefined);
    if (!operation) return null;
    return {
      document,
      operation,
      conditions: conditionVariables(document),
      fields: fieldsOf(this.planning.schema, document, operationName),
      plans: new Map(),
      bytes: 0,
    };
  }

  #planOf(
    planned: PlannedOperation,
    text: string,
    operationName: string,
    variables: Variables,
  ): OperationPlan | null {
    const { names } = planned.conditions;
    const conditions = conditionsOf(names, planned.operation, variables);
    if (!conditions) return null;
    const values =
      names.length > 0 ? names.map((name) => Number(conditions.get(name))).join('') : '';
    const known = planned.plans.get(values);
    if (known) return known;
    const plan = this.#make(planned, conditions);
    planned.plans.set(values, plan);
    this.#keep(planned, text, operationName);
    return plan;
  }

  #keep(planned: PlannedOperation, text: string, operationName: string): void {
    const fields = Math.min(planned.fields, MAX_PLANNED_FIELDS);
    planned.bytes =
      bytesOfDocument(planned.document) + planned.plans.size * fields * BYTES_PER_FIELD;
    const operations: OperationsOfText = this.cache.get(text) ?? new Map();
    operations.set(this.#key(operationName), planned);
    const bytes = [...operations.values()].reduce((sum, each) => sum + each.bytes, 0);
    this.cache.set(text, operations, bytes);
  }

  #make(
    { document, operation, conditions: { isPlannable }, fields }: PlannedOperation,
    conditions: Conditions,
  ): OperationPlan {
    const { audience, schema, policy } = this.planning;
    const columns = selectionPlan(schema, policy, audience, document);
    const isQuery = operation.operation === 'query';
    const resolvers = new ResolverPlan(schema, document, operation.name?.value, columns, isQuery);
    if (!isPlannable || !isQuery || fields > MAX_PLANNED_FIELDS) return resolvers;
    const input = planInput(this.planning, document, operation, conditions);
    const Plan = audience === 'CLIENT' ? PublishedPlan : JsonPlan;
    return Plan.of(input, resolvers) ?? resolvers;
  }
}
