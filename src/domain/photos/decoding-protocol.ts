/** The sizes that are made of a picture, and the measures of the display size. */
export interface Decoded {
  width: number;
  height: number;
  display: Buffer;
  thumbnail: Buffer;
}

/** What the server asks of a decoding process: first what a file would cost, then to decode it. */
export type ToDecoder =
  | { kind: 'MEASURE'; file: string }
  | { kind: 'DECODE'; allowedBytes: number };

export type FromDecoder =
  | { kind: 'READY' }
  | { kind: 'MEASURED'; bytes: number }
  /** `isLast`: the process asks to be replaced, since it grew. */
  | { kind: 'DECODED'; picture: Decoded; isLast: boolean }
  | { kind: 'UNREADABLE'; why: string };
