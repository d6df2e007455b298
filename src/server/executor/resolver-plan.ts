import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLField,
  type GraphQLSchema,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { SelectionPlan } from '../../database/reader/selection-plan.js';
import { isList, type Relation } from '../../database/sql/relation.js';
import type { Audience } from '../../visibility/audience.js';
import type { Declaration } from '../../visibility/declare/declaration.js';
import type { Policy } from '../../visibility/policy.js';
import { type OperationRequest } from '../graphql/context.js';
import { VALIDATION } from '../graphql/documents/read-documents.js';
import { contextFor } from '../graphql/operation-context.js';
import type { OperationPlan, Variables } from './plan.js';

/** Plan that runs the operation by graphql-js, with a reader that preloads what the selection needs. */
export class ResolverPlan implements OperationPlan {
  readonly kind = 'RESOLVERS';

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly operationName: string | undefined,
    private readonly selectionPlan: SelectionPlan,
    readonly isQuery: boolean,
  ) {}

  async execute(request: OperationRequest, variables: Variables): Promise<ExecutionResult> {
    return execute({
      schema: this.schema,
      document: this.document,
      operationName: this.operationName,
      contextValue: contextFor(request, { selectionPlan: this.selectionPlan }),
      variableValues: variables,
      hideSuggestions: true,
      options: { maxCoercionErrors: VALIDATION.maxErrors },
    });
  }
}

type Fields = Map<string, Set<string>>;

/**
 * Returns the columns, computed fields and relations that an operation needs of each entity class. Grouped by type
 * and not by path: a column selected of some notes is read for all notes, which is never too little. Fields hidden
 * from the audience are left out.
 */
export function selectionPlan(
  schema: GraphQLSchema,
  policy: Policy,
  audience: Audience,
  document: DocumentNode,
): SelectionPlan {
  return needsOf(schema, fieldsIn(document, schema, policy, audience), audience);
}

function fieldsIn(
  document: DocumentNode,
  schema: GraphQLSchema,
  policy: Policy,
  audience: Audience,
): Fields {
  const fields: Fields = new Map();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field({ name: { value: field } }) {
        const type = typeInfo.getParentType()?.name;
        if (type && policy.allows(audience, type, field)) setOf(fields, type).add(field);
      },
    }),
  );
  return fields;
}

function needsOf(schema: GraphQLSchema, fields: Fields, audience: Audience): SelectionPlan {
  const needs = new Needs(schema, audience);
  for (const [type, names] of fields) for (const name of names) needs.addField(type, name);
  return needs.all();
}

interface Need {
  columns: Set<string>;
  relations: Map<string, Relation>;
  computed: Map<string, (row: string, today: string) => string>;
  /** Set by a resolver without declared columns. */
  needsAllColumns: boolean;
}

/** Collects the needs of each entity class, field by field. */
class Needs {
  readonly #byClass = new Map<string, Need>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly audience: Audience,
  ) {}

  addField(type: string, name: string): void {
    const field = fieldsOf(this.schema, type)[name];
    if (!field) return;
    const { resolved, columns, computedSql } = field.extensions.visibility as Declaration;
    const relation = field.extensions.relation as Relation | undefined;
    const need = this.#of(type);
    if (relation) need.relations.set(name, relation);
    if (computedSql)
      need.computed.set(name, (row, today) => computedSql(row, today, this.audience));
    if (relation && !isList(relation) && !relation.relationSql) need.columns.add(`${name}Id`);
    else if (!resolved) need.columns.add(name);
    else if (!relation && !computedSql && !columns) need.needsAllColumns = true;
    for (const column of columns ?? []) need.columns.add(column);
  }

  all(): SelectionPlan {
    return new Map(
      [...this.#byClass].map(([type, { columns, needsAllColumns, relations, computed }]) => [
        type,
        { columns: needsAllColumns ? null : columns, relations, computed },
      ]),
    );
  }

  #of(type: string): Need {
    const need = this.#byClass.get(type) ?? {
      columns: new Set(),
      relations: new Map(),
      computed: new Map(),
      needsAllColumns: false,
    };
    this.#byClass.set(type, need);
    return need;
  }
}

function fieldsOf(
  schema: GraphQLSchema,
  type: string,
): Record<string, GraphQLField<unknown, unknown>> {
  const found = schema.getType(type);
  return isObjectType(found) ? found.getFields() : {};
}

function setOf(sets: Fields, key: string): Set<string> {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  return set;
}
