/** What holds a part of an answer that is JSON already. */
export interface JsonText {
  readonly json: string;
}

/** Bytes that a number, true, false or null takes, about. */
const SHORT_VALUE_BYTES = 5;
const DATE_BYTES = 27;
/** A quoted name or text has two quotes; a colon or comma follows. */
const QUOTES_BYTES = 3;

/**
 * About how many bytes an answer takes as JSON, without writing it: characters are counted as a byte each. Ends early
 * past the bound, so that the work is bounded too.
 */
export function bytesOfJson(value: unknown, maxBytes: number): number {
  if (typeof value === 'string') return value.length + QUOTES_BYTES;
  if (typeof value !== 'object' || value === null) return SHORT_VALUE_BYTES;
  if (value instanceof Date) return DATE_BYTES;
  if (Array.isArray(value)) return bytesOfList(value, maxBytes);
  if (typeof (value as Partial<JsonText>).json === 'string') return (value as JsonText).json.length;
  return bytesOfObject(value, maxBytes);
}

function bytesOfList(list: unknown[], maxBytes: number): number {
  let bytes = QUOTES_BYTES;
  for (const each of list) {
    if (bytes > maxBytes) break;
    bytes += bytesOfJson(each, maxBytes - bytes);
  }
  return bytes;
}

function bytesOfObject(value: object, maxBytes: number): number {
  let bytes = QUOTES_BYTES;
  for (const name in value) {
    if (bytes > maxBytes) break;
    bytes += name.length + QUOTES_BYTES;
    bytes += bytesOfJson(value[name as keyof typeof value], maxBytes - bytes);
  }
  return bytes;
}
