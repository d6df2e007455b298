/** First and last byte, both inclusive. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * Returns the range of a Range header; null for the whole file, also for several ranges or an invalid header, which may
 * be ignored (RFC 9110); `unsatisfiable` if the range begins past the end.
 */
export function rangeOf(
  header: string | undefined,
  length: number,
): ByteRange | null | 'unsatisfiable' {
  const [, first = '', last = ''] = header?.match(/^bytes=\s*(\d*)-(\d*)\s*$/i) ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return suffix(Number(last), length);
  const from = Number(first);
  const to = last === '' ? length - 1 : Math.min(Number(last), length - 1);
  if (last !== '' && Number(last) < from) return null;
  return from < length ? { from, to } : 'unsatisfiable';
}

function suffix(count: number, length: number): ByteRange | 'unsatisfiable' {
  if (count === 0 || length === 0) return 'unsatisfiable';
  return { from: Math.max(0, length - count), to: length - 1 };
}

/** Yields that range of a stream. The file is opened at the first read and closed after the last. */
export async function* bytesOf(
  open: () => Promise<AsyncIterable<Buffer>>,
  { from, to }: ByteRange,
): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const chunk of await open()) {
    const end = at + chunk.length;
    if (end > from) yield chunk.subarray(Math.max(0, from - at), to + 1 - at);
    if (end > to) return;
    at = end;
  }
}
