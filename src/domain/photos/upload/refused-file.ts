import { Refusal } from '../../../visibility/refusals.js';

/** Error sentences for refused files. */
const REASONS = {
  NO_FILE: 'Send one picture as multipart/form-data, in a field named file.',
  TOO_LARGE: 'The file is too large; send a smaller one.',
  NOT_A_PICTURE: 'This is no picture that can be used; send a JPEG, PNG or WebP file.',
  UNREADABLE_PICTURE:
    'The picture is damaged, far too large or in a variant that cannot be read; save it as JPEG and send that.',
} as const;

export type FileRefusal = keyof typeof REASONS;

/** For a HEIC file, which the usual build of the decoder cannot read. */
export const HEIC_SENTENCE =
  'This HEIC picture cannot be read; save it as JPEG and send that, or choose "Most Compatible" in the camera settings of your phone (Formats).';

/** VALIDATION_FAILED for the field `file`, with a machine-readable `reason`. */
export function refusedFile(
  reason: FileRefusal,
  cause?: unknown,
  sentence: string = REASONS[reason],
): Refusal {
  const refusal = new Refusal('VALIDATION_FAILED', sentence, { field: 'file', reason });
  return Object.assign(refusal, { cause });
}
