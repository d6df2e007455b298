import { databaseFailureOf } from '../../../database/postgres/failures.js';
import { CODES, Refusal } from '../../../visibility/refusals.js';

const UNREADABLE = 'Your change was made, but its answer could not be read; load it again.';

/** Returns the error for a committed change whose payload could not be read; it has `committed: true`. */
export function failedAfterCommit(error: unknown): Refusal {
  const failure = databaseFailureOf(error);
  const refusal =
    error instanceof Refusal
      ? new Refusal(error.extensions.code as never, withCommittedNote(error.message), {
          ...error.extensions,
          committed: true,
        })
      : new Refusal(failure ?? 'INTERNAL_ERROR', UNREADABLE, { committed: true });
  return Object.assign(refusal, { cause: error });
}

/** Returns the message with a note that the change was made. */
export function withCommittedNote(message: string): string {
  return message === CODES.INTERNAL_ERROR ? UNREADABLE : `Your change was made. ${message}`;
}
