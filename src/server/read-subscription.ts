import {
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { invalid } from '../visibility/refusals.js';
import type { DocumentReader } from './read-documents.js';
import { unstorable } from './stored-text.js';

/**
 * The subscription that a message asks for: valid, with fitting variables, and nothing else. Throws what is
 * wrong with it.
 */
export function readSubscription(
  schema: GraphQLSchema,
  documents: DocumentReader,
  { query, variables, operationName }: SubscribePayload,
) {
  const { document, errors } = documents.read(query, operationName);
  if (!document) throw errors[0];
  const operation = getOperationAST(document, operationName);
  if (!operation) throw invalid('operationName', 'Name one operation of the document.');
  if (operation.operation !== 'subscription')
    throw invalid(
      'query',
      'Only subscriptions run on a WebSocket; send the rest as HTTP requests.',
    );
  const fault = unstorable(variables) ?? variableErrors(schema, operation, variables)[0];
  if (fault) throw fault;
  return { document, variableValues: variables, operationName };
}

function variableErrors(
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
  variables: SubscribePayload['variables'],
): readonly GraphQLError[] {
  const { errors } = getVariableValues(schema, variableDefinitions ?? [], variables ?? {}, {
    maxErrors: 1,
    hideSuggestions: true,
  });
  return errors ?? [];
}
