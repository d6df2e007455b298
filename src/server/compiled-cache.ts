import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { bytesOfDocument } from './document-memory.js';

const MB = 1024 * 1024;

/** Memory that everything compiled takes together, of all audiences; what was used last stays. */
const MAX_COMPILED_BYTES = 64 * MB;

/**
 * Memory of a compiled operation for each field, fragments written out: measured, 1.5 to 2.1 kB as it is compiled and
 * about as much again once it has run.
 */
const BYTES_PER_FIELD = 4 * 1024;

/**
 * A larger operation than this is run by graphql-js each time. The product's own largest has 102 fields; compiling
 * takes about 0.1 ms a field, in which nobody else is answered.
 */
export const MAX_COMPILED_FIELDS = 1_000;

/** Something kept for one operation of a document, with what it takes in memory. */
interface Kept<V> {
  value: V;
  bytes: number;
}

/** What was compiled, by audience, operation name and text, bounded by memory. */
export class CompiledCache<V> {
  readonly #kept = new LRUCache<string, Kept<V>>({
    maxSize: MAX_COMPILED_BYTES,
    sizeCalculation: ({ bytes }, key) => bytes + 2 * key.length,
  });

  get(key: string): Kept<V> | undefined {
    return this.#kept.get(key);
  }

  set(key: string, value: V, document: DocumentNode, fields: number): void {
    this.#kept.set(key, { value, bytes: bytesOfDocument(document) + fields * BYTES_PER_FIELD });
  }

  get bytes(): number {
    return this.#kept.calculatedSize;
  }
}
