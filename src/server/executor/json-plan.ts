import type { EntityMetadata } from '@mikro-orm/postgresql';
import {
  type ExecutionResult,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
} from 'graphql';
import { OPERATION_BUDGET } from '../../database/budget/operation-budget.js';
import type { Page } from '../../database/reader/reader.js';
import {
  JsonColumns,
  jsonOf,
  ListTooLong,
  mayBeOneStatement,
  type Shape,
} from '../../database/sql/json-columns.js';
import { settledPage } from '../../database/sql/page-of.js';
import { type OperationRequest } from '../graphql/context.js';
import { contextFor } from '../graphql/operation-context.js';
import { JsonShapes } from './json-shape.js';
import type { PlanInput } from './plan.js';
import { jsonResult, type OperationPlan, type Variables } from './plan.js';
import { RootField } from './root-field.js';
import type { SelectedField } from './selection.js';

/** Writes the JSON of a value that the root resolver returned, in which rows are JSON already. */
type Write = (value: never) => string;

/** PostgreSQL's error code for a number that exceeds its type. */
const NUMERIC_OUT_OF_RANGE = '22003';

/** Plan of a query whose rows PostgreSQL writes as JSON; the plan is a template around them. */
export class JsonPlan implements OperationPlan {
  readonly kind = 'JSON';
  readonly isQuery = true;

  private constructor(
    private readonly root: RootField,
    private readonly columns: JsonColumns,
    private readonly write: Write,
    /** Fields of a page that are selected; null for one entity. */
    private readonly pageFields: ReadonlySet<string> | null,
    /** Answers where PostgreSQL could not. */
    private readonly resolvers: OperationPlan,
  ) {}

  /** Returns null if a part of the query needs a resolver. */
  static of(input: PlanInput, resolvers: OperationPlan): JsonPlan | null {
    const root = RootField.of(input);
    const entity = root?.reads;
    if (!root || !entity) return null;
    const meta = input.orm.getMetadata().find<object>(entity as never);
    if (!meta) return null;
    const template = new Template(input, meta);
    const write = template.of(input.selections.below(root.selected, root.type), root.type);
    const { shapes, pageFields } = template;
    if (!write || shapes.length === 0 || !mayBeOneStatement(shapes)) return null;
    const columns = new JsonColumns(input.orm, meta, shapes);
    return new JsonPlan(root, columns, write, pageFields, resolvers);
  }

  async execute(request: OperationRequest, variables: Variables): Promise<ExecutionResult> {
    const { root, resolvers } = this;
    const rootArguments = root.argumentsOf(variables);
    if (!rootArguments) return resolvers.execute(request, variables);
    try {
      const context = contextFor(request, { json: this.columns });
      const value = (await root.resolve(context, rootArguments)) as object | null | undefined;
      if (value === null || value === undefined)
        return root.isNonNull
          ? resolvers.execute(request, variables)
          : jsonResult(root.data('null'));
      const page = this.#isUnsettled(value)
        ? await settledPage(value, this.pageFields ?? new Set())
        : value;
      const json = this.write(page as never);
      const { budget, isCostShown } = request.operation;
      const atLeast = isCostShown ? 0 : OPERATION_BUDGET.maxRecords;
      budget.charge(this.columns.objectsIn(json, atLeast), 0);
      return jsonResult(root.data(json));
    } catch (error) {
      return canFallBack(error) ? resolvers.execute(request, variables) : root.failed(error);
    }
  }

  /** Whether a selected field of the page has to be read first. */
  #isUnsettled(value: object): value is Page<never> {
    const { pageFields } = this;
    if (!pageFields) return false;
    if (MAY_BE_READ.some((field) => pageFields.has(field))) return true;
    // Known from the rows, unless the page ends before a cursor.
    return pageFields.has('hasNextPage') && typeof pageInfoOf(value).hasNextPage !== 'boolean';
  }
}

function pageInfoOf(value: object) {
  return (value as Page<never>).pageInfo;
}

/** Fields of a page that may take a further statement. */
const MAY_BE_READ = ['hasPreviousPage', 'totalCount'];

/** Whether the resolver plan can answer the query that PostgreSQL could not. */
function canFallBack(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof ListTooLong || code === NUMERIC_OUT_OF_RANGE;
}

