import type { MikroORM } from '@mikro-orm/postgresql';
import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { JsonText } from '../../database/budget/bytes-of-json.js';
import type { Audience } from '../../visibility/audience.js';
import type { Policy } from '../../visibility/policy.js';
import type { OperationRequest } from '../graphql/context.js';
import type { Conditions } from './conditions.js';
import { Selections } from './selection.js';

export type PlanKind = 'JSON' | 'PUBLISHED' | 'RESOLVERS';
export type Variables = Record<string, unknown>;

/** How an operation is executed; made once for an audience, a document, an operation and condition values. */
export interface OperationPlan {
  readonly kind: PlanKind;
  readonly isQuery: boolean;
  /** Returns the result, whose data may be JsonData. The only way to answer an operation, for all transports. */
  execute(request: OperationRequest, variables: Variables): Promise<ExecutionResult>;
}

/** Data of a response that is JSON text already. */
class JsonData implements JsonText {
  constructor(readonly json: string) {}
}

/** Returns a result whose data is this JSON. */
export function jsonResult(json: string): ExecutionResult {
  return { data: new JsonData(json) as never };
}

/** Returns the body of a response. */
export function bodyOf(result: object): string {
  const { data, extensions } = result as ExecutionResult;
  if (!(data instanceof JsonData)) return `${JSON.stringify(result)}\n`;
  const more = extensions ? `,"extensions":${JSON.stringify(extensions)}` : '';
  return `{"data":${data.json}${more}}\n`;
}

/** Common input of all plans of one audience. */
export interface Planning {
  audience: Audience;
  /** Guarded schema of the audience. */
  schema: GraphQLSchema;
  policy: Policy;
  orm: MikroORM;
}

/** Input of one plan: a validated document, one of its operations, and its selections under the condition values. */
export interface PlanInput extends Planning {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  selections: Selections;
}

export function planInput(
  planning: Planning,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Conditions,
): PlanInput {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return {
    ...planning,
    document,
    operation,
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
    selections: new Selections(planning.schema, document, conditions),
  };
}
