import { Refusal } from '../../visibility/refusals.js';

/** Why a file is not taken, and what to do about it. */
const REASONS = {
  NO_FILE: 'Send one picture as multipart/form-data, in a field named file.',
  TOO_LARGE: 'The file is too large; send a smaller one.',
  NOT_A_PICTURE: 'This is no picture that can be used; send a JPEG, PNG, WebP or HEIC file.',
  UNREADABLE_PICTURE:
    'The picture is damaged, far too large or in a variant that cannot be read; save it as JPEG and send that.',
} as const;

export type FileRefusal = keyof typeof REASONS;

/** The refusal of a file: VALIDATION_FAILED with the field `file` and a reason that programs can read. */
export function refusedFile(reason: FileRefusal, cause?: unknown): Refusal {
  const refusal = new Refusal('VALIDATION_FAILED', REASONS[reason], { field: 'file', reason });
  return Object.assign(refusal, { cause });
}
