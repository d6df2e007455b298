import type { TimeTaken } from './time-taken.js';

/** The sizes created from a picture, with width and height of the display size, and when it was taken. */
export interface Decoded {
  width: number;
  height: number;
  display: Buffer;
  thumbnail: Buffer;
  taken: TimeTaken | null;
}

/** Message from the server: first MEASURE the cost of a file, then DECODE it. */
export type ToDecoder =
  | { kind: 'MEASURE'; file: string }
  | { kind: 'DECODE'; allowedBytes: number };

/** Message from the decoding process. */
export type FromDecoder =
  | { kind: 'READY' }
  | { kind: 'MEASURED'; bytes: number }
  /** `isLast`: the process must be replaced, since it grew. */
  | { kind: 'DECODED'; picture: Decoded; isLast: boolean }
  | { kind: 'UNREADABLE'; why: string };
