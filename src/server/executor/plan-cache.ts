import { LRUCache } from 'lru-cache';

const MB = 1024 * 1024;

/** Memory of all plans of all audiences; the least recently used are dropped first. */
const MAX_PLAN_BYTES = 64 * MB;

interface Entry<V> {
  value: V;
  bytes: number;
}

/** LRU cache bounded by the memory of its values. */
export class PlanCache<V> {
  readonly #entries = new LRUCache<string, Entry<V>>({
    maxSize: MAX_PLAN_BYTES,
    sizeCalculation: ({ bytes }, key) => bytes + 2 * key.length,
  });

  get(key: string): V | undefined {
    return this.#entries.get(key)?.value;
  }

  set(key: string, value: V, bytes: number): void {
    this.#entries.set(key, { value, bytes });
  }

  get bytes(): number {
    return this.#entries.calculatedSize;
  }
}
