import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  parse,
  print,
} from 'graphql';
import type { Audience } from '../../../visibility/audience.js';
import { invalid, type Refusal } from '../../../visibility/refusals.js';
import type { AudienceSchema } from '../../../visibility/schemas/audience-schemas.js';
import { refusalOfToken } from '../../auth/ended-session.js';
import type { ServerContext } from '../context.js';
import { unstorable } from '../stored-text.js';
import { introspects } from './document-rules.js';
import type { PersistedQueries } from './persisted-queries.js';
import { type DocumentReader, type ReadDocument, VALIDATION } from './read-documents.js';
import { variableRefusal } from './variable-faults.js';

type ToClient = (error: unknown) => GraphQLFormattedError;

/** Placeholder for a refused document; never executed. */
const PLACEHOLDER = parse('{ __typename }');

/** Passes the document from our own reader to Apollo, and responds to refused documents. */
export function readDocuments(
  documents: DocumentReader,
  persisted: PersistedQueries,
  toClient: ToClient,
): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart({ request, contextValue: { principal, policy } }) {
      const byHash = persisted.restore(request);
      if (byHash?.refusal) request.query = print(PLACEHOLDER);
      let read: ReadDocument;
      return {
        async didResolveSource(context) {
          const { operationName, variables } = context.request;
          read = byHash?.refusal
            ? { errors: [byHash.refusal] }
            : documents.read(context.source, operationName);
          const fault =
            refusalOfToken(principal, policy, read.document, operationName) ??
            (read.document &&
              (unstorable(read.document, variables) ??
                (byHash?.newHash ? persisted.add(byHash.newHash, context.source) : null) ??
                notOverHttp(read.document, operationName)));
          if (fault) read = { errors: [fault] };
          // Apollo skips parsing and validation when the document is set.
          (context as { document?: DocumentNode }).document = read.document ?? PLACEHOLDER;
        },
        async responseForOperation({ request }) {
          if (!read.errors) return null;
          const isRefused = read.errors[0].extensions.code === 'UNAUTHENTICATED';
          return {
            http: isRefused
              ? unauthenticated(request.http?.headers.get('accept'))
              : { status: statusOf(read.errors), headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { errors: read.errors.map(toClient) } },
          };
        },
      };
    },
  };
}

/**
 * HTTP status 401 in the media type of GraphQL over HTTP, whose clients read the errors of every status; 200 in
 * `application/json`, of which some clients read no other.
 */
function unauthenticated(accept = '') {
  const headers = new HeaderMap([['www-authenticate', 'Bearer']]);
  const types = accept.split(/[,;\s]+/);
  const [first] = types.filter((type) => type === RESPONSE_JSON || type === 'application/json');
  return { status: first === RESPONSE_JSON ? 401 : 200, headers };
}

const RESPONSE_JSON = 'application/graphql-response+json';

/** Replaces the first errors of graphql-js about variables by one error that lists all faults. */
export function explainVariables(
  audience: Audience,
  schemas: AudienceSchema,
  toClient: ToClient,
): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body }, document, operation, request }) {
          if (body.kind !== 'single' || !document || !operation) return;
          const { data, errors } = body.singleResult;
          // With data, the operation ran, and its errors have a path.
          if (data || !errors?.some(({ extensions }) => extensions?.code === 'BAD_USER_INPUT'))
            return;
          const { variables } = request;
          const refusal = variableRefusal(audience, schemas, { document, operation, variables });
          if (refusal) body.singleResult.errors = [toClient(refusal)];
        },
      };
    },
  };
}

/** Refuses subscriptions: a response has one result. */
function notOverHttp(document: DocumentNode, operationName?: string | null): Refusal | null {
  return isSubscription(document, operationName) ? invalid('query', WHERE_TO_SUBSCRIBE) : null;
}

export function isSubscription(document: DocumentNode, operationName?: string | null): boolean {
  return getOperationAST(document, operationName)?.operation === 'subscription';
}

const WHERE_TO_SUBSCRIBE =
  'Subscriptions need a WebSocket at /graphql (graphql-transport-ws), or server-sent events: the same request to /graphql/stream with the header accept: text/event-stream.';

/** An unknown hash is a usual answer, as Apollo Server sends it: clients look at its code only if the status is 200. */
function statusOf([error]: readonly GraphQLError[]): number {
  return error?.extensions.code === 'PERSISTED_QUERY_NOT_FOUND' ? 200 : 400;
}

/** Runs an introspection on the audience's visible schema, which has no hidden types or fields. */
export function introspectOnly(
  audienceSchema: AudienceSchema,
  toClient: ToClient,
): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, contextValue, request, response }) {
          // Apollo reports an unknown operation name.
          if (!operation || !isIntrospection(document)) return null;
          const { data, errors } = (await execute({
            schema: audienceSchema.visible,
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

/** Cached by document; the reader returns the same document for the same text. */
function isIntrospection(document: DocumentNode): boolean {
  const known = introspecting.get(document) ?? introspects(document);
  introspecting.set(document, known);
  return known;
}
