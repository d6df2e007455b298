import {
  type ExecutionResult,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isNonNullType,
  isObjectType,
  locatedError,
} from 'graphql';
import type { Declaration } from '../../visibility/declare/declaration.js';
import { VALIDATION } from '../graphql/documents/read-documents.js';
import type { PlanInput, Variables } from './plan.js';
import type { SelectedField } from './selection.js';

type Field = GraphQLField<unknown, unknown>;

const NO_ARGUMENTS = { args: {}, variableValues: {} };

/** The only root field of a query. */
export class RootField {
  readonly #parts: readonly (string | null)[];

  private constructor(
    private readonly input: PlanInput,
    readonly selected: SelectedField,
    readonly field: Field,
    readonly type: GraphQLObjectType,
    roots: readonly SelectedField[],
  ) {
    this.#parts = roots.map(({ key, name }) =>
      name === '__typename' ? `${JSON.stringify(key)}:"Query"` : null,
    );
  }

  /** Returns null unless the operation is a query with one root field of an object type, visible to the audience. */
  static of(input: PlanInput): RootField | null {
    const { schema, operation, selections, policy, audience } = input;
    const query = schema.getQueryType();
    if (!query || operation.operation !== 'query') return null;
    const roots = selections.of([operation.selectionSet], query);
    const [selected, ...others] = roots.filter(({ name }) => name !== '__typename');
    const field = selected && query.getFields()[selected.name];
    const type = field && getNamedType(field.type);
    if (!field || others.length > 0 || !isObjectType(type)) return null;
    if (!policy.allows(audience, query.name, field.name)) return null;
    return new RootField(input, selected, field, type, roots);
  }

  /** Entity class that the field is declared to read. */
  get reads(): unknown {
    return this.#declaration.reads?.();
  }

  /** Function for its value from published values, if it needs no resolver. */
  get published(): Declaration['published'] {
    return this.#declaration.published;
  }

  get #declaration(): Declaration {
    return this.field.extensions.visibility as Declaration;
  }

  get isNonNull(): boolean {
    return isNonNullType(this.field.type);
  }

  /** Returns the coerced arguments; null if variables or arguments are invalid, which graphql-js reports. */
  argumentsOf(variables: Variables): { args: object; variableValues: Variables } | null {
    const { schema, operation } = this.input;
    if (!operation.variableDefinitions?.length && this.field.args.length === 0) return NO_ARGUMENTS;
    const { coerced, errors } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      variables,
      VALIDATION,
    );
    if (errors) return null;
    try {
      const [node] = this.selected.nodes;
      return {
        args: getArgumentValues(this.field, node as never, coerced),
        variableValues: coerced,
      };
    } catch {
      // A variable has no value; graphql-js reports it.
      return null;
    }
  }

  /** Calls the resolver. */
  resolve(context: unknown, { args, variableValues }: { args: object; variableValues: Variables }) {
    const { schema, operation, fragments } = this.input;
    const info: GraphQLResolveInfo = {
      fieldName: this.field.name,
      fieldNodes: this.selected.nodes,
      returnType: this.field.type,
      parentType: schema.getQueryType() as GraphQLObjectType,
      path: { prev: undefined, key: this.selected.key, typename: 'Query' },
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues,
    };
    return this.field.resolve?.(undefined, args as never, context, info);
  }

  /** Returns the data of the response, with this JSON as the value of the field. */
  data(json: string): string {
    const { key } = this.selected;
    const members = this.#parts.map((part) => part ?? `${JSON.stringify(key)}:${json}`);
    return `{${members.join(',')}}`;
  }

  /** Returns the same result for a failed field as graphql-js. */
  failed(error: unknown): ExecutionResult {
    const { key, nodes } = this.selected;
    const data = this.isNonNull ? null : JSON.parse(this.data('null'));
    return { errors: [locatedError(error, nodes, [key])], data };
  }
}
