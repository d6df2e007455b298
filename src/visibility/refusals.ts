import { GraphQLError } from 'graphql';
import type { Audience } from './audience.js';

/** Every code that a caller can meet, with what it means. */
export const CODES = {
  UNAUTHENTICATED: 'Sign in first: there is no session, or it has ended.',
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

/** An answer to a caller who asked for something that cannot be: a code, one sentence, and no more. */
export class Refusal extends GraphQLError {
  constructor(code: Code, sentence: string = CODES[code], details: Record<string, unknown> = {}) {
    super(sentence, { extensions: { code, ...details } });
  }
}

/** The same words for what does not exist and for what is somebody else's. */
export function notFound(): Refusal {
  return new Refusal('NOT_FOUND');
}

/** Names the field and the reason; the sentence says what to do. */
export function invalid(field: string, sentence: string): Refusal {
  return new Refusal('VALIDATION_FAILED', sentence, { field });
}

export function conflict(sentence: string): Refusal {
  return new Refusal('CONFLICT', sentence);
}

/** How an audience is told that an operation is not for it. */
export function refusalFor(audience: Audience): Refusal {
  if (audience === 'CLIENT') return notFound();
  return new Refusal(audience === 'VISITOR' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
}