/** Builds the template of an entity or of a page of entities, with the shapes of their JSON. */
class Template {
  readonly shapes: Shape[] = [];
  pageFields: Set<string> | null = null;
  readonly #json: JsonShapes;

  constructor(
    private readonly input: PlanInput,
    private readonly meta: EntityMetadata,
  ) {
    const { orm, policy, audience, selections } = input;
    this.#json = new JsonShapes(orm, policy, audience, selections);
  }

  of(fields: SelectedField[], type: GraphQLObjectType): Write | null {
    return this.#isPage(type) ? this.#page(fields, type) : this.#entity(fields, type);
  }

  #isPage(type: GraphQLObjectType): boolean {
    return 'nodes' in type.getFields() && 'pageInfo' in type.getFields();
  }

  #entity(fields: SelectedField[], type: GraphQLObjectType): Write | null {
    const shape = this.#json.of(fields, type, this.meta);
    if (!shape) return null;
    const at = this.shapes.push(shape) - 1;
    return (row: object) => jsonOf(row, at);
  }

  #page(fields: SelectedField[], type: GraphQLObjectType): Write | null {
    this.pageFields = new Set(fields.map(({ name }) => name));
    return this.#object(fields, type, {
      nodes: (selected) => {
        const node = this.#below(selected, type.getFields().nodes);
        return node && (({ nodes }: Page<never>) => list(nodes, node));
      },
      edges: (selected) => {
        const edge = this.#edge(selected, type.getFields().edges);
        return edge && (({ edges }: Page<never>) => list(edges as never[], edge));
      },
      pageInfo: (selected) => {
        const info = this.#pageInfo(selected, type.getFields().pageInfo);
        return info && (({ pageInfo }: Page<never>) => info(pageInfo as never));
      },
      totalCount: () => scalar('totalCount'),
    });
  }

  #edge(selected: SelectedField, field: GraphQLField<unknown, unknown> | undefined): Write | null {
    const type = field && getNamedType(field.type);
    if (!isObjectType(type)) return null;
    return this.#object(this.input.selections.below(selected, type), type, {
      cursor: () => scalar('cursor'),
      node: (inner) => {
        const node = this.#below(inner, type.getFields().node);
        return node && (({ node: row }: { node: never }) => node(row));
      },
    });
  }

  #pageInfo(
    selected: SelectedField,
    field: GraphQLField<unknown, unknown> | undefined,
  ): Write | null {
    const type = field && getNamedType(field.type);
    if (!isObjectType(type)) return null;
    const fields = this.input.selections.below(selected, type);
    for (const { name } of fields) this.pageFields?.add(name);
    return this.#object(fields, type, {
      hasNextPage: () => scalar('hasNextPage'),
      hasPreviousPage: () => scalar('hasPreviousPage'),
      startCursor: () => scalar('startCursor'),
      endCursor: () => scalar('endCursor'),
    });
  }

  #below(selected: SelectedField, field: GraphQLField<unknown, unknown> | undefined): Write | null {
    const type = field && getNamedType(field.type);
    return isObjectType(type)
      ? this.#entity(this.input.selections.below(selected, type), type)
      : null;
  }

  /** Returns the writer of an object; null if a selected field has no writer or is hidden from the audience. */
  #object(
    fields: SelectedField[],
    type: GraphQLObjectType,
    writers: Record<string, (selected: SelectedField) => Write | null>,
  ): Write | null {
    const { policy, audience } = this.input;
    const members: [string, Write][] = [];
    for (const selected of fields) {
      const isTypename = selected.name === '__typename';
      const isVisible = isTypename || policy.allows(audience, type.name, selected.name);
      const write = isTypename
        ? () => JSON.stringify(type.name)
        : (isVisible && !selected.hasArguments && writers[selected.name]?.(selected)) || null;
      if (!write) return null;
      members.push([`${JSON.stringify(selected.key)}:`, write]);
    }
    return (value) => `{${members.map(([key, write]) => key + write(value)).join(',')}}`;
  }
}

function scalar(name: string): Write {
  return (value) => JSON.stringify((value as Record<string, unknown>)[name] ?? null);
}

function list(values: readonly never[], write: Write): string {
  return `[${values.map(write).join(',')}]`;
}
