import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { ServerContext } from './context.js';

type Run = (context: ServerContext, variables: Record<string, unknown>) => Promise<ExecutionResult>;

/** A query that came this often comes again: compiling it takes as long as running it many times. */
export const COMPILED_FROM = 3;
/** Compiled code is kept for the queries used last, so that made-up ones cannot fill the memory. */
const MOST_COMPILED = 200;

/**
 * Answers queries that come again and again by compiled code. It answers only what goes well: a query
 * that meets an error is run once more by graphql-js, which alone says what went wrong and where.
 */
export function compiledQueries(
  schema: GraphQLSchema,
  compiledFrom = COMPILED_FROM,
): ApolloServerPlugin<ServerContext> {
  const queries = new CompiledQueries(schema, compiledFrom);
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, request, response, contextValue }) {
          if (operation.operation !== 'query') return null;
          const run = queries.compiled(document, request.operationName);
          const result = await run?.(contextValue, request.variables ?? {});
          if (!result || result.errors) return null;
          return { http: response.http, body: { kind: 'single', singleResult: result } };
        },
      };
    },
  };
}

/** Apollo keeps the documents that it has read, so the same text comes as the same document. */
class CompiledQueries {
  readonly #seen = new WeakMap<DocumentNode, number>();
  readonly #compiled = new Map<DocumentNode, Map<string, Run | null>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly from: number,
  ) {}

  compiled(document: DocumentNode, operationName = ''): Run | null {
    const seen = (this.#seen.get(document) ?? 0) + 1;
    this.#seen.set(document, seen);
    if (seen < this.from) return null;
    const operations = this.#compiled.get(document) ?? new Map<string, Run | null>();
    if (!operations.has(operationName))
      operations.set(operationName, this.#compile(document, operationName));
    this.#keep(document, operations);
    return operations.get(operationName) ?? null;
  }

  #compile(document: DocumentNode, operationName: string): Run | null {
    const query = compileQuery(this.schema, document, operationName || undefined);
    if (!isCompiledQuery(query)) return null;
    return async (context, variables) => query.query(undefined, context, variables);
  }

  #keep(document: DocumentNode, operations: Map<string, Run | null>): void {
    this.#compiled.delete(document);
    this.#compiled.set(document, operations);
    const [oldest] = this.#compiled.keys();
    if (this.#compiled.size > MOST_COMPILED && oldest) this.#compiled.delete(oldest);
  }
}
