import { LRUCache } from 'lru-cache';
import type { Audience } from '../../visibility/audience.js';
import { isKeyAudience } from '../../visibility/keys/key-audience.js';

/**
 * Sets of capabilities that are ready at the same time. Each takes about 1 MB, and 0.1 s to make; a business has at most
 * 20 keys.
 */
const MAX_READY = 64;

/** Makes and drops what an audience of API keys needs in the tables by audience: its schema, plans and Apollo server. */
export interface KeyAudienceTables {
  add(audience: Audience): Promise<void>;
  remove(audience: Audience): void;
}

/**
 * The audiences of API keys that were used last. The tables by audience have the listed audiences from the start, and those
 * of keys from their first use on; the least recently used are dropped.
 */
export class KeyAudiences {
  readonly #ready: LRUCache<Audience, Promise<void>>;

  constructor(private readonly tables: KeyAudienceTables) {
    this.#ready = new LRUCache<Audience, Promise<void>>({
      max: MAX_READY,
      dispose: (_made, audience) => tables.remove(audience),
    });
  }

  /** Call it before a look-up in the tables, with nothing awaited in between. */
  async ready(audience: Audience): Promise<void> {
    if (!isKeyAudience(audience)) return;
    const known = this.#ready.get(audience);
    if (known) return known;
    const made = this.tables.add(audience);
    this.#ready.set(audience, made);
    // What could not be made is tried again at the next request.
    made.catch(() => this.#ready.delete(audience));
    return made;
  }
}
