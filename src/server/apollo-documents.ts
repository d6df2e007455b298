import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLFormattedError,
  parse,
} from 'graphql';
import type { ServerContext } from './context.js';
import { introspects } from './document-rules.js';
import type { Graph } from './graphs.js';
import { type DocumentReader, type ReadDocument, VALIDATION } from './read-documents.js';
import { unstorable } from './stored-text.js';

type ToClient = (error: unknown) => GraphQLFormattedError;

/** Takes the place of a document that cannot be used, and is never run. */
const NOTHING = parse('{ __typename }');

/** Gives Apollo the document that our own reader has read, and answers what that refuses. */
export function readDocuments(
  documents: DocumentReader,
  toClient: ToClient,
): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      let read: ReadDocument;
      return {
        async didResolveSource(context) {
          const { operationName, variables } = context.request;
          read = documents.read(context.source, operationName);
          const unusable = read.document && unstorable(variables);
          if (unusable) read = { errors: [unusable] };
          // With a document in its place, Apollo neither parses nor validates.
          (context as { document?: DocumentNode }).document = read.document ?? NOTHING;
        },
        async responseForOperation() {
          if (!read.errors) return null;
          return {
            http: { status: 400, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { errors: read.errors.map(toClient) } },
          };
        },
      };
    },
  };
}

/** An operation that introspects runs on the audience's own part of the schema, where nothing else exists. */
export function introspectOnly(
  graph: Graph,
  toClient: ToClient,
): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, contextValue, request, response }) {
          // Without an operation of that name there is nothing to run; Apollo says so.
          if (!operation || !isIntrospection(document)) return null;
          const { data, errors } = (await execute({
            schema: graph.visible,
            document,
            contextValue,
            variableValues: request.variables,
            operationName: request.operationName,
            hideSuggestions: true,
            options: { maxCoercionErrors: VALIDATION.maxErrors },
          })) as ExecutionResult;
          const status = data === undefined ? 400 : response.http.status;
          return {
            http: { status, headers: response.http.headers },
            body: {
              kind: 'single',
              singleResult: { data, errors: errors?.map(toClient) },
            },
          };
        },
      };
    },
  };
}

const introspecting = new WeakMap<DocumentNode, boolean>();

/** The reader keeps the documents that it has read, so each is looked through once. */
function isIntrospection(document: DocumentNode): boolean {
  const known = introspecting.get(document) ?? introspects(document);
  introspecting.set(document, known);
  return known;
}
