import { GraphQLError } from 'graphql';
import type { Audience } from './audience.js';

/** All error codes with their default sentences. */
export const CODES = {
  UNAUTHENTICATED: 'Sign in first: there is no session, or it has ended.',
  SECOND_FACTOR_REQUIRED: 'Enter the code of your authenticator app, or a recovery code.',
  SECOND_FACTOR_SETUP_REQUIRED:
    'Your business asks your role for a second factor; set it up first, then go on.',
  FORBIDDEN: 'Your role may not do this.',
  NOT_FOUND: 'There is nothing here, or it is not yours to see.',
  VALIDATION_FAILED: 'Something in the request cannot be used as it is.',
  CONFLICT: 'This does not fit what is there now.',
  QUERY_TOO_LARGE:
    'The answer would hold too much; ask for smaller pages, fewer fields, or the paged form of a list (such as `notesPage`).',
  RATE_LIMITED: 'Too many tries; wait a minute and try again.',
  NUMBER_TOO_LARGE:
    'This adds up to more than can be answered here; check the quantities and amounts behind it.',
  BUSY: 'Somebody else is changing the same; try again in a moment.',
  UNAVAILABLE: 'The database cannot be reached just now; try again in a few seconds.',
  INTERNAL_ERROR: 'Something went wrong on our side; nothing was changed.',
  GRAPHQL_PARSE_FAILED: 'The query is no GraphQL, or is too long; check its text.',
  GRAPHQL_VALIDATION_FAILED: 'The query does not fit the schema; check its fields and arguments.',
  BAD_USER_INPUT: 'A variable has a value that does not fit its type.',
  BAD_REQUEST: 'The request is no GraphQL over HTTP; check its method, content type and body.',
  OPERATION_RESOLUTION_FAILURE: 'Name one operation of the document.',
  // Clients compare these two sentences.
  PERSISTED_QUERY_NOT_FOUND: 'PersistedQueryNotFound',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PersistedQueryNotSupported',
  PROMPT_STALE:
    'The job has moved on since this was reviewed; look at the fresh prompt and send again.',
  ITEM_NOT_SHAREABLE: 'Something in the selection cannot be shared; take it out and share again.',
  CLIENT_EMAIL_MISSING: 'The client has no email address; add one, then share again.',
  QUOTE_NOT_ACCEPTABLE: 'This quote can no longer be answered; ask for the current one.',
  MESSAGES_NOT_ENABLED: 'Messages are not switched on for this job.',
  PORTAL_DISABLED: 'The Client Portal is off; switch it on in Business Settings → Site.',
  ROLE_CANNOT_SHARE: 'Your role cannot share with the client; a supervisor, admin or owner can.',
} as const;

export type Code = keyof typeof CODES;

/** Error for the caller: a code and one sentence, nothing internal. */
export class Refusal extends GraphQLError {
  constructor(code: Code, sentence: string = CODES[code], details: Record<string, unknown> = {}) {
    super(sentence, { extensions: { code, ...details } });
  }
}

/** What is wrong with one value of an input. */
export interface Fault {
  /** Path from the argument, with list indexes: `input.lines.0.quantity`. */
  field: string;
  /** One sentence that says what to do. */
  reason: string;
}

/** The same error for what does not exist and for what the caller may not see. */
export function notFound(): Refusal {
  return new Refusal('NOT_FOUND');
}

/** VALIDATION_FAILED with the path of the field; the sentence says what to do. */
export function invalid(field: string, sentence: string): Refusal {
  return faulty([{ field, reason: sentence }]);
}

/** One error for all faults of an input. Its sentence and `field` are those of the first. */
export function faulty(
  faults: readonly [Fault, ...Fault[]],
  code: Code = 'VALIDATION_FAILED',
  sentence = faults[0].reason,
): Refusal {
  return new Refusal(code, sentence, { field: faults[0].field, faults });
}

/** Error for a caller who sent a session token that is unknown or ended. */
export function sessionHasEnded(): Refusal {
  return new Refusal('UNAUTHENTICATED', 'Your session has ended; sign in again.');
}

export function conflict(sentence: string): Refusal {
  return new Refusal('CONFLICT', sentence);
}

/** Returns the error for an operation that the audience may not call. Clients must not learn that it exists. */
export function refusalFor(audience: Audience): Refusal {
  if (audience === 'CLIENT') return notFound();
  if (audience === 'SECOND_FACTOR_SETUP') return new Refusal('SECOND_FACTOR_SETUP_REQUIRED');
  return new Refusal(audience === 'VISITOR' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
}
