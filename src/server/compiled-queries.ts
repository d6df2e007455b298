import type { ApolloServerPlugin } from '@apollo/server';
import { BREAK, type DocumentNode, type ExecutionResult, type GraphQLSchema, visit } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { LookAhead } from '../database/look-ahead.js';
import type { Audience } from '../visibility/audience.js';
import type { CarriedQueries, CarriedQuery } from './carried.js';
import { schemaWithCarried } from './carried-schema.js';
import { type CompiledCache, MAX_COMPILED_FIELDS } from './compiled-cache.js';
import type { ServerContext } from './context.js';
import { hasPrototypeNames } from './prototype-names.js';
import { fieldsOf } from './query-limits.js';

/** Runs a query; what it needs is looked ahead by then. */
export type Run = (
  context: ServerContext,
  variables: Record<string, unknown>,
) => Promise<ExecutionResult>;

/** How queries are answered. */
export interface QueryChoices {
  /** A query that came this often comes again: compiling it takes as long as running it many times. */
  compiledFrom: number;
  /** Whether what an operation needs is read before it is run, or only when it is met. */
  lookAhead: boolean;
}

export const USUAL_QUERIES: QueryChoices = { compiledFrom: 3, lookAhead: true };

/** What of an audience's graph its compiled queries run on. */
export interface Compiling {
  schema: GraphQLSchema;
  /** Null where nothing is read from the live rows: what a client sees was written down before. */
  carried: CarriedQueries | null;
  needsOf(document: DocumentNode): LookAhead;
}

/**
 * Answers queries that come again and again by compiled code. It answers only what goes well: a query
 * that meets an error is run once more by graphql-js, which alone says what went wrong and where.
 */
export function runCompiled(queries: CompiledQueries): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, request, response, contextValue }) {
          // A name that no operation has: there is none.
          if (operation?.operation !== 'query' || contextValue.operation.isTroubled) return null;
          const { query = '', operationName } = request;
          const run = queries.compiled(document, query, operationName);
          const result = await run?.(contextValue, request.variables ?? {});
          // What was ended for its size would only end once more.
          const isStopped = contextValue.operation.budget.isStopped;
          if (!result || (result.errors && !isStopped)) return null;
          return { http: response.http, body: { kind: 'single', singleResult: result } };
        },
      };
    },
  };
}

/**
 * The compiled queries of one audience, by their text. Whoever asks to have one compiled has read and
 * validated it; Apollo keeps the documents that it has read, so the same text comes as the same one.
 */
export class CompiledQueries {
  readonly #seen = new WeakMap<DocumentNode, number>();
  #withCarried: GraphQLSchema | undefined;

  constructor(
    readonly compiling: Compiling,
    readonly choices: QueryChoices,
    private readonly cache: CompiledCache<Run | null>,
    private readonly audience: Audience,
  ) {}

  /** The query as compiled code, once it came often enough and if it can be compiled at all. */
  compiled(document: DocumentNode, text: string, operationName = ''): Run | null {
    const seen = (this.#seen.get(document) ?? 0) + 1;
    this.#seen.set(document, seen);
    if (seen < this.choices.compiledFrom) return null;
    const key = this.#key(text, operationName);
    const known = this.cache.get(key);
    if (known) return known.value;
    const fields = fieldsOf(this.compiling.schema, document, operationName);
    const run = fields > MAX_COMPILED_FIELDS ? null : this.#compile(document, operationName);
    this.cache.set(key, run, document, fields);
    return run;
  }

  /** The same for a text of which nothing is known but that it came before. */
  again(text: string, operationName: string): Run | null {
    return this.cache.get(this.#key(text, operationName))?.value ?? null;
  }

  #key(text: string, operationName: string): string {
    return `${this.audience} ${operationName} ${text}`;
  }

  #compile(document: DocumentNode, operationName: string): Run | null {
    if (hasConditions(document) || hasPrototypeNames(document)) return null;
    const carried = this.compiling.carried?.of(document, operationName || undefined);
    return carried
      ? this.#carrying(carried, document, operationName)
      : this.#resolving(document, operationName);
  }

  /** Runs by resolvers alone; the reader is told what they will ask for. */
  #resolving(document: DocumentNode, operationName: string): Run | null {
    const query = compileQuery(this.compiling.schema, document, operationName || undefined);
    if (!isCompiledQuery(query)) return null;
    const needs = this.choices.lookAhead ? this.compiling.needsOf(document) : undefined;
    return async (context, variables) => {
      context.operation.lookAhead = needs;
      return query.query(undefined, context, variables);
    };
  }

  /** Runs with what can be carried; the reader is told to bring it, and of everything else as before. */
  #carrying(
    { document, type, carried }: CarriedQuery,
    original: DocumentNode,
    operationName: string,
  ): Run | null {
    this.#withCarried ??= schemaWithCarried(this.compiling.schema);
    const query = compileQuery(this.#withCarried, document, operationName || undefined);
    if (!isCompiledQuery(query)) return null;
    const needs = this.compiling.needsOf(document);
    const shown = needs.get(type) ?? NOTHING_SHOWN;
    const withCarried = new Map(needs).set(type, { ...shown, carried });
    let instead: Run | null | undefined;
    let resolving: Run | null | undefined;
    return async (context, variables) => {
      if (instead) return instead(context, variables);
      const before = context.operation.lookAhead;
      context.operation.lookAhead = withCarried;
      const result = await query.query(undefined, context, variables);
      context.operation.lookAhead = before;
      if (context.operation.isTooLongToCarry) {
        resolving ??= this.#resolving(original, operationName);
        return resolving ? resolving(context, variables) : result;
      }
      // Its records are not read as those of most queries are; from the next time on they are resolved.
      if (context.operation.isUnbrought) instead = this.#resolving(original, operationName);
      return result;
    };
  }
}

const NOTHING_SHOWN = { columns: null, relations: new Map(), said: new Map() };

/** graphql-jit forgets a `@skip` where the same field is selected twice; such queries stay with graphql-js. */
function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive() {
      found = true;
      return BREAK;
    },
  });
  return found;
}
