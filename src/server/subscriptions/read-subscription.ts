import { getOperationAST, getVariableValues } from 'graphql';
import type { Audience } from '../../visibility/audience.js';
import { invalid, Refusal } from '../../visibility/refusals.js';
import type { AudienceSchema } from '../../visibility/schemas/audience-schemas.js';
import type { DocumentReader } from '../graphql/documents/read-documents.js';
import { type SentOperation, variableRefusal } from '../graphql/documents/variable-faults.js';
import { unstorable } from '../graphql/stored-text.js';

/** A subscription as sent, over any transport. */
export interface SubscriptionRequest {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  extensions?: Record<string, unknown> | null;
}

/**
 * Returns the subscription in a message, validated with its variables.
 *
 * @throws the first error if it is invalid or not a subscription.
 */
export function readSubscription(
  audience: Audience,
  schemas: AudienceSchema,
  documents: DocumentReader,
  { query, variables, operationName }: SubscriptionRequest,
) {
  const { document, errors } = documents.read(query, operationName);
  if (!document) throw errors[0];
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Refusal('OPERATION_RESOLUTION_FAILURE');
  if (operation.operation !== 'subscription')
    throw invalid(
      'query',
      'Only subscriptions run on a WebSocket; send the rest as HTTP requests.',
    );
  const fault =
    unstorable(document, variables) ??
    faultOfVariables(audience, schemas, { document, operation, variables });
  if (fault) throw fault;
  return { document, variableValues: variables, operationName };
}

function faultOfVariables(
  audience: Audience,
  schemas: AudienceSchema,
  sent: SentOperation,
): Refusal | null {
  const definitions = sent.operation.variableDefinitions ?? [];
  const { errors } = getVariableValues(schemas.guarded, definitions, sent.variables ?? {}, {
    maxErrors: 1,
    hideSuggestions: true,
  });
  if (!errors) return null;
  return variableRefusal(audience, schemas, sent) ?? new Refusal('BAD_USER_INPUT');
}
