import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Audience } from '../visibility/audience.js';
import { invalid } from '../visibility/refusals.js';
import { tell } from './errors.js';
import { LIMITS, withinLimits } from './query-limits.js';

/** An operation that cannot be run as it is, with what its audience is told of that. */
export class Unusable extends GraphQLError {
  constructor(readonly told: GraphQLFormattedError) {
    super(told.message, { extensions: told.extensions });
  }
}

const RULES = [...specifiedRules, NoSchemaIntrospectionCustomRule, withinLimits];

/** The subscription that a message asks for: parsed, valid, with fitting variables, and nothing else. */
export function readSubscription(
  schema: GraphQLSchema,
  audience: Audience,
  { query, variables, operationName }: SubscribePayload,
) {
  const document = parsed(query, audience);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw invalid('operationName', 'Name one operation of the document.');
  if (operation.operation !== 'subscription')
    throw invalid(
      'query',
      'Only subscriptions run on a WebSocket; send the rest as HTTP requests.',
    );
  refuseFirst(validate(schema, document, RULES), 'GRAPHQL_VALIDATION_FAILED', audience);
  refuseFirst(variableErrors(schema, operation, variables), 'BAD_USER_INPUT', audience);
  return { document, variableValues: variables, operationName };
}

function parsed(query: string, audience: Audience): DocumentNode {
  try {
    return parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    throw unusable(error as GraphQLError, 'GRAPHQL_PARSE_FAILED', audience);
  }
}

function variableErrors(
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
  variables: SubscribePayload['variables'],
): readonly GraphQLError[] {
  const { errors } = getVariableValues(schema, variableDefinitions ?? [], variables ?? {}, {
    maxErrors: 1,
  });
  return errors ?? [];
}

function refuseFirst(errors: readonly GraphQLError[], code: string, audience: Audience): void {
  if (errors[0]) throw unusable(errors[0], code, audience);
}

/** The code is what HTTP gives the same mistake, so that both say the same of it. */
function unusable(error: GraphQLError, code: string, audience: Audience): Unusable {
  return new Unusable(tell(audience, { ...error.toJSON(), extensions: { code } }, error));
}
