/** Part of a response that is JSON text already. */
export interface JsonText {
  readonly json: string;
}

/** Approximate size of a number, boolean or null. */
const SHORT_VALUE_BYTES = 5;
const DATE_BYTES = 27;
/** Two quotes and the colon or comma after them. */
const QUOTES_BYTES = 3;

/**
 * Estimates the size of a value as JSON without serializing it; each character counts as one byte. Stops once the size
 * exceeds `maxBytes`, so that the work is bounded.
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
  for (const value of list) {
    if (bytes > maxBytes) break;
    bytes += bytesOfJson(value, maxBytes - bytes);
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
